using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Gives patients the worst grades of adverse events, so that the events and the columns that summarise them have the printed
/// counts.</summary>
internal static class GradeFiller
{
    public static void Fill(CohortDraft draft)
    {
        StudyVariable[] grades = [.. draft.Study.Variables.Where(variable => variable.Kind == VariableKind.Grade)];
        foreach (StudyVariable variable in grades)
        {
            Array.Fill(draft.Numbers(variable.Name), 0);
        }

        HashSet<string> summedUp = [.. grades.SelectMany(variable => variable.AnyOf)];
        foreach (IGrouping<string, StudyVariable> sums in grades.Where(v => v.AnyOf.Length > 0).GroupBy(v => string.Join('\n', v.AnyOf)))
        {
            FillTogether(draft, [.. sums.OrderBy(sum => sum.Grades[0])], [.. grades.Where(v => sums.First().AnyOf.Contains(v.Name))]);
        }

        foreach (StudyVariable variable in grades.Where(variable => variable.AnyOf.IsEmpty && !summedUp.Contains(variable.Name)))
        {
            FillAlone(draft, variable);
        }
    }

    /// <summary>The counts of a column by arm and the grades that are counted; where no count is printed, no patient has the
    /// event.</summary>
    private static (int[] Counts, ImmutableArray<int> Grades) Printed(CohortDraft draft, StudyVariable variable)
    {
        foreach ((StudyRow row, CountMeasure measure) in draft.Targets.Rows<CountMeasure>())
        {
            if (measure.Condition.Columns is [var name] && name == variable.Name)
            {
                int[] counts = Array.ConvertAll(draft.Targets.CountsByArm(row), count => count ?? 0);
                return (counts, [.. variable.Grades.Where(grade => measure.Condition.Holds((double)grade))]);
            }
        }

        return (new int[draft.Arms.Length], variable.Grades);
    }

    private static void FillAlone(CohortDraft draft, StudyVariable variable)
    {
        SplitMix64 random = draft.Random(variable.Name);
        (int[] counts, ImmutableArray<int> grades) = Printed(draft, variable);
        for (int arm = 0; arm < draft.Arms.Length; arm++)
        {
            foreach (int patient in Take(draft, variable, random.Shuffled(draft.Arms[arm]), counts[arm], arm))
            {
                draft.Numbers(variable.Name)[patient] = grades[0];
            }
        }
    }

    /// <summary>Events of patients who are known to have some: each of them gets an event of each of the patient's grades, the others
    /// none.</summary>
    private static void FillTogether(CohortDraft draft, ImmutableArray<StudyVariable> sums, ImmutableArray<StudyVariable> events)
    {
        SplitMix64 random = draft.Random(sums[0].Name);
        for (int arm = 0; arm < draft.Arms.Length; arm++)
        {
            // Higher grades go to patients who also have the lower ones, where there are enough.
            int[] patients = random.Shuffled(draft.Arms[arm]);
            var grades = new Dictionary<int, List<int>>();
            foreach (StudyVariable sum in sums)
            {
                foreach (int patient in Take(draft, sum, patients, Printed(draft, sum).Counts[arm], arm))
                {
                    draft.Numbers(sum.Name)[patient] = sum.Grades[0];
                    grades.TryAdd(patient, []);
                    grades[patient].Add(sum.Grades[0]);
                }
            }

            Dictionary<int, List<string>> given = Spread(draft, events, arm, grades, random);
            foreach ((int patient, List<string> columns) in given)
            {
                string[] shuffled = random.Shuffled(columns);
                for (int i = 0; i < shuffled.Length; i++)
                {
                    draft.Numbers(shuffled[i])[patient] = i < grades[patient].Count ? grades[patient][i] : grades[patient][0];
                }
            }
        }
    }

    /// <summary>Distributes the events: first to the patients who lack most events for their grades, at random among equals.</summary>
    private static Dictionary<int, List<string>> Spread(
        CohortDraft draft, ImmutableArray<StudyVariable> events, int arm, Dictionary<int, List<int>> grades, SplitMix64 random)
    {
        Dictionary<int, List<string>> given = grades.Keys.ToDictionary(patient => patient, _ => new List<string>());
        foreach (StudyVariable variable in events.OrderByDescending(variable => Printed(draft, variable).Counts[arm]))
        {
            int[] byNeed = [.. random.Shuffled(grades.Keys.Order())
                .OrderByDescending(patient => Math.Max(0, grades[patient].Count - given[patient].Count))];
            foreach (int patient in Take(draft, variable, byNeed, Printed(draft, variable).Counts[arm], arm))
            {
                given[patient].Add(variable.Name);
            }
        }

        return grades.Keys.All(patient => given[patient].Count >= grades[patient].Count)
            ? given
            : throw new SurvivalDataException(
                $"The printed adverse events of the arm \"{draft.Study.Arms[arm].Name}\" are too few for the patients who are said to have one.");
    }

    private static IEnumerable<int> Take(
        CohortDraft draft, StudyVariable variable, int[] patients, int count, int arm) => count <= patients.Length
        ? patients.Take(count)
        : throw new SurvivalDataException(FormattableString.Invariant(
            $"The study prints {NumberText.Count(count, "patient")} with \"{variable.Name}\" in the arm \"{draft.Study.Arms[arm].Name}\", where only {patients.Length} can have it."));
}

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Gives the patients of each arm the levels of a category as often as the study prints them.</summary>
internal static class CategoryFiller
{
    /// <summary>Levels in random order.</summary>
    public static void Fill(CohortDraft draft, StudyVariable variable)
    {
        SplitMix64 random = draft.Random(variable.Name);
        ImmutableArray<int[]> counts = CountsByLevel(draft, variable);
        string?[] column = draft.Levels(variable.Name);
        for (int arm = 0; arm < draft.Arms.Length; arm++)
        {
            string?[] levels = random.Shuffled(Repeated(variable, counts, arm, draft.Arms[arm].Length));
            for (int i = 0; i < levels.Length; i++)
            {
                column[draft.Arms[arm][i]] = levels[i];
            }
        }
    }

    /// <summary>Levels associated with the time of an endpoint: the patients with the longest times get the first group.</summary>
    public static void FillByTime(CohortDraft draft, StudyVariable variable)
    {
        SplitMix64 random = draft.Random(variable.Name);
        LevelsByTime follows = variable.Follows!;
        StudyEndpoint endpoint = draft.Study.Endpoint(follows.Endpoint);
        double?[] times = draft.Numbers(endpoint.Time);
        double?[] events = draft.Numbers(endpoint.Event);
        ImmutableArray<int[]> counts = CountsByLevel(draft, variable);
        string?[] column = draft.Levels(variable.Name);
        for (int arm = 0; arm < draft.Arms.Length; arm++)
        {
            List<string?> left = [.. Repeated(variable, counts, arm, draft.Arms[arm].Length)];

            // A censored patient would have the event later: that time is doubled, and is above those of the last group, which had it
            // early.
            int early = left.Count(level => level is not null && follows.LongestFirst[^1].Contains(level))
                + draft.Arms[arm].Count(i => events[i] != 1);
            double late = draft.Arms[arm].Select(i => times[i]!.Value).Order().ElementAt(Math.Min(early, draft.Arms[arm].Length - 1));
            List<int> patients = [.. draft.Arms[arm].OrderByDescending(
                i => events[i] == 1 ? times[i] : Math.Max(2 * times[i]!.Value, late))];

            // Levels in no group can have any time.
            foreach (string? level in left.Where(
                level => level is null || !follows.LongestFirst.Any(group => group.Contains(level))).ToArray())
            {
                int patient = patients[random.Next(patients.Count)];
                column[patient] = level;
                patients.Remove(patient);
                left.Remove(level);
            }

            string?[] ordered = [.. follows.LongestFirst.SelectMany(group => random.Shuffled(left.Where(level => group.Contains(level!))))];
            for (int i = 0; i < ordered.Length; i++)
            {
                column[patients[i]] = ordered[i];
            }
        }
    }

    private static string?[] Repeated(StudyVariable variable, ImmutableArray<int[]> counts, int arm, int size)
    {
        IEnumerable<string?> levels = variable.Levels.SelectMany((level, l) => Enumerable.Repeat<string?>(level, counts[l][arm]));
        string?[] filled = [.. levels];
        return [.. filled, .. Enumerable.Repeat<string?>(null, size - filled.Length)];
    }

    /// <summary>The count of each level in each arm; the difference to the arm's size is missing values.</summary>
    private static ImmutableArray<int[]> CountsByLevel(CohortDraft draft, StudyVariable variable)
    {
        int?[][] printed = [.. variable.Levels.Select(level => Printed(draft, variable.Name, level))];
        int?[] missing = draft.Targets.Rows<CountMeasure>()
            .Where(r => r.Measure.Condition.Kind == ConditionKind.Missing
                && r.Measure.Condition.Columns is [var name]
                && name == variable.Name)
            .Select(r => draft.Targets.CountsByArm(r.Row))
            .FirstOrDefault() ?? new int?[draft.Arms.Length];
        ImmutableArray<int[]> filled = [.. printed.Select(counts => Array.ConvertAll(counts, count => count ?? 0))];
        for (int arm = 0; arm < draft.Arms.Length; arm++)
        {
            int left = draft.Arms[arm].Length - (missing[arm] ?? 0) - filled.Sum(counts => counts[arm]);
            if (left < 0)
            {
                throw new SurvivalDataException(FormattableString.Invariant(
                    $"The study prints {NumberText.Count(draft.Arms[arm].Length - left, "patient")} by the levels of \"{variable.Name}\" in the arm \"{draft.Study.Arms[arm].Name}\", which has {draft.Arms[arm].Length}."));
            }

            // Levels that are not counted share the rest.
            int[] open = [.. Enumerable.Range(0, printed.Length).Where(level => printed[level][arm] is null)];
            int[] shares = PrintedTargets.Shares(open.Length == 0 ? 0 : left, [.. open.Select(_ => left)]);
            for (int i = 0; i < open.Length; i++)
            {
                filled[open[i]][arm] = shares[i];
            }
        }

        return filled;
    }

    private static int?[] Printed(CohortDraft draft, string column, string level)
    {
        foreach ((StudyRow row, CountMeasure measure) in draft.Targets.Rows<CountMeasure>())
        {
            if (measure.Condition is { Kind: ConditionKind.Among, Columns: [var name], Levels: [var only] }
                && name == column
                && only == level)
            {
                return draft.Targets.CountsByArm(row);
            }
        }

        foreach ((StudyRow row, CountPairMeasure pair) in draft.Targets.Rows<CountPairMeasure>())
        {
            if (pair.Column == column && (pair.First == level || pair.Second == level))
            {
                return draft.Targets.CountsByArm(row, pair.First == level ? Aspects.FirstCount : Aspects.SecondCount);
            }
        }

        return new int?[draft.Arms.Length];
    }
}

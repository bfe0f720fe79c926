using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Gives the patients numbers with the printed counts above and below cut-points, missing values, ranges, means and
/// standard deviations.</summary>
internal static class NumberFiller
{
    public static void Fill(CohortDraft draft, StudyVariable variable)
    {
        SplitMix64 random = draft.Random(variable.Name);
        int?[] missing = Counts(draft, variable, condition => condition.Kind == ConditionKind.Missing).FirstOrDefault().Counts
            ?? new int?[draft.Arms.Length];
        int[][] patients = [.. draft.Arms.Select((arm, a) => random.Shuffled(arm)[..Math.Max(0, arm.Length - (missing[a] ?? 0))])];
        var search = new NumberSearch(draft, variable, [.. patients.Select(arm => arm.Length)], random);
        for (int arm = 0; arm < patients.Length; arm++)
        {
            search.Place(arm, Segments(draft, variable, arm, patients[arm].Length), RangeOf(draft, variable, draft.Study.Arms[arm].Name));
        }

        if (draft.Study.Arms.All(arm => RangeOf(draft, variable, arm.Name) == (null, null)))
        {
            search.FixEnds(Array.IndexOf(patients, patients.MaxBy(arm => arm.Length)), RangeOf(draft, variable, ColumnNames.All));
        }

        search.Run();
        double?[] column = draft.Numbers(variable.Name);
        for (int arm = 0; arm < patients.Length; arm++)
        {
            for (int i = 0; i < patients[arm].Length; i++)
            {
                column[patients[arm][i]] = search.Value(arm, i);
            }
        }
    }

    private static IEnumerable<(PatientCondition Condition, int?[] Counts)> Counts(
        CohortDraft draft, StudyVariable variable, Func<PatientCondition, bool> wanted)
    {
        foreach ((StudyRow row, CountMeasure measure) in draft.Targets.Rows<CountMeasure>())
        {
            if (measure.Condition.Columns is [var name] && name == variable.Name && wanted(measure.Condition))
            {
                yield return (measure.Condition, draft.Targets.CountsByArm(row));
            }
        }
    }

    private static ImmutableArray<NumberSegment> Segments(CohortDraft draft, StudyVariable variable, int arm, int n)
    {
        double unit = Math.Pow(10, variable.Decimals);
        (int? least, int? greatest) = RangeOf(draft, variable, draft.Study.Arms[arm].Name);
        (int? leastOfAll, int? greatestOfAll) = RangeOf(draft, variable, ColumnNames.All);
        int from = least ?? leastOfAll ?? (int)Math.Ceiling(variable.Minimum * unit);
        int to = greatest ?? greatestOfAll ?? (int)Math.Floor(variable.Maximum * unit);
        IEnumerable<(int, int)> cuts = Counts(
            draft, variable, condition => condition.Kind is not (ConditionKind.Missing or ConditionKind.Exactly))
            .Where(pair => pair.Counts[arm] is not null)
            .Select(pair =>
            {
                double bound = pair.Condition.Bound * unit;
                int count = pair.Counts[arm]!.Value;
                return pair.Condition.Kind switch
                {
                    ConditionKind.AtLeast => ((int)Math.Ceiling(bound), count),
                    ConditionKind.Above => ((int)Math.Floor(bound) + 1, count),
                    ConditionKind.AtMost => ((int)Math.Floor(bound) + 1, n - count),
                    _ => ((int)Math.Ceiling(bound), n - count),
                };
            });
        return NumberSegment.Cut(from, to, n, cuts, $"\"{variable.Name}\" in the arm \"{draft.Study.Arms[arm].Name}\"");
    }

    /// <summary>The printed ends of a column's values, in units of the last decimal.</summary>
    private static (int? Least, int? Greatest) RangeOf(CohortDraft draft, StudyVariable variable, string column)
    {
        StudyRow? row = draft.Targets.Rows<MeanRangeMeasure>().FirstOrDefault(r => r.Measure.Column == variable.Name).Row;
        return row is null ? (null, null) : (End(Aspects.Minimum), End(Aspects.Maximum));

        int? End(string aspect) => draft.Targets.Of(row, column, aspect) is { } claim
            ? (int)Math.Round(claim.Value * Math.Pow(10, variable.Decimals), MidpointRounding.AwayFromZero)
            : null;
    }
}

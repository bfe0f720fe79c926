using System.Collections.Immutable;

namespace SurvivalKit.TextCheck;

/// <summary>How often each verdict occurs.</summary>
internal static class VerdictCounts
{
    /// <summary>The verdicts that occur with how often they do, in the order of <see cref="Verdict"/>.</summary>
    public static ImmutableArray<KeyValuePair<Verdict, int>> Count(IEnumerable<Judgement> judgements) =>
        [.. judgements.CountBy(judgement => judgement.Verdict).OrderBy(pair => pair.Key)];

    /// <summary>The counts in words: <c>430 matches-cohort, 25 differs</c>.</summary>
    public static string Words(IEnumerable<KeyValuePair<Verdict, int>> counts) =>
        string.Join(", ", counts.Select(pair => FormattableString.Invariant($"{pair.Value} {pair.Key.ToName()}")));

    /// <summary>The counts by the names of the verdicts.</summary>
    public static ResultRecord RecordOf(IEnumerable<KeyValuePair<Verdict, int>> counts)
    {
        var record = new ResultRecord();
        foreach ((Verdict verdict, int count) in counts)
        {
            record[verdict.ToName()] = count;
        }

        return record;
    }
}

namespace SurvivalKit.Published;

/// <summary>Means and standard deviations of all patients against those of the arms.</summary>
internal sealed class PooledCheck : IAuditCheck
{
    // The pooled mean does not read standard deviations.
    private static readonly PrintedNumber Unread = new(0, 0);

    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from row in index.Study.Rows
        where row.Measure is MeanSdMeasure or MeanRangeMeasure or MedianSdMeasure
        from finding in OfRow(index, row, row.Measure.Columns[0])
        select finding;

    private static IEnumerable<AuditFinding> OfRow(AuditIndex index, StudyRow row, string variable)
    {
        (int[] counts, bool isSettled) = PrintedSamples.SizesOf(index, row.Place, variable);
        if (counts.Any(count => count == 0) || counts.Sum() < 2)
        {
            yield break;
        }

        Claim[]? means = index.Cells(row, index.Arms, Aspects.Mean);
        Claim[]? spreads = index.Cells(row, index.Arms, Aspects.StandardDeviation);
        if (means is not null && index.Cell(row, ColumnNames.All, Aspects.Mean) is { } mean)
        {
            ArithmeticResult result = MeanArithmetic.CheckPooledMean(mean.Number(), Samples(counts, means, null));
            ValueRange hull = new(means.Min(arm => arm.Any().Low), means.Max(arm => arm.Any().High));
            yield return Finding(mean, result, isSettled || !mean.Any().Overlaps(hull));
        }

        if (spreads is not null && index.Cell(row, ColumnNames.All, Aspects.StandardDeviation) is { } spread)
        {
            ArithmeticResult result = means is null
                ? MeanArithmetic.CheckLeastStandardDeviation(spread.Number(), Samples(counts, null, spreads))
                : MeanArithmetic.CheckPooledStandardDeviation(spread.Number(), Samples(counts, means, spreads));
            yield return Finding(spread, result, isSettled);
        }
    }

    private static PrintedSample[] Samples(int[] counts, Claim[]? means, Claim[]? spreads) =>
        [.. counts.Select((count, i) => new PrintedSample(means?[i].Number() ?? Unread, spreads?[i].Number() ?? Unread, count))];

    private static AuditFinding Finding(Claim claim, ArithmeticResult result, bool isSettled) => result.Verdict == Verdict.Inconsistent && !isSettled
        ? AuditFinding.Of(
            claim, AuditCheck.MeanAndSpread, Verdict.NotCheckable,
            $"{result.Sentence} That takes a value of every patient; it is possible where some have none, and how many have one is not printed.")
        : MeanFindings.Of(claim, result);
}

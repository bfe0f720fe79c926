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
        string sizes = string.Join(
            "; ", index.Arms.Select(arm => index.WithValue(row.Place, variable, arm) is { } size ? $"{size.N} of {arm}: {size.Why}" : ""));
        if (counts.Any(count => count == 0) || counts.Sum() < 2)
        {
            yield break;
        }

        Claim[]? means = index.Cells(row, index.Arms, Aspects.Mean);
        Claim[]? spreads = index.Cells(row, index.Arms, Aspects.StandardDeviation);
        if (means is not null && index.Cell(row, ColumnNames.All, Aspects.Mean) is { } mean)
        {
            Judgement result = MeanArithmetic.CheckPooledMean(mean.Number(), Samples(counts, means, null));
            ValueRange hull = new(means.Min(arm => arm.Any().Low), means.Max(arm => arm.Any().High));
            yield return Finding(mean, result, isSettled || !mean.Any().Overlaps(hull), isSettled ? sizes : "");
        }

        if (spreads is not null && index.Cell(row, ColumnNames.All, Aspects.StandardDeviation) is { } spread)
        {
            Judgement result = means is null
                ? MeanArithmetic.CheckLeastStandardDeviation(spread.Number(), Samples(counts, null, spreads))
                : MeanArithmetic.CheckPooledStandardDeviation(spread.Number(), Samples(counts, means, spreads));
            yield return Finding(spread, result, isSettled
                || spread.Any().High < LeastOfFewer(counts, spreads), isSettled ? sizes : "two or more of each arm, however many");
        }
    }

    /// <summary>The least standard deviation within the arms for any numbers of patients that have a value, two
    /// of each arm or more.</summary>
    /// <remarks>The sum of squares over n - 1 is a quotient of linear functions of each number, so that it is least where every number
    /// is least or greatest.</remarks>
    private static double LeastOfFewer(int[] counts, Claim[] spreads)
    {
        double least = double.PositiveInfinity;
        for (int corner = 0; corner < 1 << Math.Min(counts.Length, 16); corner++)
        {
            int at = corner;
            double[] sizes = [.. counts.Select((count, i) => (at >> Math.Min(i, 15) & 1) == 0 ? Math.Min(2.0, count) : count)];
            double squares = sizes.Select((size, i) => (size - 1) * Math.Pow(Math.Max(0, spreads[i].Any().Low), 2)).Sum();
            least = Math.Min(least, Math.Sqrt(squares / (sizes.Sum() - 1)));
        }

        return least;
    }

    private static PrintedSample[] Samples(int[] counts, Claim[]? means, Claim[]? spreads) =>
        [.. counts.Select((count, i) => new PrintedSample(means?[i].Number() ?? Unread, spreads?[i].Number() ?? Unread, count))];

    private static AuditFinding Finding(Claim claim, Judgement result, bool isSettled, string sizes)
    {
        if (result.Verdict == Verdict.Inconsistent && !isSettled)
        {
            return AuditFinding.Agrees(
                claim, AuditCheck.MeanAndSpread,
                $"{result.Sentence} That takes a value of every patient; it is possible where some have none, and how many have one is not printed.");
        }

        bool namesSizes = result.Verdict == Verdict.Inconsistent && sizes.Length > 0;
        return new(claim, AuditCheck.MeanAndSpread, namesSizes ? result with
        {
            Witness = $"{result.Witness} Patients with a value: {sizes}."
        } : result);
    }
}

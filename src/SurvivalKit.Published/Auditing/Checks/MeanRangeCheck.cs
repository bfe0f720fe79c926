namespace SurvivalKit.Published;

/// <summary>Means and standard deviations within the printed range of the same column.</summary>
internal sealed class MeanRangeCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from row in index.Study.Rows
        where row.Measure is MeanSdMeasure or MeanRangeMeasure or MedianSdMeasure
        let variable = row.Measure.Columns[0]
        let range = row.Measure is MeanRangeMeasure ? row : index.RowsOf<MeanRangeMeasure>().FirstOrDefault(
            pair => pair.Row.Place == row.Place && pair.Measure.Column == variable).Row
        where range is not null
        from column in index.Columns
        let least = index.Cell(range, column, Aspects.Minimum)
        let greatest = index.Cell(range, column, Aspects.Maximum)
        where least is not null && greatest is not null
        let mean = index.Cell(row, column, Aspects.Mean)
        let spread = index.Cell(row, column, Aspects.StandardDeviation)
        let size = index.WithValue(row.Place, variable, column)
        from finding in Compare(mean, spread, least, greatest, size?.N ?? index.N(column), size is not null)
        select finding;

    private static IEnumerable<AuditFinding> Compare(Claim? mean, Claim? spread, Claim least, Claim greatest, int n, bool isSettled)
    {
        // Where the number with a value is not printed, every possible number is tried.
        int[] sizes = isSettled ? [n] : [n, .. Enumerable.Range(2, Math.Max(0, Math.Min(n, 100) - 2))];
        if (n < 2)
        {
            yield break;
        }

        if (mean is not null)
        {
            yield return Finding(
                mean, sizes.Select(size => MeanArithmetic.MeanWithinRange(mean.Number(), least.Number(), greatest.Number(), size)));
        }

        if (spread is not null)
        {
            yield return Finding(spread, sizes.Select(
                size => MeanArithmetic.DeviationWithinRange(spread.Number(), mean?.Number(), least.Number(), greatest.Number(), size)));
        }
    }

    private static AuditFinding Finding(Claim claim, IEnumerable<Judgement> results)
    {
        Judgement? first = null;
        foreach (Judgement result in results)
        {
            first ??= result;
            if (result.Verdict != Verdict.Inconsistent)
            {
                // A range that allows a number does not determine it, not even where that takes cutting off.
                return AuditFinding.Agrees(claim, AuditCheck.MeanAndSpread, result.Sentence);
            }
        }

        return new AuditFinding(claim, AuditCheck.MeanAndSpread, first!);
    }
}

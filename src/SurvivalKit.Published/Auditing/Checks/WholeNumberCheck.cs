namespace SurvivalKit.Published;

/// <summary>Means and standard deviations that whole numbers can have: GRIM and GRIMMER, and DEBIT for zeros and ones.</summary>
/// <remarks>
/// A column is whole where the study file says so: a unit, and no decimals. Without a unit, the precision of the recorded numbers is
/// unknown, and a mean that whole numbers cannot have is reported, but not as a contradiction.
/// </remarks>
internal sealed class WholeNumberCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from row in index.Study.Rows
        where row.Measure is MeanSdMeasure or MeanRangeMeasure
        let variable = index.Study.Variable(row.Measure.Columns[0])
        where variable.Decimals == 0
        from column in index.Columns
        let mean = index.Cell(row, column, Aspects.Mean)
        let spread = index.Cell(row, column, Aspects.StandardDeviation)
        where mean is not null
        let size = index.WithValue(row.Place, variable.Name, column)
        let n = size?.N ?? index.N(column)
        where n >= 2
        select Compare(mean, spread, variable, n, size is not null);

    private static AuditFinding Compare(Claim mean, Claim? spread, StudyVariable variable, int n, bool isSettled)
    {
        Judgement result = Check(mean, spread, variable, n);

        // Where whole numbers cannot have the mean, the finding is for the mean; otherwise for the standard deviation.
        bool isOfMean = spread is null || MeanArithmetic.Grim(mean.Number(), n).Verdict == Verdict.Inconsistent;
        Claim claim = isOfMean ? mean : spread!;
        if (result.Verdict != Verdict.Inconsistent)
        {
            return AuditFinding.Agrees(claim, AuditCheck.MeanAndSpread, result.Sentence);
        }

        int? fewer = isSettled ? null : Enumerable.Range(2, n - 2).Reverse().Where(
            size => Check(mean, isOfMean ? null : spread, variable, size).Verdict != Verdict.Inconsistent).Cast<int?>().FirstOrDefault();
        string? open = variable.Unit is null ? "It is possible where values have decimals."
            : fewer is { } size ? FormattableString.Invariant(
                $"It is possible where only {size} of {n} patients have a value; how many have one is not printed.")
            : null;
        return open is null
            ? new(claim, AuditCheck.MeanAndSpread, result with
            {
                Witness =
                $"{result.Witness} The study file keeps {variable.Label} in whole {variable.Unit}{(isSettled ? "" : "; fewer patients with a value do not give it either")}."
            })
            : AuditFinding.Agrees(claim, AuditCheck.MeanAndSpread, $"{result.Sentence} {open}");
    }

    private static Judgement Check(Claim mean, Claim? spread, StudyVariable variable, int n) =>
        spread is null ? MeanArithmetic.Grim(mean.Number(), n)
        : variable is { Minimum: 0, Maximum: 1 } ? MeanArithmetic.Debit(mean.Number(), spread.Number(), n)
        : MeanArithmetic.Grimmer(mean.Number(), spread.Number(), n);
}

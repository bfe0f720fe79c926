namespace SurvivalKit.Published;

/// <summary>An endpoint that comes no later than another, as progression or death is no later than death: its least and greatest times are
/// not above the other's.</summary>
/// <remarks>
/// A patient's time to progression, death or censoring ends at the latest when the patient was last known alive. Medians need not have this
/// order: where progression is censored earlier than death, its Kaplan-Meier median can be the greater one.
/// </remarks>
internal sealed class EndpointOrderCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from early in index.RowsOf<MedianRangeMeasure>()
        let lateName = index.Study.Endpoint(early.Measure.Endpoint).NoLaterThan
        where lateName is not null
        from late in index.RowsOf<MedianRangeMeasure>()
        where late.Measure.Endpoint == lateName
        from column in index.Columns
        from aspect in early.Measure.Aspects
        let one = index.Cell(early.Row, column, aspect)
        let other = index.Cell(late.Row, column, aspect)
        where one is not null && other is not null
        from finding in Compare(one, other)
        select finding;

    private static IEnumerable<AuditFinding> Compare(Claim early, Claim late)
    {
        string word = early.Aspect switch { Aspects.Minimum => "least", Aspects.Maximum => "greatest", _ => "median" };
        string label = Words.Label(late.Row);
        if (early.Any().Low <= late.Any().High)
        {
            yield return Agrees(early, $"it is not above the {word} of {label}, {late.Printed}.");
            yield return Agrees(late, $"it is not below the {word} of {Words.Label(early.Row)}, {early.Printed}.");
        }
        else if (early.Aspect == Aspects.Median)
        {
            yield return Agrees(
                early, $"it is above the median of {label}, {late.Printed}, which is possible only where it is censored earlier.");
        }
        else
        {
            string witness =
                $"No patient's time of {Words.Label(early.Row)} is above that of {label}, but the {word} is {early.Printed} where that of {label} is {late.Printed}; {late.Printed} or less was expected.";
            yield return new(early, AuditCheck.MedianAndRange, new(Verdict.Inconsistent, witness, Witness: witness));
            yield return Agrees(
                late, $"The {word} of {Words.Label(early.Row)} is printed as {early.Printed}, above it.") with
            { IsAlwaysSaid = true };
        }
    }

    private static AuditFinding Agrees(Claim claim, string sentence) => AuditFinding.Agrees(claim, AuditCheck.MedianAndRange, sentence);
}

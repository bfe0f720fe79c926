namespace SurvivalKit.Benchmarks;

/// <summary>Computations on an existing fit: the fit is made again before each run, and is not timed.</summary>
internal static class AfterFitCases
{
    private static readonly string Continuous = "Surv(time, status) ~ " + CovariateModel.Sum(5);
    private static readonly string TiedIntervals = "Surv(enter, leave, dead) ~ " + CovariateModel.Sum(5);

    public static IEnumerable<PeerCase> All => [ProportionalHazards, Concordance, ScoreResiduals];

    // cox.zph computes the scaled Schoenfeld residuals of its plot; our time includes them too.
    private static PeerCase<ProportionalHazardsTest> ProportionalHazards => new("proportional-hazards test")
    {
        Ours = data => OfFit(data, Continuous, fit =>
        {
            ProportionalHazardsTest test = fit.ProportionalHazards();
            GC.KeepAlive(test.Plot);
            return test;
        }),
        TheirSetup = $"fit <- {CoxCases.ExactInR(Continuous)}",
        Theirs = "cox.zph(fit)",
        Quantities =
        [
            new("chi-squares", test => test.Terms.Select(term => term.ChiSquare), "result$table[, \"chisq\"]"),
            new("log P", test => test.Terms.Select(term => Math.Log(term.P)), "log(result$table[, \"p\"])"),
            new("residuals", test => Columns(test.Plot.Column, test.Plot.Names.Length), "result$y", DifferenceScale.LargestNumber),
        ],
    };

    // R stores the concordance with the fit; concordance() computes it again.
    private static PeerCase<ConcordanceIndex> Concordance => new("concordance")
    {
        Ours = data => OfFit(data, Continuous, fit => fit.Concordance),
        TheirSetup = $"fit <- {CoxCases.ExactInR(Continuous)}",
        Theirs = "concordance(fit)",
        Quantities =
        [
            new("concordance", concordance => [concordance.Estimate], "result$concordance"),
            new("standard error", concordance => [concordance.StandardError], "sqrt(result$var)"),
        ],
    };

    // Until version 3.5-5 survival needs time in proportion to rows x distinct event times for score residuals, and to rows squared without
    // a start: half an hour for a million rows with continuous times. It is fastest for intervals with tied times.
    private static PeerCase<CoxResiduals> ScoreResiduals => new("score residuals, (start, stop] tied")
    {
        Ours = data => OfFit(data, TiedIntervals, fit => fit.Residuals(CoxResidualKind.Score)),
        TheirSetup = $"fit <- {CoxCases.ExactInR(TiedIntervals)}",
        Theirs = "residuals(fit, type = \"score\")",
        Quantities = [new("residuals", residuals => Columns(residuals.Column, residuals.Columns), "result", DifferenceScale.LargestNumber)],
    };

    private delegate ReadOnlySpan<double> ColumnOf(int column);

    private static Func<TResult> OfFit<TResult>(Microsoft.Data.Analysis.DataFrame data, string formula, Func<CoxFit, TResult> ask)
    {
        CoxFit fit = CoxModel.Fit(data, formula);
        return () => ask(fit);
    }

    private static IEnumerable<double> Columns(ColumnOf column, int count) =>
        Enumerable.Range(0, count).SelectMany(j => column(j).ToArray());
}

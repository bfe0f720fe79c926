namespace SurvivalKit.Benchmarks;

/// <summary>What is asked of a fit that is there: the fit is made anew before each run, and is not timed.</summary>
internal static class AfterFitCases
{
    private static readonly string Formula = "Surv(time, status) ~ " + CovariateModel.Sum(5);

    public static IEnumerable<PeerCase> All => [Concordance];

    // R holds the concordance of a fit from the fit on; concordance() computes it as a user asks for it.
    private static PeerCase<ConcordanceIndex> Concordance => new("concordance")
    {
        Ours = data =>
        {
            CoxFit fit = CoxModel.Fit(data, Formula);
            return () => fit.Concordance;
        },
        TheirSetup = $"fit <- {CoxCases.ExactInR(Formula)}",
        Theirs = "concordance(fit)",
        Quantities =
        [
            new("concordance", concordance => [concordance.Estimate], "result$concordance"),
            new("standard error", concordance => [concordance.StandardError], "sqrt(result$var)"),
        ],
    };
}

namespace SurvivalKit.Benchmarks;

/// <summary>What R computes within the fit, timed with the fit on both sides.</summary>
internal static class FitAndMoreCases
{
    private static readonly string Continuous = "Surv(time, status) ~ " + CovariateModel.Sum(5);
    private static readonly string TiedIntervals = "Surv(enter, leave, dead) ~ " + CovariateModel.Sum(5);

    public static IEnumerable<PeerCase> All => [MartingaleResiduals, RobustVariance];

    // coxph keeps the martingale residuals of every fit, so that R returns them at no cost: comparable is the time of fit and
    // residuals together.
    private static PeerCase<CoxResiduals> MartingaleResiduals => new("Cox and martingale residuals")
    {
        Ours = data => () => CoxModel.Fit(data, Continuous).Residuals(CoxResidualKind.Martingale),
        Theirs = $"residuals({CoxCases.InR(Continuous)}, type = \"martingale\")",
        TheirExact = $"residuals({CoxCases.ExactInR(Continuous)}, type = \"martingale\")",
        Quantities = [new("residuals", residuals => residuals.Column(0).ToArray(), "result", DifferenceScale.LargestNumber)],
    };

    // The robust variance needs score residuals: intervals with tied times, as for these.
    private static PeerCase<CoxFit> RobustVariance => new("Cox, robust variance, (start, stop] tied")
    {
        Ours = data => () => CoxCases.Touched(CoxModel.Fit(data, TiedIntervals + " + cluster(id)")),
        Theirs = CoxCases.InR(TiedIntervals, ", cluster = id"),
        TheirExact = CoxCases.ExactInR(TiedIntervals, ", cluster = id"),
        Quantities =
        [
            .. CoxCases.Estimates,
            new("standard errors", fit => fit.Terms.Select(term => term.StandardError), "sqrt(diag(result$naive.var))"),
            new(
                "robust standard errors",
                fit => fit.Terms.Select(term => term.RobustStandardError ?? double.NaN),
                "sqrt(diag(result$var))"),
            new("robust score test", fit => [fit.RobustScore?.Statistic ?? double.NaN], "result$rscore"),
        ],
    };
}

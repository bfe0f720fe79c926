namespace SurvivalKit.Benchmarks;

/// <summary>Competing risks: Aalen-Johansen with errors against <c>survfit</c>, Gray's test against <c>cuminc</c> of cmprsk, Fine and
/// Gray's model with robust errors against <c>finegray</c> and <c>coxph</c>.</summary>
/// <remarks>Errors of <c>survfit</c> take rows times distinct times, and <c>finegray</c> writes each row with the other cause out for each
/// later time of censoring: such rows of the table have as many rows of data as R can do in some seconds, and a second row has ours with
/// all.</remarks>
internal static class CompetingRisksCases
{
    private const int MostRowsOfErrors = 20_000;
    private const int MostRowsOfWeights = 10_000;

    private static readonly string FineGrayFormula = "Surv(day, cause) ~ " + CovariateModel.Sum(5);

    public static IEnumerable<PeerCase> All =>
    [
        AalenJohansen("tied", "day"),
        AalenJohansen("continuous", "time", MostRowsOfErrors),
        AalenJohansen("continuous, all rows", "time", inR: false),
        Gray,
        FineGrayCase("", MostRowsOfWeights, inR: true),
        FineGrayCase(", all rows", null, inR: false),
    ];

    private static PeerCase<CumulativeIncidenceCurves> AalenJohansen(string name, string time, int? mostRows = null, bool inR = true)
    {
        string formula = $"Surv({time}, cause) ~ 1";
        return new($"Aalen-Johansen with errors, {name}")
        {
            MostRows = mostRows,
            IsInR = inR,
            Ours = data => () => CumulativeIncidence.Fit(data, formula),
            Theirs = $"survfit({formula}, peers)",
            Quantities =
            [
                new("times", curves => curves[0].Time, "result$time"),
                .. new[] { ("relapse", 2), ("death", 3) }.SelectMany(cause => (PeerQuantity<CumulativeIncidenceCurves>[])
                [
                    new(
                        "incidence of " + cause.Item1,
                        curves => curves[0][cause.Item1].Incidence,
                        FormattableString.Invariant($"result$pstate[, {cause.Item2}]"),
                        DifferenceScale.LargestNumber),
                    new(
                        "errors of " + cause.Item1,
                        curves => curves[0][cause.Item1].StandardError,
                        FormattableString.Invariant($"result$std.err[, {cause.Item2}]"),
                        DifferenceScale.LargestNumber),
                ]),
            ],
        };
    }

    private static PeerCase<GrayTestResult> Gray => new("Gray's test, three groups, tied")
    {
        Ours = data => () => GrayTest.Test(data, "Surv(day, cause) ~ arm"),
        TheirSetup = "stopifnot(requireNamespace(\"cmprsk\", quietly = TRUE))",
        Theirs = "cmprsk::cuminc(peers$day, as.integer(peers$cause) - 1L, peers$arm)",
        Quantities = [new("chi-square", test => test.Causes.Select(cause => cause.ChiSquare), "result$Tests[, \"stat\"]")],
    };

    private static PeerCase<FineGrayFit> FineGrayCase(string name, int? mostRows, bool inR)
    {
        string terms = CovariateModel.Sum(5);
        string columns = string.Join(", ", Enumerable.Range(0, 5).Select(j => $"\"{CovariateModel.Name(j)}\""));
        string InR(string more) =>
            $"coxph(Surv(fgstart, fgstop, fgstatus) ~ {terms}, finegray(Surv(day, cause) ~ ., peers[c(\"day\", \"cause\", \"row\", {columns})], etype = \"relapse\"), weights = fgwt, cluster = row{more})";
        return new("Fine-Gray, 5 covariates, tied" + name)
        {
            MostRows = mostRows,
            IsInR = inR,
            Ours = data => () => FineGray.Fit(data, FineGrayFormula, "relapse"),
            TheirSetup = "peers$row <- seq_len(nrow(peers))",
            Theirs = InR(""),
            TheirExact = InR(", control = coxph.control(eps = 2e-12, iter.max = 40)"),
            Quantities =
            [
                new("coefficients", fit => fit.Terms.Select(term => term.Coefficient), "coef(result)"),
                new("log-likelihoods", fit => [fit.NullLogLikelihood, fit.LogLikelihood], "result$loglik"),
                new("standard errors", fit => fit.Terms.Select(term => term.StandardError), "sqrt(diag(result$naive.var))"),
                new(
                    "robust standard errors",
                    fit => fit.Terms.Select(term => term.RobustStandardError ?? double.NaN),
                    "sqrt(diag(result$var))"),
            ],
        };
    }
}

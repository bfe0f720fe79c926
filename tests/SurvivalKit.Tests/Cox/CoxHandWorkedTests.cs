namespace SurvivalKit.Tests;

/// <summary>Cox models of the data sets of Therneau and Grambsch (2000, appendix E), worked by hand:
/// <c>tests/Fixtures/hand-worked.md</c>, sections 3 to 5.</summary>
public sealed class CoxHandWorkedTests
{
    // The maximum is found by iteration; values at 0 are exact.
    private const double Exact = 1e-13;
    private const double Found = 1e-9;

    private static readonly Surv Test1 = Surv.Right([1, 1, 6, 6, 8, 9], new double[] { 1, 0, 1, 1, 0, 1 });

    private static readonly Surv Test2 = Surv.Counting(
        [1, 2, 5, 2, 1, 7, 3, 4, 8, 8],
        [2, 3, 6, 7, 8, 9, 9, 9, 14, 17],
        [true, true, true, true, true, true, true, false, false, false]);

    private static readonly Surv Test3 = Surv.Right([1, 1, 2, 2, 2, 2, 3, 4, 5], new double[] { 1, 0, 1, 1, 1, 0, 0, 1, 0 });

    [Fact]
    public void Test1_by_Breslow_solves_a_quadratic()
    {
        CoxFit fit = Fit(Test1, [1, 1, 1, 0, 0, 0], Ties.Breslow);
        double r = (3 + Math.Sqrt(33)) / 2;

        Close.To(-Math.Log(96), fit.NullLogLikelihood, "log-likelihood at 0", Exact);
        Close.To(8.0 / 5, fit.Score.Statistic!.Value, "score test", Exact);
        Close.To(Math.Log(r), fit.Terms[0].Coefficient, "coefficient", Found);
        Close.To(r, fit.Terms[0].HazardRatio, "hazard ratio", Found);
        Close.To((2 * Math.Log(r)) - Math.Log((3 * r) + 3) - (2 * Math.Log(r + 3)), fit.LogLikelihood, "log-likelihood", Found);
        double information = (r / ((r + 1) * (r + 1))) + (6 * r / ((r + 3) * (r + 3)));
        Close.To(1 / information, fit.Covariance(0, 0), "variance", Found);
        Close.To(Math.Log(r) * Math.Log(r) * information, fit.Wald.Statistic!.Value, "Wald test", Found);
        Close.To(1.47919737292994, fit.LikelihoodRatio.Statistic!.Value, "likelihood-ratio test", Found);
    }

    [Fact]
    public void Test1_by_Efron_solves_a_cubic()
    {
        CoxFit fit = Fit(Test1, [1, 1, 1, 0, 0, 0], Ties.Efron);
        double r = 2 * Math.Sqrt(23.0 / 3) * Math.Cos(Math.Acos(45.0 / 23 * Math.Sqrt(3.0 / 23)) / 3);

        Close.To(-Math.Log(72), fit.NullLogLikelihood, "log-likelihood at 0", Exact);
        Close.To(169.0 / 83, fit.Score.Statistic!.Value, "score test", Exact);
        Close.To(Math.Log(r), fit.Terms[0].Coefficient, "coefficient", Found);
        Close.To((2 * Math.Log(r)) - Math.Log((3 * r) + 3) - Math.Log(r + 3) - Math.Log(
            (r + 5) / 2), fit.LogLikelihood, "log-likelihood", Found);
        double information = (r / ((r + 1) * (r + 1))) + (3 * r / ((r + 3) * (r + 3))) + (5 * r / ((r + 5) * (r + 5)));
        Close.To(1 / information, fit.Covariance(0, 0), "variance", Found);
        Close.To(1.72262962592307, fit.Wald.Statistic!.Value, "Wald test", Found);
        Close.To(1.83538255750542, fit.LikelihoodRatio.Statistic!.Value, "likelihood-ratio test", Found);
    }

    [Fact]
    public void Test1_has_a_concordance_of_7_ninths() =>
        Close.To(7.0 / 9, Fit(Test1, [1, 1, 1, 0, 0, 0], Ties.Efron).Concordance.Estimate, "concordance", Exact);

    [Theory]
    [InlineData(Ties.Breslow, 12000, 32, 2821, -0.0845260806613090, -9.38701511836634, 0.630145870034548)]
    [InlineData(Ties.Efron, 9600, 2, 2839, -0.0211052095801749, -9.16916646472476, 0.632306260657960)]
    public void Test2_counts_who_is_at_risk_from_start_to_stop(
        Ties ties, double risk, double score, double scoreDivisor, double coefficient, double logLikelihood, double variance)
    {
        CoxFit fit = Fit(Test2, [1, 0, 0, 1, 0, 1, 1, 1, 0, 0], ties);

        Close.To(-Math.Log(risk), fit.NullLogLikelihood, "log-likelihood at 0", Exact);
        Close.To(score / scoreDivisor, fit.Score.Statistic!.Value, "score test", 1e-11);
        Close.To(coefficient, fit.Terms[0].Coefficient, "coefficient", Found);
        Close.To(logLikelihood, fit.LogLikelihood, "log-likelihood", 1e-13);
        Close.To(variance, fit.Covariance(0, 0), "variance", Found);
    }

    [Fact]
    public void Test3_by_Breslow_takes_the_weights_of_all_events()
    {
        CoxFit fit = FitTest3(Ties.Breslow);

        Close.To(-Math.Log(19) - (10 * Math.Log(16)) - (2 * Math.Log(3)), fit.NullLogLikelihood, "log-likelihood at 0", Exact);
        Close.To(1847042.0 / 1211939, fit.Score.Statistic!.Value, "score test", 1e-12);
        Close.To(0.859557444506881, fit.Terms[0].Coefficient, "coefficient", Found);
        Close.To(-32.0210462764333, fit.LogLikelihood, "log-likelihood", 1e-13);
        Close.To(0.508503337521656, fit.Covariance(0, 0), "variance", Found);
    }

    [Fact]
    public void Test3_by_Efron_gives_each_step_the_mean_weight()
    {
        CoxFit fit = FitTest3(Ties.Efron);

        Close.To(-Math.Log(19)
            - (10.0 / 3 * Math.Log(16 * 38.0 / 3 * 28 / 3))
            - (2 * Math.Log(3)), fit.NullLogLikelihood, "log-likelihood at 0", Exact);
        Close.To(94036898.0 / 59690081, fit.Score.Statistic!.Value, "score test", 1e-12);
        Close.To(0.872604246398395, fit.Terms[0].Coefficient, "coefficient", Found);
        Close.To(-29.4167846001362, fit.LogLikelihood, "log-likelihood", 1e-13);
        Close.To(0.507756626964133, fit.Covariance(0, 0), "variance", Found);
    }

    private static CoxFit Fit(Surv response, double[] x, Ties ties) =>
        CoxModel.Fit(response, DesignMatrix.FromColumns(("x", x)), new() { Ties = ties });

    private static CoxFit FitTest3(Ties ties) => CoxModel.Fit(
        Test3, DesignMatrix.FromColumns(("x", [2, 0, 1, 1, 0, 1, 0, 1, 0])), new() { Ties = ties }, weights: [1, 2, 3, 4, 3, 2, 1, 2, 1]);
}

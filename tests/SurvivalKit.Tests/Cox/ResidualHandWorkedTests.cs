namespace SurvivalKit.Tests;

/// <summary>Residuals of the data sets of Therneau and Grambsch (2000, appendix E) as functions of r, the hazard ratio:
/// <c>tests/Fixtures/hand-worked.md</c>, sections 3 and 4.</summary>
public sealed class ResidualHandWorkedTests
{
    // The maximum is found by iteration.
    private const double Found = 1e-9;

    private static readonly double[] X1 = [1, 1, 1, 0, 0, 0];

    private static readonly double[] X2 = [1, 0, 0, 1, 0, 1, 1, 1, 0, 0];

    [Fact]
    public void Test1_by_Breslow()
    {
        CoxFit fit = Test1(Ties.Breslow);
        double r = (3 + Math.Sqrt(33)) / 2;
        double a = 1 / ((3 * r) + 3);

        Same([1 - (r * a), -r * a, 1 - (r / 3), 2.0 / 3, -1.0 / 3, -1.0 / 3], fit, CoxResidualKind.Martingale);
        Same([r * a, r * a, r / 3, 1.0 / 3, 1.0 / 3, 4.0 / 3], fit, CoxResidualKind.CoxSnell);
        Same([1 / (r + 1), 3 / (r + 3), -r / (r + 3), 0], fit, CoxResidualKind.Schoenfeld);

        // Row 1 leaves at time 1; row 2 is censored then. At time 6, two events share the mean r/(r+3), at time 9 x is 0 for all.
        double mean1 = r / (r + 1);
        double mean6 = r / (r + 3);
        double b = 2 / (r + 3);
        double row3 = -(r * a * (1 - mean1)) + (1 - mean6) - (r * b * (1 - mean6));
        double later = (a * mean1) + (b * mean6);
        Same([(1 - (r * a)) * (1 - mean1), -r * a * (1 - mean1), row3, -mean6 + later, later, later], fit, CoxResidualKind.Score);
    }

    [Fact]
    public void Test1_by_Efron()
    {
        CoxFit fit = Test1(Ties.Efron);
        double r = 2 * Math.Sqrt(23.0 / 3) * Math.Cos(Math.Acos(45.0 / 23 * Math.Sqrt(3.0 / 23)) / 3);
        double a = 1 / ((3 * r) + 3);
        double tied = a + (1 / (r + 3)) + (1 / (r + 5));
        double stayed = a + (1 / (r + 3)) + (2 / (r + 5));
        double m = (r / (r + 3) / 2) + (r / (r + 5) / 2);

        Same([1 - (r * a), -r * a, 1 - (r * tied), 1 - tied, -stayed, -stayed], fit, CoxResidualKind.Martingale);
        Same([1 / (r + 1), 1 - m, -m, 0], fit, CoxResidualKind.Schoenfeld);
    }

    [Fact]
    public void Test2_counts_from_start_to_stop()
    {
        CoxFit fit = CoxModel.Fit(
            Surv.Counting(
                [1, 2, 5, 2, 1, 7, 3, 4, 8, 8],
                [2, 3, 6, 7, 8, 9, 9, 9, 14, 17],
                [true, true, true, true, true, true, true, false, false, false]),
            DesignMatrix.FromColumns(("x", X2)),
            new() { Ties = Ties.Breslow });
        double r = Math.Exp(-0.0845260806613090);

        // The hazard at 2, 3, 6, 7, 8 and 9.
        double h2 = 1 / (r + 1);
        double h3 = 1 / (r + 2);
        double h6 = 1 / ((3 * r) + 2);
        double h7 = 1 / ((3 * r) + 1);
        double h8 = 1 / ((3 * r) + 1);
        double h9 = 2 / ((3 * r) + 2);
        double from3 = h6 + h7 + h8 + h9;
        Same(
            [
                1 - (r * h2), 1 - h3, 1 - h6, 1 - (r * (h3 + h6 + h7)), 1 - (h2 + h3 + h6 + h7 + h8), 1 - (r * (h8 + h9)),
                1 - (r * from3), -r * from3, -h9, -h9,
            ],
            fit,
            CoxResidualKind.Martingale);
        double of9 = 3 * r / ((3 * r) + 2);
        Same([1 - (r * h2), -r * h3, -of9, 1 - (3 * r * h7), -3 * r * h8, 1 - of9, 1 - of9], fit, CoxResidualKind.Schoenfeld);
    }

    // Two events of a person of whom three were expected: sign(-1) sqrt(-2 (-1 + 2 log(3/2))).
    [Fact]
    public void A_deviance_of_several_events_divides_by_them() =>
        Close.To(-Math.Sqrt(2 - (4 * Math.Log(1.5))), MartingaleResiduals.Deviance(-1, 2, 3), "deviance", 1e-14);

    [Theory]
    [InlineData(1e-9)]
    [InlineData(-1e-5)]
    [InlineData(9.99e-4)]
    [InlineData(0)]
    public void A_deviance_near_0_keeps_its_digits(double martingale)
    {
        // m + log(1 - m) as the integral -m^2/2 - m^3/3 - ...
        double sum = Enumerable.Range(2, 12).Sum(k => Math.Pow(martingale, k) / k);
        Close.To(
            Math.Sign(martingale) * Math.Sqrt(2 * sum), MartingaleResiduals.Deviance(martingale, 1, 1 - martingale), "deviance", 1e-13);
    }

    private static CoxFit Test1(Ties ties) => CoxModel.Fit(
        Surv.Right([1, 1, 6, 6, 8, 9], new double[] { 1, 0, 1, 1, 0, 1 }), DesignMatrix.FromColumns(("x", X1)), new() { Ties = ties });

    private static void Same(double[] expected, CoxFit fit, CoxResidualKind kind)
    {
        CoxResiduals residuals = fit.Residuals(kind);
        Assert.Equal(expected.Length, residuals.Rows);
        for (int i = 0; i < expected.Length; i++)
        {
            Close.To(expected[i], residuals[i, 0], $"{kind} {i + 1}", Found);
        }
    }
}

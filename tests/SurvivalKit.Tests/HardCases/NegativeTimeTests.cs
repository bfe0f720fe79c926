using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Times before the origin, as R takes them, and rows in which an expression has no value.</summary>
public sealed class NegativeTimeTests
{
    private static readonly DataFrame Times = Read("negative-times");

    [Fact]
    public void A_curve_falls_before_the_origin()
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(Times, "Surv(time, status) ~ 1").Curves[0];

        // Six at risk at -1, four at 1, two at 3.
        Assert.Equal([-1.0, 0, 1, 2, 3, 4], curve.Time);
        Close.To(5.0 / 6, curve.At(-1)[0].Survival, "S(-1)");
        Close.To(1, curve.At(-5)[0].Survival, "S(-5)");
        Close.To(5.0 / 8, curve.At(1)[0].Survival, "S(1)");
        Close.To(5.0 / 16, curve.At(3)[0].Survival, "S(3)");
        Close.To(2.5416666666666667, curve.RestrictedMean(5).Estimate, "mean to 5");
        Close.To(-1 + (5.0 / 12), curve.RestrictedMean(-0.5).Estimate, "mean to -0.5");
    }

    [Fact]
    public void Shifting_all_times_changes_no_test() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        double[] time = [.. Enumerable.Range(0, 40).Select(_ => (double)random.Next(1, 20))];
        double[] status = [.. time.Select(_ => (double)random.Next(2))];
        status[0] = 1;
        double[] x = [.. time.Select(_ => random.NextDouble())];
        double[] g = [.. Enumerable.Range(0, 40).Select(i => i % 2.0)];
        DataFrame data = new(
            new DoubleDataFrameColumn("time", time), new DoubleDataFrameColumn("status", status), new DoubleDataFrameColumn("x", x),
            new DoubleDataFrameColumn("g", g));

        Assert.Equal(
            LogRank.Test(data, "Surv(time, status) ~ g").ChiSquare, LogRank.Test(data, "Surv(time - 10, status) ~ g").ChiSquare);
        Assert.Equal(
            CoxModel.Fit(data, "Surv(time, status) ~ x").LogLikelihood, CoxModel.Fit(data, "Surv(time - 10, status) ~ x").LogLikelihood);
        Assert.Equal(
            KaplanMeier.Fit(data, "Surv(time, status) ~ g").Curves[0].Survival,
            KaplanMeier.Fit(data, "Surv(time - 10, status) ~ g").Curves[0].Survival);
    });

    [Fact]
    public void A_row_without_a_value_is_left_out_and_told()
    {
        CoxFit fit = CoxModel.Fit(Read("roots"), "Surv(time, status) ~ sqrt(x)");

        Assert.Equal((4, 1), (fit.Observations, fit.Omitted));
        Assert.Equal(1.318, fit.Terms[0].Coefficient, 3);
        Assert.Contains("sqrt(x) has no value in row 1.", fit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_outside_of_the_breaks_is_told_too_but_not_one_that_was_missing_before()
    {
        ModelFrame frame = ModelFrame.Build(
            CsvText.Read("t,d,x\n1,1,5\n2,1,NA\n3,1,15\n4,1,25\n5,1,35\n6,1,8\n"), "Surv(t, d) ~ cut(x, c(0, 10, 20))");

        Assert.Equal(["cut(x, c(0, 10, 20)) has no value in 2 rows, the first of them row 4."], frame.Undefined);
        Assert.Equal(3, frame.Omitted);
    }

    private static DataFrame Read(string name) => SurvivalData.ReadCsv(Repository.File($"tests/Fixtures/data/{name}.csv"));
}

using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What parametric fits say of a population, and their distributions side by side.</summary>
public sealed class StandardizationTests
{
    private const string Formula = "Surv(time, status) ~ age + factor(sex)";

    private static readonly DataFrame Lung = SampleData.Load("lung");

    public static TheoryData<ParametricDistribution> Distributions => [.. Enum.GetValues<ParametricDistribution>()
        .Where(distribution => distribution != ParametricDistribution.GeneralizedF)];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void A_population_is_the_mean_of_its_rows(ParametricDistribution distribution)
    {
        ParametricFit fit = ParametricModel.Fit(Lung, Formula, new() { Distribution = distribution });
        DataFrame some = Lung.Head(20);
        foreach (ParametricQuantity quantity in (ParametricQuantity[])[ParametricQuantity.Survival, ParametricQuantity.RestrictedMean])
        {
            double mean = fit.Predict(some, quantity, 400).Estimates.Average(estimate => estimate.Estimate);
            Close.To(mean, fit.Standardized(some, quantity, 400).Estimates[0].Estimate, $"{quantity}", 1e-10);
        }

        // Of one row the population is the row, with its errors.
        foreach (ParametricQuantity quantity in Enum.GetValues<ParametricQuantity>())
        {
            double at = quantity == ParametricQuantity.Quantile ? 0.4 : 300;
            ParametricEstimate own = fit.Predict(Lung.Head(1), quantity, at).Estimates[0];
            ParametricAverage all = fit.Standardized(Lung.Head(1), quantity, at).Estimates[0];
            Close.To(own.Estimate, all.Estimate, $"{quantity}", 1e-8);
            Close.To(own.StandardError, all.StandardError, $"se of {quantity}", 1e-7);
            Close.To(own.Lower, all.Lower, $"limit of {quantity}", 1e-7);
        }

        double median = fit.Standardized(some, ParametricQuantity.Quantile, 0.5).Estimates[0].Estimate;
        Close.To(0.5, fit.Standardized(some, ParametricQuantity.Survival, median).Estimates[0].Estimate, "survival at the median", 1e-8);
    }

    // Errors are those of a change of the parameters: the slope of the mean by one coefficient, by differences of an offset.
    [Fact]
    public void Groups_have_all_rows_with_their_value()
    {
        ParametricFit fit = ParametricModel.Fit(Lung, Formula);
        ParametricStandardized both = fit.Standardized(Lung, "sex", ParametricQuantity.Survival, 365, 730);
        Assert.Equal(["1", "1", "2", "2"], both.Estimates.Select(estimate => estimate.Group));
        DataFrame women = Lung.Clone();
        women["sex"] = new DoubleDataFrameColumn("sex", Enumerable.Repeat(2.0, (int)Lung.Rows.Count));
        Close.To(
            fit.Standardized(women, ParametricQuantity.Survival, 730).Estimates[0].Estimate, both.Estimates[3].Estimate, "women", 1e-12);
        Assert.True(both.Estimates[2].Estimate > both.Estimates[0].Estimate);
    }

    [Fact]
    public void Distributions_stand_side_by_side_with_what_was_observed()
    {
        ParametricComparison fits = ParametricModel.Compare(Lung, "Surv(time, status) ~ 1");
        ParametricExtrapolation curves = fits.Extrapolate(Lung, 100, 500, 3000);
        Assert.Equal(6, curves.Curves.Length);
        Assert.Equal(1022, curves.FollowUp);
        ParametricFit best = fits.Fits[0];
        Close.To(
            best.Predict(Lung.Head(1), ParametricQuantity.Hazard, 500).Estimates[0].Estimate, curves.Curves[0].Hazard[1], "hazard", 1e-9);
        Assert.All(curves.Curves, curve => Assert.True(curve.Survival[0] > curve.Survival[1] && curve.Survival[1] > curve.Survival[2]));
        KaplanMeierCurve observed = KaplanMeier.Fit(Lung, "Surv(time, status) ~ 1")[0];
        string shown = NumberText.Format(observed.At(500)[0].Survival, NumberKind.Probability);
        Assert.Contains(shown, curves.ToString(), StringComparison.Ordinal);
        Assert.Throws<SurvivalDataException>(() => fits.Extrapolate(Lung, -1));
        Assert.Throws<SurvivalDataException>(() => fits.Extrapolate(Lung));
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Residuals of parametric regressions against R's residuals.survreg, and by what they sum to.</summary>
public sealed class ParametricResidualTests
{
    private static readonly RFixture R = RFixture.Load("parametric");

    public static TheoryData<string> Names => RFixture.Names("parametric", _ => true, "residuals");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_survreg(string name)
    {
        JsonObject expected = R.Cases("residuals")[name];
        string distribution = expected["dist"]!.GetValue<string>();
        DataFrame data = R.Data(expected);
        for (long row = 0; row < data.Rows.Count && data.Columns.IndexOf("left") >= 0; row++)
        {
            // What is known to be before a time is before it since ever, as in the fixture.
            double left = Convert.ToDouble(data["left"][row] ?? 0, CultureInfo.InvariantCulture);
            data["left"][row] = left == 0 ? null : data["left"][row];
        }

        ParametricFit fit = ParametricModel.Fit(data, expected["formula"]!.GetValue<string>(), new()
        {
            Distribution = Enum.Parse<ParametricDistribution>(distribution == "extreme" ? "ExtremeValue" : distribution, ignoreCase: true),
        });
        // At the maximum the scores of all rows are nothing, also where R's are not.
        ParametricResiduals moved = fit.Residuals(ParametricResidualKind.DfBeta);
        for (int j = 0; j < fit.Terms.Length; j++)
        {
            Assert.Equal(0, Enumerable.Range(0, fit.Observations).Sum(i => moved[i, j]), 1e-6 * fit.Terms[j].StandardError);
        }

        foreach (ParametricResidualKind kind in Enum.GetValues<ParametricResidualKind>())
        {
            if (expected[kind.ToString().ToLowerInvariant()] is not JsonArray values)
            {
                continue;
            }

            ParametricResiduals residuals = fit.Residuals(kind);
            for (int i = 0; i < values.Count; i++)
            {
                JsonNode?[] row = values[i] is JsonArray several ? [.. several] : [values[i]];
                for (int j = 0; j < row.Length; j++)
                {
                    if (row[j] is not { } value)
                    {
                        continue;
                    }

                    double own = value.GetValue<double>();
                    double scale = kind == ParametricResidualKind.DfBeta ? fit.Terms[j].StandardError : 1;
                    Assert.True(
                        Math.Abs(own - residuals[i, j]) <= 2e-7 * (Math.Abs(own) + scale),
                        $"{kind} of {i}, {j}: expected {own:R}, was {residuals[i, j]:R}.");
                }
            }
        }
    }

    [Fact]
    public void Scores_of_all_rows_are_nothing_and_cumulative_hazards_are_the_events()
    {
        foreach (ParametricDistribution distribution in (ParametricDistribution[])
            [ParametricDistribution.Weibull, ParametricDistribution.SplineHazard, ParametricDistribution.PiecewiseExponential])
        {
            ParametricFit fit = ParametricModel.Fit(
                SampleData.Load("lung"), "Surv(time, status) ~ age + sex", new() { Distribution = distribution });
            ParametricResiduals moved = fit.Residuals(ParametricResidualKind.DfBeta);
            for (int j = 0; j < fit.Terms.Length; j++)
            {
                Assert.Equal(0, Enumerable.Range(0, fit.Observations).Sum(i => moved[i, j]), 1e-6 * fit.Terms[j].StandardError);
            }

            ParametricResiduals hazards = fit.Residuals(ParametricResidualKind.CoxSnell);
            Close.To(165, Enumerable.Range(0, fit.Observations).Sum(i => hazards[i]), "sum of cumulative hazards", 1e-7);
        }
    }

    [Fact]
    public void A_spline_has_no_place_of_a_time() => Assert.Contains(
        "hazard spline",
        Assert.Throws<SurvivalDataException>(() => ParametricModel.Fit(
            SampleData.Load("lung"), "Surv(time, status) ~ age", new() { Distribution = ParametricDistribution.SplineHazard })
            .Residuals(ParametricResidualKind.Deviance)).Message,
        StringComparison.Ordinal);
}

using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>MaxCombo tests against R: statistics from their definitions, P from mvtnorm. For two statistics, and
/// for three with one side, mvtnorm is exact; else its own error bounds the comparison.</summary>
public sealed class MaxComboFixtureTests
{
    private static readonly RFixture R = RFixture.Load("comparison");

    public static TheoryData<string> Names => RFixture.Names("comparison", _ => true, "maxCombo");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("maxCombo")[name];
        double[] rho = Numbers(expected["rho"]!);
        double[] gamma = Numbers(expected["gamma"]!);
        var options = new MaxComboOptions { Weights = [.. rho.Zip(gamma, (r, g) => new FlemingHarrington(r, g))], Accuracy = 1e-9 };
        foreach ((string side, MaxComboAlternative alternative) in new[]
        {
            ("twoSided", MaxComboAlternative.TwoSided),
            ("secondLivesLonger", MaxComboAlternative.SecondLivesLonger),
            ("secondLivesShorter", MaxComboAlternative.SecondLivesShorter),
        })
        {
            MaxComboResult result =
                MaxCombo.Test(R.Data(expected), expected["formula"]!.GetValue<string>(), options with { Alternative = alternative });

            Close.To(expected["z"], result.Tests.Select(test => test.Z), "Z");
            for (int k = 0; k < rho.Length; k++)
            {
                Close.To(expected["correlation"]![k], Enumerable.Range(0, rho.Length)
                    .Select(other => result.Correlation(k, other)), "correlation");
            }

            double p = expected[side]!["p"]!.GetValue<double>();
            double error = expected[side]!["error"]!.GetValue<double>();
            Assert.True(
                Math.Abs(result.P - p) <= (1e-8 * p) + error, $"{side}: R has {p:R} with an error of {error:R}, ours is {result.P:R}.");
            Assert.InRange(result.PError, 0, 2e-9 * result.P);
        }
    }

    private static double[] Numbers(JsonNode list) => [.. list.AsArray().Select(value => value!.GetValue<double>())];
}

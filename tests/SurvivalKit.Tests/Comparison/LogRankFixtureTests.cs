using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Log-rank tests against R's survdiff.</summary>
public sealed class LogRankFixtureTests
{
    private static readonly RFixture R = RFixture.Load("log-rank");

    public static TheoryData<string> Names => RFixture.Names("log-rank", _ => true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        LogRankResult result = LogRank.Test(
            R.Data(expected), expected["formula"]!.GetValue<string>(), new() { Rho = expected["rho"]!.GetValue<double>() });

        Assert.Equal(expected["omitted"]!.GetValue<int>(), result.Omitted);
        Close.To(expected["chisq"], result.ChiSquare, "chi-square");
        Assert.Equal(expected["df"]!.GetValue<int>(), result.DegreesOfFreedom);
        Close.To(expected["logP"], Math.Log(result.P), "log P");
        JsonArray groups = expected["groups"]!.AsArray();
        Assert.Equal(groups.Count, result.Groups.Length);
        for (int g = 0; g < groups.Count; g++)
        {
            Assert.Equal(groups[g]!["group"]!.GetValue<string>(), result.Groups[g].Group);
            Assert.Equal(groups[g]!["n"]!.GetValue<int>(), result.Groups[g].Observations);
            Close.To(groups[g]!["observed"], result.Groups[g].Observed, "observed");
            Close.To(groups[g]!["expected"], result.Groups[g].Expected, "expected");
            Close.To(expected["variance"]![g], Enumerable.Range(0, groups.Count).Select(other => result.Variance(g, other)), "variance");
        }
    }
}

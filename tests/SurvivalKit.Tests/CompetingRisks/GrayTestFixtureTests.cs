using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Gray's test against R's cuminc of cmprsk.</summary>
public sealed class GrayTestFixtureTests
{
    private static readonly RFixture R = RFixture.Load("competing");

    public static TheoryData<string> Names => RFixture.Names("competing", _ => true, "gray");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("gray")[name];
        GrayTestResult result = GrayTest.Test(
            R.Data(expected), expected["formula"]!.GetValue<string>(), new() { Rho = expected["rho"]!.GetValue<double>() });

        JsonArray tests = expected["tests"]!.AsArray();
        Assert.Equal(tests.Select(test => test!["cause"]!.GetValue<string>()), result.Causes.Select(test => test.Cause));
        foreach (JsonNode? test in tests)
        {
            GrayCauseTest ours = result[test!["cause"]!.GetValue<string>()];
            Close.To(test["chisq"], ours.ChiSquare, ours.Cause);
            Assert.Equal(test["df"]!.GetValue<int>(), ours.DegreesOfFreedom);
            Close.To(test["logP"], Math.Log(ours.P), ours.Cause + ", log P");
        }
    }

    [Fact]
    public void Codes_give_the_same_in_any_order_of_the_groups()
    {
        Surv response = Surv.Right([1, 2, 3, 4, 5, 6, 7, 8], [true, true, false, true, true, true, true, false])
            .WithCauses([1, 2, 0, 1, 1, 2, 1, 0], "a", "b");
        GrayTestResult one = GrayTest.Test(response, [1, 2, 3, 1, 2, 3, 1, 2]);
        GrayTestResult other = GrayTest.Test(response, [3, 1, 2, 3, 1, 2, 3, 1]);

        Close.To(one["a"].ChiSquare, other["a"].ChiSquare, "chi-square", 1e-12);
        Assert.Equal(["1", "2", "3"], one["a"].Groups.Select(group => group.Group));
        Close.To(4, one["a"].Groups.Sum(group => group.Expected), "expected", 1e-12);
        Assert.Equal([3, 1, 0], one["a"].Groups.Select(group => group.Observed));
    }

    [Fact]
    public void What_it_has_no_form_for_is_refused()
    {
        Surv response = Surv.Right([1, 2, 3], [true, false, true]).WithCauses([1, 0, 1], "a", "b");
        Surv late = Surv.Counting([0, 1, 0], [1, 2, 3], [true, false, true]).WithCauses([1, 0, 2], "a", "b");

        Assert.Equal(
            "The cause \"b\" has no event in the data; at least one of each cause was expected.",
            Assert.Throws<SurvivalDataException>(() => GrayTest.Test(response, [1, 2, 1])).Message);
        Assert.Equal(
            "There is only one group (1) in the data; two or more were expected.",
            Assert.Throws<SurvivalDataException>(() => GrayTest.Test(response, [1, 1, 1])).Message);
        Assert.StartsWith(
            "Gray's test has no form for observations that enter late",
            Assert.Throws<SurvivalDataException>(() => GrayTest.Test(late, [1, 2, 1])).Message,
            StringComparison.Ordinal);
        Assert.Throws<SurvivalDataException>(() => GrayTest.Test(late, [1, 2]));
        Assert.Throws<SurvivalDataException>(() => GrayTest.Test(response, [1, 2, 1], new() { Rho = double.NaN }));
    }
}

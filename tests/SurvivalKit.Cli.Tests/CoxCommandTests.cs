using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class CoxCommandTests
{
    [Theory]
    [InlineData("lung age sex ph.ecog, efron")]
    [InlineData("lung age sex ph.ecog, breslow")]
    [InlineData("lung strata inst, efron")]
    [InlineData("pbc, breslow")]
    [InlineData("heart interaction, efron")]
    [InlineData("test3, efron")]
    [InlineData("pbc, efron")]
    public async Task Json_has_the_numbers_of_R(string name)
    {
        JsonElement expected = Fixtures.Case("cox", name);
        List<string> arguments =
            ["cox", Fixtures.DataOf("cox", expected), expected.GetProperty("formula").GetString()!, "--ties", expected.GetProperty("ties").GetString()!, "--json"];
        if (expected.GetProperty("weights").GetString() is { } weights)
        {
            arguments.AddRange(["--weights", weights]);
        }

        JsonElement actual = (await Survkit.Succeeds([.. arguments])).Json;

        Assert.Equal("converged", actual.GetProperty("status").GetString());
        foreach (string part in new[] { "n", "events", "omitted", "aic", "bic" })
        {
            Fixtures.Same(expected.GetProperty(part), actual.GetProperty(part), part);
        }

        Fixtures.Same(expected.GetProperty("loglik").GetProperty("null"), actual.GetProperty("logLikelihood").GetProperty("null"), "null");
        Fixtures.Same(expected.GetProperty("loglik").GetProperty("model"), actual.GetProperty("logLikelihood").GetProperty("model"), "model");
        Fixtures.Same(expected.GetProperty("concordance").GetProperty("estimate"), actual.GetProperty("concordance").GetProperty("estimate"), "concordance");
        Fixtures.Same(expected.GetProperty("concordance").GetProperty("std"), actual.GetProperty("concordance").GetProperty("se"), "se of the concordance");
        foreach ((string theirs, string ours) in new[] { ("lr", "likelihoodRatio"), ("wald", "wald"), ("score", "score") })
        {
            JsonElement test = actual.GetProperty("tests").GetProperty(ours);
            Fixtures.Same(expected.GetProperty(theirs).GetProperty("value"), test.GetProperty("chiSquare"), ours);
            Fixtures.Same(expected.GetProperty(theirs).GetProperty("df"), test.GetProperty("df"), ours + " df");
            Fixtures.Same(expected.GetProperty(theirs).GetProperty("p"), test.GetProperty("p"), ours + " p");
        }

        for (int i = 0; i < expected.GetProperty("names").GetArrayLength(); i++)
        {
            JsonElement term = actual.GetProperty("terms")[i];
            Assert.Equal(expected.GetProperty("names")[i].GetString(), term.GetProperty("term").GetString());
            foreach (string part in new[] { "coef", "se", "z", "p", "hazardRatio", "lower", "upper" })
            {
                Fixtures.Same(expected.GetProperty(part)[i], term.GetProperty(part), part);
            }
        }
    }

    [Fact]
    public async Task The_model_of_the_front_page_has_the_coefficients_and_likelihoods_of_R()
    {
        JsonElement json = (await Survkit.Succeeds("cox", Survkit.Sample("lung"), "Surv(time, status) ~ age + sex + ph.ecog", "--json")).Json;
        double[] coefficients = [.. json.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("coef").GetDouble())];
        Assert.Equal(3, coefficients.Length);
        Assert.Equal(0.011067, coefficients[0], 6);
        Assert.Equal(-0.552612, coefficients[1], 6);
        Assert.Equal(0.463728, coefficients[2], 6);
        Assert.Equal(-744.480455761440, json.GetProperty("logLikelihood").GetProperty("null").GetDouble(), 1e-8);
        Assert.Equal(-729.230121374862, json.GetProperty("logLikelihood").GetProperty("model").GetDouble(), 1e-8);
    }

    [Fact]
    public async Task What_was_not_asked_for_is_null()
    {
        JsonElement json = (await Survkit.Succeeds("cox", Survkit.Sample("lung"), "Surv(time, status) ~ age", "--json")).Json;
        foreach (string part in new[] { "proportionalHazards", "baseline", "predictions" })
        {
            Assert.Equal(JsonValueKind.Null, json.GetProperty(part).ValueKind);
        }

        Assert.Equal(JsonValueKind.Null, json.GetProperty("tests").GetProperty("robustScore").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("terms")[0].GetProperty("robustSe").ValueKind);
    }

    [Fact]
    public async Task A_redundant_column_is_null_and_named_in_a_warning()
    {
        CliRun run = await Survkit.Run("cox", Survkit.Sample("lung"), "Surv(time, status) ~ age + I(age * 2)", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("survkit: warning: Not estimable: I(age * 2) is constant or a combination of the columns before it.\n", run.Error);
        Assert.Equal("singular", run.Json.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("terms")[1].GetProperty("coef").ValueKind);
    }

    [Fact]
    public async Task Separation_is_a_warning()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("separated.csv", "time,status,x\n1,1,1\n2,1,1\n3,0,0\n4,0,0\n5,0,0\n");
        CliRun run = await Survkit.Run("cox", data, "Surv(time, status) ~ x", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("survkit: warning: The likelihood has no maximum: x separates the events, and its coefficient is infinite.\n", run.Error);
        Assert.Equal("separation", run.Json.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("csv")]
    [InlineData("html")]
    [InlineData("latex")]
    public async Task The_model_is_shown_as(string format)
    {
        CliRun run = await Survkit.Succeeds("cox", Survkit.Sample("lung"), "Surv(time, status) ~ age + factor(sex) + ph.ecog", "--level", ".9", "--format", format);
        Snapshot.Matches("cox-" + format, format == "csv" ? Snapshot.WithFewDigits(run.Output) : run.Output);
    }
}

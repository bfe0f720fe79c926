using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class LogRankCommandTests
{
    [Theory]
    [InlineData("lung by sex, rho 0")]
    [InlineData("lung by sex, rho 1")]
    [InlineData("ovarian by rx, rho -1")]
    [InlineData("lung by sex, strata ph.ecog, rho 0.5")]
    [InlineData("veteran by trt, strata celltype, rho 1")]
    public async Task Json_has_the_numbers_of_R(string name)
    {
        JsonElement expected = Fixtures.Case("log-rank", name);
        JsonElement actual = (await Survkit.Succeeds(
            "logrank", Fixtures.DataOf("log-rank", expected), expected.GetProperty("formula")
                .GetString()!, "--rho", expected.GetProperty("rho").GetRawText(), "--json")).Json;

        Fixtures.Same(expected.GetProperty("rho"), actual.GetProperty("rho"), "rho");
        Fixtures.Same(expected.GetProperty("omitted"), actual.GetProperty("omitted"), "omitted");
        Fixtures.Same(expected.GetProperty("chisq"), actual.GetProperty("chiSquare"), "chi-square");
        Fixtures.Same(expected.GetProperty("df"), actual.GetProperty("df"), "df");
        Fixtures.Same(expected.GetProperty("p"), actual.GetProperty("p"), "p");
        JsonElement groups = expected.GetProperty("groups");
        Assert.Equal(groups.GetArrayLength(), actual.GetProperty("groups").GetArrayLength());
        for (int g = 0; g < groups.GetArrayLength(); g++)
        {
            JsonElement group = actual.GetProperty("groups")[g];
            foreach (string part in new[] { "n", "observed", "expected" })
            {
                Fixtures.Same(groups[g].GetProperty(part), group.GetProperty(part), part);
            }
        }

        Assert.Equal(JsonValueKind.Null, actual.GetProperty("trend").ValueKind);
        Assert.Equal(JsonValueKind.Null, actual.GetProperty("pairwise").ValueKind);
    }

    [Theory]
    [InlineData("gehan", "Gehan-Breslow test")]
    [InlineData("tarone-ware", "Tarone-Ware test")]
    [InlineData("peto", "Peto-Peto test")]
    [InlineData("modified-peto", "Modified Peto-Peto test")]
    public async Task Other_weights_name_their_test_and_have_no_powers(string weights, string test)
    {
        JsonElement json =
            (await Survkit.Succeeds("logrank", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--weights", weights, "--json")).Json;
        Assert.Equal(test, json.GetProperty("test").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("rho").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("gamma").ValueKind);
        Assert.InRange(json.GetProperty("p").GetDouble(), 1e-5, 0.01);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("csv")]
    public async Task The_test_is_shown_as(string format)
    {
        CliRun run =
            await Survkit.Succeeds("logrank", Survkit.Sample("lung"), "Surv(time, status) ~ sex + strata(ph.ecog)", "--format", format);
        Snapshot.Matches("logrank-" + format, format == "csv" ? Snapshot.WithFewDigits(run.Output) : run.Output);
    }
}

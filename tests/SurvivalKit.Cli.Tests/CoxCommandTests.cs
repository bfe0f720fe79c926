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
            ["cox", Fixtures.DataOf("cox", expected), expected.GetProperty("formula")
                .GetString()!, "--ties", expected.GetProperty("ties").GetString()!, "--json"];
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
        Fixtures.Same(
            expected.GetProperty("loglik").GetProperty("model"), actual.GetProperty("logLikelihood").GetProperty("model"), "model");
        Fixtures.Same(
            expected.GetProperty("concordance").GetProperty("estimate"),
            actual.GetProperty("concordance").GetProperty("estimate"),
            "concordance");
        Fixtures.Same(
            expected.GetProperty("concordance").GetProperty("std"),
            actual.GetProperty("concordance").GetProperty("se"),
            "se of the concordance");
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

    [Theory]
    [InlineData("cox", "lung cluster inst, efron")]
    [InlineData("cox-residuals", "truncation and weights, breslow")]
    [InlineData("cox", "lung robust, efron", "--robust")]
    public async Task Robust_errors_are_those_of_R(string file, string name, params string[] more)
    {
        JsonElement expected = Fixtures.Case(file, name);
        string[] weights = expected.GetProperty("weights").GetString() is { } column ? ["--weights", column] : [];
        JsonElement actual = (await Survkit.Succeeds(
            ["cox", Fixtures.DataOf(file, expected), expected.GetProperty("formula")
                .GetString()!, "--ties", expected.GetProperty("ties").GetString()!, "--json", .. weights, .. more])).Json;

        for (int i = 0; i < expected.GetProperty("names").GetArrayLength(); i++)
        {
            foreach (string part in new[] { "coef", "se", "robustSe", "z", "p", "lower", "upper" })
            {
                Fixtures.Same(expected.GetProperty(part)[i], actual.GetProperty("terms")[i].GetProperty(part), part);
            }
        }

        Fixtures.Same(
            expected.GetProperty("robustScore").GetProperty("value"),
            actual.GetProperty("tests").GetProperty("robustScore").GetProperty("chiSquare"),
            "robust score test");
        Fixtures.Same(
            expected.GetProperty("concordance").GetProperty("std"),
            actual.GetProperty("concordance").GetProperty("se"),
            "se of the concordance");
    }

    [Theory]
    [InlineData("km")]
    [InlineData("identity")]
    [InlineData("rank")]
    [InlineData("log")]
    public async Task Proportional_hazards_are_tested_as_in_R(string transform)
    {
        JsonElement expected = Fixtures.Case("cox", "veteran karno celltype, efron");
        JsonElement zph = expected.GetProperty("zph").EnumerateArray().Single(one => one.GetProperty("transform").GetString() == transform);
        JsonElement rows = (await Survkit.Succeeds(
            "cox", Survkit.Sample("veteran"), "Surv(time, status) ~ karno + C(celltype, ref = \"squamous\")", "--zph", transform, "--json"))
            .Json.GetProperty("proportionalHazards");

        Assert.Equal(3, rows.GetArrayLength());
        Fixtures.Same(zph.GetProperty("terms")[0].GetProperty("chisq"), rows[0].GetProperty("chiSquare"), "karno");
        Fixtures.Same(zph.GetProperty("terms")[1].GetProperty("chisq"), rows[1].GetProperty("chiSquare"), "celltype");
        Assert.Equal(3, rows[1].GetProperty("df").GetInt32());
        Assert.Equal("GLOBAL", rows[2].GetProperty("term").GetString());
        Fixtures.Same(zph.GetProperty("global").GetProperty("p"), rows[2].GetProperty("p"), "global");
    }

    [Theory]
    [InlineData("martingale", "martingale")]
    [InlineData("deviance", "deviance")]
    [InlineData("score", "score")]
    [InlineData("schoenfeld", "schoenfeld")]
    [InlineData("scaled-schoenfeld", "scaledSchoenfeld")]
    [InlineData("dfbeta", "dfbeta")]
    [InlineData("dfbetas", "dfbetas")]
    public async Task Residuals_are_those_of_R(string kind, string theirs)
    {
        JsonElement expected = Fixtures.Case("cox", "ovarian age rx strata, efron");
        JsonElement residuals = expected.GetProperty("residuals").GetProperty(theirs);
        JsonElement rows = (await Survkit.Succeeds(
            "cox", Fixtures.DataOf("cox", expected), expected.GetProperty("formula").GetString()!, "--residuals", kind, "--json"))
            .Json.GetProperty("residuals");

        Assert.Equal(residuals.GetArrayLength(), rows.GetArrayLength());
        for (int i = 0; i < rows.GetArrayLength(); i++)
        {
            JsonElement values = rows[i].GetProperty("values");
            Fixtures.Same(
                residuals[i].ValueKind == JsonValueKind.Array
                    ? residuals[i][0]
                    : residuals[i], values.GetProperty(residuals[i].ValueKind == JsonValueKind.Array ? "age" : kind), kind);
        }
    }

    [Fact]
    public async Task A_table_of_residuals_is_one_table()
    {
        CliRun run = await Survkit.Run(
            "cox", Survkit.Sample("lung"), "Surv(time, status) ~ age", "--residuals", "dfbeta", "--zph", "km", "--format", "csv");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("one table", run.Error, StringComparison.Ordinal);
        string csv = (await Survkit.Succeeds(
            "cox", Survkit.Sample("lung"), "Surv(time, status) ~ ph.ecog", "--residuals", "cox-snell", "--format", "csv")).Output;
        Assert.StartsWith("row,cox-snell\n1,", csv, StringComparison.Ordinal);

        // Row 14 has no ph.ecog.
        Assert.Contains("\n13,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\n14,", csv, StringComparison.Ordinal);
        Assert.Equal(228, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Checks_of_a_model_are_shown_below_it()
    {
        CliRun run = await Survkit.Succeeds(
            "cox", Fixtures.DataOf("cox", Fixtures.Case(
                "cox", "test2, efron")), "Surv(start, stop, event) ~ x", "--robust", "--zph", "identity", "--residuals", "schoenfeld");
        Snapshot.Matches("cox-checks-text", run.Output);
    }

    [Fact]
    public async Task The_model_of_the_front_page_has_the_coefficients_and_likelihoods_of_R()
    {
        JsonElement json =
            (await Survkit.Succeeds("cox", Survkit.Sample("lung"), "Surv(time, status) ~ age + sex + ph.ecog", "--json")).Json;
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
        foreach (string part in new[] { "proportionalHazards", "residuals", "baseline", "predictions" })
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
        Assert.Equal(
            "survkit: warning: The likelihood has no maximum: x separates the events, and its coefficient is infinite.\n", run.Error);
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
        CliRun run = await Survkit.Succeeds(
            "cox", Survkit.Sample("lung"), "Surv(time, status) ~ age + factor(sex) + ph.ecog", "--level", ".9", "--format", format);
        Snapshot.Matches("cox-" + format, format == "csv" ? Snapshot.WithFewDigits(run.Output) : run.Output);
    }
}

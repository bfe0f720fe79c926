using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class KaplanMeierCommandTests
{
    private static readonly string[] Columns = ["time", "atRisk", "nEvents", "nCensored", "survival", "se", "lower", "upper"];

    [Theory]
    [InlineData("lung by sex, log, 0.95")]
    [InlineData("lung by sex, plain, 0.95")]
    [InlineData("lung by sex, log-log, 0.95")]
    [InlineData("lung by sex, logit, 0.95")]
    [InlineData("lung by sex, arcsin, 0.95")]
    [InlineData("lung by sex, log, 0.9")]
    [InlineData("lung by sex and ph.ecog, log, 0.95")]
    [InlineData("heart by transplant, plain, 0.9")]
    [InlineData("edges, no event, log, 0.95")]
    public async Task Json_has_the_numbers_of_R(string name)
    {
        JsonElement expected = Fixtures.Case("kaplan-meier", name);
        string level = expected.GetProperty("level").GetRawText();
        string type = expected.GetProperty("confType").GetString()!;
        string tau = expected.GetProperty("curves")[0].GetProperty("rmst").GetProperty("tau").GetRawText();
        string times =
            string.Join(",", expected.GetProperty("at").EnumerateArray().Select(row => row.GetProperty("time").GetRawText()).Distinct());
        string formula = expected.GetProperty("formula").GetString()!;

        JsonElement actual = (await Survkit.Succeeds(
            "km", Fixtures.DataOf("kaplan-meier", expected), formula, "--conf-type", type, "--level", level,
            "--quantiles", ".25,.5,.75", "--rmst", tau, "--times", times, "--json")).Json;

        Assert.Equal(formula, actual.GetProperty("formula").GetString());
        Assert.Equal(type, actual.GetProperty("confType").GetString());
        Fixtures.Same(expected.GetProperty("level"), actual.GetProperty("level"), "level");
        Fixtures.Same(expected.GetProperty("omitted"), actual.GetProperty("omitted"), "omitted");
        JsonElement curves = expected.GetProperty("curves");
        Assert.Equal(curves.GetArrayLength(), actual.GetProperty("curves").GetArrayLength());
        for (int c = 0; c < curves.GetArrayLength(); c++)
        {
            SameCurve(curves[c], actual.GetProperty("curves")[c]);
        }

        JsonElement[] at = [.. actual.GetProperty("curves").EnumerateArray().SelectMany(curve => curve.GetProperty("at").EnumerateArray())];
        Assert.Equal(expected.GetProperty("at").GetArrayLength(), at.Length);
        for (int i = 0; i < at.Length; i++)
        {
            SameRow(column => expected.GetProperty("at")[i].GetProperty(column), at[i]);
        }
    }

    private static void SameCurve(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.GetProperty("group").GetString(), actual.GetProperty("group").GetString());
        Fixtures.Same(expected.GetProperty("n"), actual.GetProperty("n"), "n");
        Fixtures.Same(expected.GetProperty("events"), actual.GetProperty("events"), "events");
        Fixtures.Same(expected.GetProperty("rmst").GetProperty("estimate"), actual.GetProperty("rmst").GetProperty("estimate"), "rmst");
        Fixtures.Same(expected.GetProperty("rmst").GetProperty("se"), actual.GetProperty("rmst").GetProperty("se"), "se of rmst");
        for (int q = 0; q < 3; q++)
        {
            foreach (string part in new[] { "p", "estimate", "lower", "upper" })
            {
                Fixtures.Same(
                    expected.GetProperty("quantiles")[q].GetProperty(part),
                    actual.GetProperty("quantiles")[q].GetProperty(part),
                    "quantile " + part);
            }
        }

        Fixtures.Same(
            expected.GetProperty("quantiles")[1].GetProperty("estimate"), actual.GetProperty("median").GetProperty("estimate"), "median");
        Assert.Equal(expected.GetProperty("time").GetArrayLength(), actual.GetProperty("steps").GetArrayLength());
        for (int i = 0; i < expected.GetProperty("time").GetArrayLength(); i++)
        {
            int row = i;
            SameRow(column => expected.GetProperty(column)[row], actual.GetProperty("steps")[i]);
        }
    }

    private static void SameRow(Func<string, JsonElement> expected, JsonElement actual)
    {
        foreach (string column in Columns)
        {
            string name = column switch { "nEvents" => "events", "nCensored" => "censored", _ => column };
            Fixtures.Same(expected(column), actual.GetProperty(name), column);
        }
    }

    [Fact]
    public async Task Lists_that_were_not_asked_for_are_empty_and_the_restricted_mean_is_null()
    {
        JsonElement curve =
            (await Survkit.Succeeds("km", Survkit.Sample("lung"), "Surv(time, status) ~ 1", "--json")).Json.GetProperty("curves")[0];
        Assert.Equal("all", curve.GetProperty("group").GetString());
        Assert.Equal(0, curve.GetProperty("at").GetArrayLength());
        Assert.Equal(0, curve.GetProperty("quantiles").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, curve.GetProperty("rmst").ValueKind);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("latex")]
    public async Task Curves_are_shown_as(string format)
    {
        CliRun run = await Survkit.Succeeds(
            "km", Survkit.Sample(
                "lung"), "Surv(time, status) ~ ph.ecog", "--times", "180,365", "--quantiles", ".25,.75", "--rmst", "365", "--format",
                format);
        Snapshot.Matches("km-" + format, run.Output);
    }

    [Fact]
    public async Task Csv_has_a_row_for_each_group_and_time_with_all_digits()
    {
        string[] lines =
            (await Survkit.Succeeds("km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--format", "csv")).Output.Split('\n');
        Assert.Equal("group,time,at_risk,events,censored,survival,se,lower,upper", lines[0].TrimEnd('\r'));
        Assert.StartsWith("sex=1,11,138,3,0,0.9782608695652174,", lines[1], StringComparison.Ordinal);
        Assert.Equal(206, lines.Count(line => line.StartsWith("sex=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Csv_at_given_times_has_those_only()
    {
        string[] lines = (await Survkit.Succeeds(
            "km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--format", "csv", "--times", "365")).Output.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("sex=2,365,30,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Means_of_groups_are_compared_and_a_horizon_beyond_the_data_is_said()
    {
        string text = (await Survkit.Succeeds("km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--rmst", "1000")).Output;
        Assert.Contains("Differences in restricted mean survival time up to 1000", text, StringComparison.Ordinal);
        Assert.Contains("sex=2 against sex=1  difference", text, StringComparison.Ordinal);
        Assert.Contains("sex=2 was observed to 965 only", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "against",
            (await Survkit.Succeeds("km", Survkit.Sample("lung"), "Surv(time, status) ~ 1", "--rmst", "300")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_keys_of_the_contract_and_no_other()
    {
        JsonElement all = (await Survkit.Succeeds(
            "km", Survkit.Sample(
                "lung"), "Surv(time, status) ~ sex", "--rmst", "365", "--times", "100", "--quantiles", ".5", "--json")).Json;
        JsonElement curve = all.GetProperty("curves")[0];

        Assert.Equal(["formula", "n", "omitted", "confType", "level", "curves", "rmstContrasts", "hazards", "bands"], Keys(all));
        Assert.Equal(["group", "n", "events", "median", "quantiles", "rmst", "at", "steps"], Keys(curve));
        Assert.Equal(["estimate", "lower", "upper"], Keys(curve.GetProperty("median")));
        Assert.Equal(["p", "estimate", "lower", "upper"], Keys(curve.GetProperty("quantiles")[0]));
        Assert.Equal(["tau", "estimate", "se"], Keys(curve.GetProperty("rmst")));
        string[] row = ["time", "atRisk", "events", "censored", "survival", "se", "lower", "upper"];
        Assert.Equal(row, Keys(curve.GetProperty("at")[0]));
        Assert.Equal(row, Keys(curve.GetProperty("steps")[0]));

        static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
    }

    [Fact]
    public async Task Clusters_make_the_errors_robust()
    {
        CliRun run = await Survkit.Succeeds("km", Survkit.Sample("kidney"), "Surv(time, status) ~ sex + cluster(id)");
        Assert.Contains("Standard errors are robust.", run.Output, StringComparison.Ordinal);
        Assert.Contains("sex=2", run.Output, StringComparison.Ordinal);
    }
}

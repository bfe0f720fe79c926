using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary>Tables of responses and of adverse events from the command line.</summary>
public class ResponseCommandTests
{
    [Fact]
    public async Task Responses_are_counted_by_group()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("trial.csv", "best,arm\nCR,A\nPD,A\nPR,B\nSD,B\nNE,B\n");
        JsonElement json = (await Survkit.Succeeds("response", file, "--response", "best", "--by", "arm", "--evaluable", "--json")).Json;
        JsonElement rate = json.GetProperty("groups")[2].GetProperty("rates")[0];
        Assert.Equal((1, 2), (rate.GetProperty("n").GetInt32(), rate.GetProperty("of").GetInt32()));
        Assert.Equal(0, json.GetProperty("differences")[0].GetProperty("difference").GetDouble());
        CliRun refused = await Survkit.Run("response", file, "--response", "best", "--responders", "CR,");
        Assert.Equal("survkit: --responders CR,: words with one comma between them were expected.\n", refused.Error);
    }

    [Fact]
    public async Task Adverse_events_are_counted_with_those_who_have_none()
    {
        using var folder = new TemporaryFolder();
        string events = folder.Write("events.csv", "id,term,grade,arm\n1,Rash,3,A\n2,Rash,1,B\n");
        string people = folder.Write("people.csv", "id,arm\n1,A\n2,B\n3,A\n4,B\n");
        string[] command = ["adverse", events, "--id", "id", "--term", "term", "--grade", "grade", "--by", "arm"];
        Assert.Contains("1 (50.0%)", (await Survkit.Succeeds([.. command, "--subjects", people])).Output, StringComparison.Ordinal);
        Assert.Contains("1 (10.0%)", (await Survkit.Succeeds([.. command, "--sizes", "A=10, B=5"])).Output, StringComparison.Ordinal);
        Assert.Contains("percentages are too high", (await Survkit.Run(command)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--sizes A: an arm, = and its number of subjects were expected, once for each arm, as A=120.", "--sizes", "A")]
    [InlineData("--sizes A=2: an arm, = and its number of subjects were expected, once for each arm, as A=120.", "--sizes", "A=1,A=2")]
    [InlineData("--subjects p.csv and --sizes were both given; one of them was expected.", "--sizes", "A=1", "--subjects", "p.csv")]
    [InlineData("--high-grade 6: a grade from 1 to 5 was expected.", "--high-grade", "6")]
    public async Task Options_that_cannot_be_met_are_refused(string sentence, params string[] options)
    {
        using var folder = new TemporaryFolder();
        string events = folder.Write("events.csv", "id,term\n1,Rash\n");
        CliRun run = await Survkit.Run(["adverse", events, "--id", "id", "--term", "term", .. options]);
        Assert.Equal($"survkit: {sentence}\n", run.Error);
    }

    [Fact]
    public async Task Survival_is_printed_as_in_a_paper()
    {
        string[] command =
        [
            "km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--table", "--times", "365", "--unit", "days",
            "--labels", "Men,Women",
        ];
        CliRun run = await Survkit.Succeeds(command);
        Assert.Contains("At 365 days, % (95% CI)", run.Output, StringComparison.Ordinal);
        Assert.Contains("33.6 (26.1–43.3)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Survival at given times", run.Output, StringComparison.Ordinal);
        JsonElement json = (await Survkit.Succeeds([.. command, "--json"])).Json;
        Assert.Equal("Men", json.GetProperty("table").GetProperty("groups")[0].GetProperty("group").GetString());
        CliRun alone = await Survkit.Run("km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--unit", "days");
        Assert.Equal(
            "survkit: --unit was given without --figure or --table; a figure or table that it changes was expected.\n", alone.Error);
    }
}

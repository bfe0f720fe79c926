using System.Text.Json;

namespace SurvivalKit.Benchmarks.Tests;

/// <summary>A small comparison with R works; speed is not tested.</summary>
public sealed class PeersTests
{
    [Fact]
    public async Task A_small_run_has_all_rows_and_agrees_with_R_where_there_is_one()
    {
        (int code, string output, string error) = await Benchmarks.RunAsync("peers", "--rows", "500", "--repeats", "1", "--json");

        bool hasR = error.Length == 0;
        Assert.True(hasR || error.StartsWith("R was not found", StringComparison.Ordinal), error);
        Assert.Equal(0, code);
        using JsonDocument table = JsonDocument.Parse(output);
        JsonElement[] rows = [.. table.RootElement.EnumerateArray()];
        Assert.Equal(PeerCases.All.Select(row => row.Name), rows.Select(row => row.GetProperty("name").GetString()));
        Assert.All(rows, row =>
        {
            Assert.Equal(["name", "rows", "ours", "r", "ratio", "agree"], row.EnumerateObject().Select(property => property.Name));
            Assert.Equal(500, row.GetProperty("rows").GetInt32());
            Assert.True(row.GetProperty("ours").GetDouble() > 0);
            bool isInR = hasR && PeerCases.Named(row.GetProperty("name").GetString()!)[0].IsInR;
            Assert.Equal(isInR ? JsonValueKind.Number : JsonValueKind.Null, row.GetProperty("r").ValueKind);
            Assert.Equal(isInR ? JsonValueKind.Number : JsonValueKind.Null, row.GetProperty("ratio").ValueKind);
            Assert.Equal(isInR ? JsonValueKind.True : JsonValueKind.Null, row.GetProperty("agree").ValueKind);
        });
    }

    [Theory]
    [InlineData("Kaplan-Meier, one group, continuous")]
    [InlineData("Kaplan-Meier, one group, tied")]
    [InlineData("Kaplan-Meier, ten groups, continuous")]
    [InlineData("Kaplan-Meier, ten groups, tied")]
    [InlineData("log-rank, three groups, continuous")]
    [InlineData("log-rank, three groups, tied")]
    [InlineData("Cox, 5 covariates, continuous")]
    [InlineData("Cox, 5 covariates, tied")]
    [InlineData("Cox, 20 covariates, continuous")]
    [InlineData("Cox, 20 covariates, tied")]
    [InlineData("Cox, 5 covariates, (start, stop]")]
    [InlineData("proportional-hazards test")]
    [InlineData("concordance")]
    [InlineData("score residuals, (start, stop] tied")]
    [InlineData("Cox and martingale residuals")]
    [InlineData("Cox, robust variance, (start, stop] tied")]
    [InlineData("Aalen-Johansen with errors, tied")]
    [InlineData("Aalen-Johansen with errors, continuous")]
    [InlineData("Gray's test, three groups, tied")]
    [InlineData("Fine-Gray, 5 covariates, tied")]
    public void The_table_has_a_row_for(string name) => Assert.Contains(PeerCases.All, row => row.Name == name);

    [Fact]
    public async Task The_table_in_Markdown_names_what_it_was_made_on()
    {
        (_, string output, _) = await Benchmarks.RunAsync("peers", "--rows", "500", "--repeats", "1", "--only", "log-rank", "--markdown");

        string[] lines = output.TrimEnd('\n').Split('\n');
        Assert.StartsWith("|  | rows | ours (s) | R (s) | ratio | agree |", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("| log-rank, three groups, continuous | 500 | 0.", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("| log-rank, three groups, tied | 500 | 0.", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("SurvivalKit ", lines[5], StringComparison.Ordinal);
        Assert.EndsWith("; medians of 1.", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_R_its_columns_are_empty()
    {
        var run = new PeerRun(500, 1, _ => { }, Assert.Fail);

        PeerRow row = Assert.Single(run.Run(PeerCases.Named("one group, tied"), null, TestContext.Current.CancellationToken));

        Assert.Equal((null, null, null), (row.R, row.Ratio, row.Agree));
        Assert.Matches(@"tied +500 +0\.\d+ +- +- +-$", PeerTable.Line(row));
    }
}

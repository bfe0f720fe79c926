using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class Table1CommandTests
{
    private const string Variables = "age, factor(ph.ecog), age >= 65, wt.loss";

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("latex")]
    public async Task The_table_is_shown_as(string format)
    {
        CliRun run = await Survkit.Succeeds("table1", Survkit.Sample("lung"), "--by", "sex", "--vars", Variables, "--format", format);
        Snapshot.Matches("table1-" + format, run.Output);
    }

    [Fact]
    public async Task Json_has_the_numbers_behind_the_cells()
    {
        JsonElement json = (await Survkit.Succeeds("table1", Survkit.Sample("lung"), "--by", "sex", "--vars", Variables, "--json")).Json;
        Assert.Equal(
            ["All", "1", "2"], json.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("group").GetString()));
        Assert.Equal([228, 138, 90], json.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("n").GetInt32()));
        JsonElement age = json.GetProperty("rows")[0];
        Assert.Equal(62.44736842105263, age.GetProperty("cells")[0].GetProperty("mean").GetDouble(), 1e-12);
        Assert.Equal(63, age.GetProperty("cells")[0].GetProperty("median").GetDouble());
        Assert.Equal(JsonValueKind.Null, age.GetProperty("cells")[0].GetProperty("percent").ValueKind);
        Assert.Equal("Welch's t test", age.GetProperty("test").GetProperty("test").GetString());
        JsonElement zero = json.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("level").GetString() == "0");
        Assert.Equal(63, zero.GetProperty("cells")[0].GetProperty("n").GetInt32());
        Assert.Equal(227, zero.GetProperty("cells")[0].GetProperty("known").GetInt32());
        Assert.Equal(100.0 * 63 / 227, zero.GetProperty("cells")[0].GetProperty("percent").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Without_tests_there_is_no_column_of_P_values()
    {
        CliRun run = await Survkit.Succeeds("table1", Survkit.Sample("veteran"), "--by", "trt", "--test", "none");
        Assert.DoesNotContain("test", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("Characteristic", run.Output, StringComparison.Ordinal);
        Assert.Contains("celltype", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_has_a_row_for_each_cell()
    {
        string[] lines = (await Survkit.Succeeds("table1", Survkit.Sample(
            "lung"), "--by", "sex", "--vars", "age,factor(ph.ecog)", "--format", "csv")).Output.TrimEnd().Split('\n');
        Assert.Equal("variable,label,level,group,known,n,percent,mean,sd,median,p25,p75,min,max,test,p", lines[0].TrimEnd('\r'));
        Assert.Equal(1 + 3 + (5 * 3), lines.Length);
        Assert.Contains("Fisher's exact test", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Commas_within_brackets_do_not_separate_variables() =>
        Assert.Equal(["a", "f(b, c)", "d"], VariableList.Split("a, f(b, c),d"));
}

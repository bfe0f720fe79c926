using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary>Files that other programs write, read without options; the values are R's (survival 3.5-3).</summary>
public class FilesPeopleHaveTests
{
    private const string ByArm = "Surv(time, status) ~ arm";

    public static string Case(string name) => Path.Combine(Survkit.Repository, "tests", "Fixtures", "csv", name);

    [Theory]
    [InlineData("rcsv.csv", ByArm, 9.5, 13.3, "column 1 has no name in the header and is called \"X\"")]
    [InlineData("rown.csv", ByArm, 9.5, 13.3, "column 1 has no name in the header and is called \"X\"")]
    [InlineData("semi.csv", ByArm, 9.5, 13.3, "separated by semicolons; decimal comma")]
    [InlineData("semidot.csv", ByArm, 9.5, 13.3, "separated by semicolons")]
    [InlineData("rcsv2n.csv", ByArm, 9.5, 13.3, "separated by semicolons; decimal comma")]
    [InlineData("tab.txt", ByArm, 9.5, 13.3, null)]
    [InlineData("thou.csv", "Surv(days, status) ~ arm", 1850.0, 2230.0, "\"days\" has marks of thousands (1,280 is 1280)")]
    [InlineData("dt_iso.csv", "Surv(exit - entry, status) ~ arm", 285.0, 399.0, null)]
    [InlineData("dt_dmy.csv", "Surv(exit - entry, status) ~ arm", 285.0, 399.0, null)]
    [InlineData("dt_mdy.csv", "Surv(exit - entry, status) ~ arm", 285.0, 399.0, null)]
    public async Task The_medians_are_those_of_R_and_the_form_is_told(
        string file, string formula, double first, double second, string? note)
    {
        CliRun run = await Survkit.Run("km", Case(file), formula, "--json");

        Assert.Equal(note is null ? "" : $"survkit: note: {Case(file)}: {note}.\n", run.Error);
        JsonElement curves = run.Json.GetProperty("curves");
        Assert.Equal([first, second], curves.EnumerateArray().Select(Median));
        Assert.Equal([12, 12], curves.EnumerateArray().Select(curve => curve.GetProperty("n").GetInt32()));
        Assert.Equal([9, 8], curves.EnumerateArray().Select(curve => curve.GetProperty("events").GetInt32()));
    }

    [Theory]
    [InlineData("miss_NULL.csv")]
    [InlineData("miss_NaN.csv")]
    [InlineData("miss_dot.csv")]
    [InlineData("miss_hashna.csv")]
    [InlineData("miss_na_s.csv")]
    public async Task Marks_of_missing_ages_are_missing(string file)
    {
        JsonElement json = (await Survkit.Run("cox", Case(file), "Surv(time, status) ~ age", "--json")).Json;

        Assert.Equal(22, json.GetProperty("n").GetInt32());
        Assert.Equal(0.01535285, json.GetProperty("terms")[0].GetProperty("coef").GetDouble(), 1e-8);
        Assert.Equal(0.04323, json.GetProperty("terms")[0].GetProperty("se").GetDouble(), 1e-5);
    }

    [Fact]
    public async Task A_stray_cell_stops_what_uses_it_and_nothing_else()
    {
        CliRun used = await Survkit.Run("cox", Case("stray1.csv"), "Surv(time, status) ~ age");
        CliRun unused = await Survkit.Run("cox", Case("stray1.csv"), ByArm);
        CliRun missing = await Survkit.Run("cox", Case("stray1.csv"), "Surv(time, status) ~ age", "--missing", "72 yrs");
        CliRun table = await Survkit.Run("table1", Case("stray1.csv"), "--by", "arm");

        Assert.Equal((1, 0, 0, 0), (used.ExitCode, unused.ExitCode, missing.ExitCode, table.ExitCode));
        Assert.Contains("row 24, column \"age\": \"72 yrs\" is not a number", used.Error, StringComparison.Ordinal);
        Assert.Contains("--missing \"72 yrs\"", used.Error, StringComparison.Ordinal);
        Assert.Contains("n = 23", missing.Output, StringComparison.Ordinal);
        Assert.Contains("age is left out:", table.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stray5.csv", "Surv(time, status) ~ arm", "row 7, column \"status\": \".\" is no status; 0/1, 1/2 or logical was expected")]
    [InlineData("st_da.csv", "Surv(time, status) ~ arm", "row 1, column \"status\": \"dead\" is a status in words")]
    [InlineData("tiny.csv", "Surv(t0, t1, event) ~ trt", "row 1, column \"t1\"")]
    public async Task A_value_that_cannot_be_used_is_named_with_its_row(string file, string formula, string sentence)
    {
        CliRun run = await Survkit.Run("cox", Case(file), formula);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_no_status_has_is_told()
    {
        const string caution = "No value of status is \"died\"; there are \"alive\", \"dead\".";
        CliRun curve = await Survkit.Run("km", Case("st_da.csv"), "Surv(time, status == 'died') ~ 1", "--json");
        CliRun model = await Survkit.Run("cox", Case("st_da.csv"), "Surv(time, status == 'died') ~ arm");
        CliRun test = await Survkit.Run("logrank", Case("st_da.csv"), "Surv(time, status == 'died') ~ arm");

        Assert.Equal((0, $"survkit: warning: {caution}\n"), (curve.ExitCode, curve.Error));
        Assert.Equal((1, 1), (model.ExitCode, test.ExitCode));
        Assert.Contains(caution, model.Error, StringComparison.Ordinal);
        Assert.Contains(caution, test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_can_be_kept_apart_and_empty_intervals_left_out()
    {
        CliRun tiny = await Survkit.Run("cox", Case("tiny.csv"), "Surv(t0, t1, event) ~ trt", "--join-near-ties", "no", "--json");
        CliRun empty = await Survkit.Run("cox", Case("zlen.csv"), "Surv(t0, t1, ev) ~ x", "--json");

        Assert.Equal(0.2475, tiny.Json.GetProperty("terms")[0].GetProperty("coef").GetDouble(), 1e-4);
        Assert.Equal(0.6931, empty.Json.GetProperty("terms")[0].GetProperty("coef").GetDouble(), 1e-4);
        Assert.Equal((4, 1), (empty.Json.GetProperty("n").GetInt32(), empty.Json.GetProperty("omitted").GetInt32()));
        Assert.Contains("row 2", empty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subjects_are_counted_once()
    {
        JsonElement json = (await Survkit.Succeeds("km", Case("split.csv"), "Surv(t0, t1, d) ~ 1", "--id", "id", "--json")).Json;
        JsonElement fit = (await Survkit.Succeeds("cox", Case("split.csv"), "Surv(t0, t1, d) ~ x", "--id", "id", "--json")).Json;

        Assert.Equal(6, json.GetProperty("n").GetInt32());
        Assert.Equal([0, 0, 0, 0, 1, 0, 1, 1], json.GetProperty("curves")[0].GetProperty("steps").EnumerateArray()
            .Select(step => step.GetProperty("censored").GetInt32()));
        Assert.Equal(6, fit.GetProperty("n").GetInt32());
        Assert.Equal(-1.4445, fit.GetProperty("terms")[0].GetProperty("coef").GetDouble(), 1e-4);
    }

    [Fact]
    public async Task Rows_of_weight_0_are_not_there()
    {
        JsonElement json =
            (await Survkit.Run("cox", Case("zero-weights.csv"), "Surv(time, status) ~ x + z", "--weights", "wt", "--json")).Json;

        Assert.Equal((69, 56, 21), (
            json.GetProperty("n").GetInt32(), json.GetProperty("events").GetInt32(), json.GetProperty("omitted").GetInt32()));
    }

    [Fact]
    public async Task A_table_tells_rows_without_a_group_and_shows_dates()
    {
        CliRun some = await Survkit.Succeeds("table1", Case("t1.csv"), "--by", "g");
        CliRun none = await Survkit.Run("table1", Case("t1.csv"), "--by", "y", "--where", "is.na(y)");
        CliRun dates = await Survkit.Succeeds("table1", Case("dt_dmy.csv"), "--by", "arm");

        Assert.Contains("1 row left out because g is missing.", some.Output, StringComparison.Ordinal);
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("column \"y\": all values are missing", none.Error, StringComparison.Ordinal);
        Assert.Contains("entry, median (range)  2019-04-19 (2019-01-15 to 2019-07-25)", dates.Output, StringComparison.Ordinal);
    }

    private static double Median(JsonElement curve) => curve.GetProperty("median").GetProperty("estimate").GetDouble();
}

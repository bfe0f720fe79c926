using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SurvivalKit.Cli.Tests;

/// <summary>Rows in a database: the same answers as of the file, and what needs the rows is one sentence.</summary>
public class DatabaseTests
{
    private static readonly string Lung = Survkit.Sample("lung");

    [Theory]
    [InlineData("km", "Surv(time, status) ~ sex", "--times", "180,365")]
    [InlineData("km", "Surv(time, status) ~ ph.ecog", "--rmst", "365")]
    [InlineData("km", "Surv(time, status) ~ sex", "--where", "age > 60 & !is.na(ph.ecog)")]
    [InlineData("km", "Surv(time, status) ~ sex", "--levels", "sex=2,1")]
    [InlineData("logrank", "Surv(time, status) ~ ph.ecog + strata(sex)", "--pairwise", "holm")]
    public async Task Curves_and_tests_are_those_of_the_file(params string[] line)
    {
        // It says how many rows were chosen.
        string ofFile = (await Survkit.Run([line[0], Lung, .. line[1..], "--json"])).Output;
        string ofDatabase = (await Survkit.Succeeds([line[0], "duckdb:" + Lung, .. line[1..], "--json"])).Output;
        Assert.Equal(Rounded(ofFile), Rounded(ofDatabase));
    }

    [Fact]
    public async Task A_model_has_the_coefficients_of_the_file()
    {
        string[] line = ["Surv(time, status) ~ age + factor(sex) + strata(inst)", "--zph", "km", "--json"];
        JsonElement ofFile = (await Survkit.Succeeds(["cox", Lung, .. line])).Json;
        JsonElement ofDatabase = (await Survkit.Succeeds(["cox", "duckdb:" + Lung, .. line])).Json;
        foreach (string part in new[] { "n", "events", "omitted", "terms", "tests", "proportionalHazards" })
        {
            Assert.Equal(Rounded(ofFile.GetProperty(part).ToString()), Rounded(ofDatabase.GetProperty(part).ToString()));
        }
    }

    [Fact]
    public async Task A_baseline_table_is_that_of_the_file() => Assert.Equal(
        (await Survkit.Succeeds("table1", Lung, "--by", "sex", "--vars", "age,ph.ecog,wt.loss")).Output,
        (await Survkit.Succeeds("table1", "duckdb:" + Lung, "--by", "sex", "--vars", "age,ph.ecog,wt.loss")).Output);

    [Theory]
    [InlineData("this fit was made in a database", "cox", "Surv(time, status) ~ age", "--residuals", "score")]
    [InlineData("--id needs the rows", "km", "Surv(time, status) ~ sex", "--id", "inst")]
    [InlineData("--separator says how a file is written", "km", "Surv(time, status) ~ sex", "--separator", ";")]
    [InlineData("Exact ties needs the rows", "cox", "Surv(time, status) ~ age", "--ties", "exact")]
    [InlineData("sums of fewer than 5 may not leave the database", "km", "Surv(time, status) ~ sex", "--smallest-cell", "5")]
    [InlineData("there is no column \"agee\"", "cox", "Surv(time, status) ~ agee")]
    public async Task What_needs_the_rows_is_one_sentence(string part, params string[] line)
    {
        CliRun run = await Survkit.Run([line[0], "duckdb:" + Lung, .. line[1..]]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(part, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task The_notebook_of_many_rows_runs_with_fewer()
    {
        using var folder = new TemporaryFolder();
        string notebook = Path.Combine(Survkit.Repository, "notebooks", "scale", "ten-million-rows.ipynb");
        CliRun run = await Survkit.Run("notebook", "run", notebook, "-p", "count", "50000", "--out", folder.Path);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Fact]
    public async Task Other_commands_say_that_they_take_files()
    {
        CliRun run = await Survkit.Run("shape", "split", "duckdb:" + Lung, "Surv(time, status) ~ sex", "--cut", "200");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is a database", run.Error, StringComparison.Ordinal);
    }

    // To ten digits: sums are added up in another order.
    private static string Rounded(string json) => Regex.Replace(json, @"-?\d+\.\d+(E-?\d+)?", number =>
        double.Parse(number.Value, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture));
}

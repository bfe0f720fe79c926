namespace SurvivalKit.Benchmarks.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task Help_lists_the_commands()
    {
        (int code, string output, _) = await Benchmarks.RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All(
            ["peers", "growth", "small", "reading", "pushdown", "bdn"],
            name => Assert.Contains("\n  " + name + " ", output, StringComparison.Ordinal));
        Assert.DoesNotContain(GrowthChildCommand.Name, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("peers --rows 1.5", "benchmarks: --rows 1.5: a whole number of 100 or more was expected.\n")]
    [InlineData("peers --repeats 0", "benchmarks: --repeats 0: a whole number of 1 or more was expected.\n")]
    [InlineData("pears", "benchmarks: \"pears\" was not understood; --help lists the commands, and a command's --help its options.\n")]
    [InlineData("growth --rows many", "benchmarks: --rows many: a whole number of 10000 or more was expected.\n")]
    public async Task A_wrong_argument_is_one_sentence(string line, string sentence) =>
        Assert.Equal((1, "", sentence), await Benchmarks.RunAsync(line.Split(' ')));

    [Fact]
    public async Task Rows_that_do_not_exist_are_told_with_those_that_do()
    {
        (int code, string output, string error) = await Benchmarks.RunAsync("peers", "--only", "no such row");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(
            "benchmarks: there is no row with \"no such row\" in its name; there are Kaplan-Meier, one group, continuous; ",
            error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_fit_is_measured_three_ways_and_twice()
    {
        (_, string output, string error) = await Benchmarks.RunAsync("small", "--repeats", "3");

        Assert.Equal("", error);
        Assert.Equal(6, output.Split('\n')
            .Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^Cox, 100 rows, [25] covariates, from .* \d+\.\d us$")));
    }

    [Fact]
    public async Task Reading_is_measured_beside_another_reader()
    {
        (_, string output, string error) = await Benchmarks.RunAsync("reading", "--rows", "2000", "--repeats", "1");

        Assert.Equal("", error);
        Assert.Matches(@"(?m)^SurvivalData.ReadCsv +\d+\.\d{3} s$", output);
        Assert.Matches(@"(?m)^DuckDB, read_csv +\d+\.\d{3} s$", output);
    }

    [Fact]
    public async Task A_fit_in_a_database_is_measured_by_the_pass()
    {
        (_, string output, string error) = await Benchmarks.RunAsync("pushdown", "--rows", "20000");

        Assert.Equal("", error);
        Assert.Matches(@"(?m)^passes over the rows +\d$", output);
        Assert.Matches(@"(?m)^memory of the process +[\d,]+ MB$", output);
    }

    [Fact]
    public async Task A_process_measures_time_and_memory_of_its_fit()
    {
        (int code, string output, _) = await Benchmarks.RunAsync(GrowthChildCommand.Name, "--rows", "1000");

        GrowthMeasurement measured = System.Text.Json.JsonSerializer.Deserialize<GrowthMeasurement>(output)!;
        Assert.Equal((0, 1000), (code, measured.Rows));
        Assert.Equal(96_000, measured.InputBytes);
        Assert.True(measured.Seconds > 0 && measured.PeakBytes > measured.InputBytes && measured.BytesBefore > measured.InputBytes);
    }
}

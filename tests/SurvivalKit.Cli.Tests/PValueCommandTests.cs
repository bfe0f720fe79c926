using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class PValueCommandTests
{
    // 8/14 against 10/42 by hand: chi-square = 56 (8 * 32 - 6 * 10)^2 / (14 * 42 * 18 * 38).
    private const double ChiSquare = 56.0 * 196 * 196 / (14 * 42 * 18 * 38);

    [Fact]
    public async Task Two_by_two_counts_have_ten_tests()
    {
        JsonElement json = (await Survkit.Succeeds("pvalue", "8/14", "10/42", "--json")).Json;
        Assert.Equal(8, json.GetProperty("counts")[0].GetProperty("events").GetInt32());
        Assert.Equal(42, json.GetProperty("counts")[1].GetProperty("n").GetInt32());
        JsonElement[] tests = [.. json.GetProperty("tests").EnumerateArray()];
        Assert.Equal(
            [
                "Pearson's chi-square test", "Chi-square test with Yates' correction", "N - 1 chi-square test",
                "Likelihood-ratio chi-square test",
                "Fisher's exact test", "Fisher's exact test, twice the smaller tail", "Fisher's exact test, one-sided (smaller tail)",
                "Mid-P exact test", "Mid-P exact test, twice the smaller tail", "z test of proportions, unpooled variance",
            ],
            tests.Select(test => test.GetProperty("test").GetString()));
        Assert.Equal(ChiSquare, tests[0].GetProperty("statistic").GetDouble(), 1e-12);
        Assert.Equal(1, tests[0].GetProperty("df").GetDouble());
        Assert.Equal(JsonValueKind.Null, tests[4].GetProperty("statistic").ValueKind);
        Assert.All(tests, test => Assert.Equal(JsonValueKind.Null, test.GetProperty("reproducesPrinted").ValueKind));
        Assert.All(tests, test =>
            Assert.Equal(
                ["test", "statistic", "df", "p", "reproducesPrinted", "rule"], test.EnumerateObject().Select(property => property.Name)));
    }

    // P of the ten tests: .0207, .0474, .0219, .0239, .0441, .0512, .0256, .0337, .0304, .0240.
    [Theory]
    [InlineData(".02", "YnYYnnYnnY")]
    [InlineData(".04", "nYnnYnnnnn")]
    [InlineData(".03", "nnnnnnYYYn")]
    [InlineData("P = 0.05", "nYnnnYnnnn")]
    [InlineData("<.05", "YYYYYnYYYY")]
    [InlineData("<.001", "nnnnnnnnnn")]
    [InlineData(">.04", "nYnnYYnnnn")]
    public async Task A_printed_value_is_given_by_rounding_or_cutting_off(string printed, string gives)
    {
        JsonElement json = (await Survkit.Succeeds("pvalue", "8/14", "10/42", "--printed", printed, "--json")).Json;
        Assert.Equal(gives, string.Concat(
            json.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("reproducesPrinted").GetBoolean() ? 'Y' : 'n')));
    }

    [Fact]
    public async Task A_bound_is_kept_or_not()
    {
        string text = (await Survkit.Succeeds("pvalue", "8/14", "10/42", "--printed", "<.05")).Output;
        Assert.Equal(9, text.Split('\n').Count(line => line.EndsWith("  yes", StringComparison.Ordinal)));
        Assert.Equal(1, text.Split('\n').Count(line => line.EndsWith("  no", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_billion_patients_take_no_time()
    {
        CliRun run = await Survkit.Run("pvalue", "200000000/500000000", "300000000/500000000", "--json");
        Assert.Equal(5, run.Json.GetProperty("tests").GetArrayLength());
        Assert.StartsWith("survkit: warning: Exact tests are left out: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_two_groups_have_no_continuity_correction()
    {
        JsonElement json = (await Survkit.Succeeds("pvalue", "8/14", "10/42", "3/9", "--json")).Json;
        Assert.Equal(5, json.GetProperty("tests").GetArrayLength());
        Assert.Equal(2, json.GetProperty("tests")[0].GetProperty("df").GetDouble());
    }

    [Fact]
    public async Task Groups_too_large_for_Fisher_have_the_chi_square_test_and_a_warning()
    {
        CliRun run = await Survkit.Run("pvalue", "500/1000", "400/1000", "300/1000", "100/1000", "20/900", "40/500", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("survkit: warning: Exact tests are left out: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            run.Json.GetProperty("tests").EnumerateArray(), test => test.GetProperty("statistic").ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("csv")]
    [InlineData("markdown")]
    public async Task The_tests_are_shown_as(string format)
    {
        CliRun run = await Survkit.Succeeds("pvalue", "8/14", "10/42", "--printed", ".04", "--format", format);
        Snapshot.Matches("pvalue-" + format, format == "csv" ? Snapshot.WithFewDigits(run.Output) : run.Output);
    }

    [Theory]
    [InlineData("survkit: 43/42: there are more events than members of the group.", "8/14", "43/42")]
    [InlineData("survkit: x: events/n in whole numbers was expected, such as 8/14.", "8/14", "x")]
    [InlineData("survkit: 0/0: the group is empty; a total of 1 or more was expected.", "8/14", "0/0")]
    [InlineData(
        "survkit: 2147483647/2147483647 3/4: the groups are too large; 2147483647 members in all were expected at the most.",
        "2147483647/2147483647",
        "3/4")]
    [InlineData("survkit: only one group was given; two or more were expected, as 8/14 10/42.", "8/14")]
    [InlineData("survkit: 0/14 0/42: nobody had the event, so that there is nothing to compare.", "0/14", "0/42")]
    [InlineData("survkit: --printed x: a P value was expected, such as .04, 0.038 or \"<.001\".", "1/14", "2/42", "--printed", "x")]
    public async Task Counts_that_cannot_be_tested_are_refused(string sentence, params string[] arguments)
    {
        CliRun run = await Survkit.Run(["pvalue", .. arguments]);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(sentence + "\n", run.Error);
        Assert.Equal("", run.Output);
    }
}

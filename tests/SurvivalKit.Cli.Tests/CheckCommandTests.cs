using System.Text;
using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class CheckCommandTests
{
    private const string Holds = "It was higher (HR 2.24, 95% CI, 1.14-4.40, P = .02).";
    private const string DoesNotHold = "It was seen in 24/56 (43.9%).";

    private const string Paper = """
        # A trial

        High levels went with events (HR 2.24, 95%

        **Table 1.** Patients.

        | Characteristic | All (N = 56) | A (N = 14) | B (N = 42) | P |
        |---|---|---|---|---|
        | Men, No. (%) | 36 (64.3) | 9 (64.3) | 27 (64.3) | 1.0 |
        | Response, No. (%) | 18 (32.1) | 8 (57.1) | 10 (23.8) | .04 |
        | Weight loss, No. (%) | 11 (19.6) | 3 (21.4) | 8 (18.0) | 1.0 |

        CI, 1.14-4.40, P = .02), and age did not differ (62.2 ± 13.9 years; P = .34).
        The second ratio (HR 2.58 (1.39 was cut off.
        """;

    [Fact]
    public async Task A_paper_is_read_and_each_statistic_has_its_line_and_verdict()
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.Run("check", folder.Write("paper.md", Paper));
        Assert.Equal("", run.Error);
        Assert.Equal(2, run.ExitCode);
        Snapshot.Matches("check-paper", run.Output);
    }

    [Fact]
    public async Task Json_is_that_of_the_contract()
    {
        CliRun run = await Survkit.Succeeds("check", "--text", Holds, "--json");
        JsonElement finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            [
                "kind", "text", "line", "verdict", "detail", "column", "computed", "method", "rule", "witness", "tableRow", "tableColumn",
            ],
            finding.EnumerateObject().Select(property => property.Name));
        Assert.Equal("hazard-ratio", finding.GetProperty("kind").GetString());
        Assert.Equal("recomputed", finding.GetProperty("verdict").GetString());
        Assert.Equal(1, finding.GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData(Holds, 0)]
    [InlineData(DoesNotHold, 2)]
    [InlineData("No numbers here.", 0)]
    [InlineData("", 0)]
    public async Task The_exit_code_says_whether_something_is_inconsistent(string text, int exitCode) =>
        Assert.Equal(exitCode, (await Survkit.Run("check", "--text", text)).ExitCode);

    [Theory]
    [InlineData("-")]
    [InlineData(null)]
    public async Task Standard_input_is_read_in_any_encoding(string? file)
    {
        byte[] input = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("age 62.2 ± 13.9")];
        CliRun run = await Survkit.RunWithInput(input, file is null ? ["check", "--json"] : ["check", file, "--json"]);
        Assert.Equal("62.2 ± 13.9", run.Json.GetProperty("findings")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("text", "1  recomputed  ")]
    [InlineData("csv", "kind,text,line,column,verdict")]
    [InlineData("markdown", "| line | verdict | statistic")]
    [InlineData("html", "<table")]
    [InlineData("latex", "\\begin{tabular}")]
    public async Task Each_format_is_written(string format, string part) =>
        Assert.Contains(part, (await Survkit.Succeeds("check", "--text", Holds, "--format", format)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_to_read_ends_in_one_sentence() =>
        await Fails("check FILE or check --text TEXT was expected; survkit check --help says more.", "check");

    [Fact]
    public async Task A_file_and_a_text_are_one_too_many() =>
        await Fails("the file a.md and --text were both given; one of them was expected.", "check", "a.md", "--text", "x");

    [Fact]
    public async Task A_file_that_is_not_there_is_named() => await Fails("missing.md: there is no such file.", "check", "missing.md");

    [Fact]
    public async Task A_file_of_another_kind_is_named() =>
        await Fails(
            "paper.pdf: files of the kind .pdf cannot be read; a text as Markdown, HTML or plain text was expected.", "check", "paper.pdf");

    [Fact]
    public async Task A_folder_is_no_text()
    {
        using var folder = new TemporaryFolder();
        await Fails($"{folder.Path}: this is a folder; a text file was expected.", "check", folder.Path);
    }

    [Fact]
    public async Task What_is_no_text_is_not_read()
    {
        CliRun run = await Survkit.RunWithInput([0x89, 0x50, 0, 0, 1, 2, 0], "check", "-");
        Assert.Equal("survkit: standard input: this is no text; Markdown, HTML or plain text was expected.\n", run.Error);
        Assert.Equal(1, run.ExitCode);
    }

    private static async Task Fails(string sentence, params string[] arguments)
    {
        CliRun run = await Survkit.Run(arguments);
        Assert.Equal("survkit: " + sentence + "\n", run.Error);
        Assert.Equal("", run.Output);
        Assert.Equal(1, run.ExitCode);
    }
}

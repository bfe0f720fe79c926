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
        CliRun run = await Survkit.RunWithInput(Encoding.UTF8.GetBytes(Paper), "check", "-", "--verbose");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches("check-paper", run.Output);
    }

    [Fact]
    public async Task Alarms_come_first_and_the_rest_is_a_count_unless_it_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        string paper = folder.Write("paper.md", Paper);
        CliRun run = await Survkit.Succeeds("check", paper);
        Assert.StartsWith("INCONSISTENT  ", run.Output, StringComparison.Ordinal);
        Assert.Contains("| »8 (18.0)« | 1.0\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("recomputed  ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Not shown: 12 recomputed, 3 not-checkable; --verbose shows them.\n", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 100 || line.Contains(folder.Path, StringComparison.Ordinal)));

        string all = (await Survkit.Succeeds("check", paper, "--verbose")).Output;
        Assert.StartsWith("INCONSISTENT  ", all, StringComparison.Ordinal);
        Assert.Contains("»62.2 ± 13.9«", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Not shown", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inconsistent", 1)]
    [InlineData("recomputed,inconsistent", 13)]
    [InlineData("unread", 1)]
    [InlineData("rounding", 0)]
    public async Task Verdicts_are_chosen_in_every_format(string verdicts, int count)
    {
        using var folder = new TemporaryFolder();
        string paper = folder.Write("paper.md", Paper);
        CliRun json = await Survkit.Succeeds("check", paper, "--only", verdicts, "--json");
        Assert.Equal(count, json.Json.GetProperty("findings").GetArrayLength());
        Assert.Equal(12, json.Json.GetProperty("summary").GetProperty("recomputed").GetInt32());
        Assert.Equal(count, Count("»", (await Survkit.Succeeds("check", paper, "--only", verdicts)).Output));
        Assert.Equal(count + 1, Count("\n", (await Survkit.Succeeds("check", paper, "--only", verdicts, "--format", "csv")).Output));
    }

    [Fact]
    public async Task A_verdict_that_is_none_is_named() =>
        await Fails(
            "--only wrong: one of recomputed, rounding, inconsistent, not-checkable, unread was expected.",
            "check", "--text", Holds, "--only", "wrong");

    [Fact]
    public async Task Files_and_folders_are_read_together_and_each_finding_has_its_file()
    {
        using var folder = new TemporaryFolder();
        string first = folder.Write("b.md", DoesNotHold);
        Directory.CreateDirectory(folder.Place("papers/inner"));
        folder.Write("papers/inner/c.html", "<html><p>" + Holds + "</p></html>");
        folder.Write("papers/a.txt", Holds);
        folder.Write("papers/data.csv", "7/9 (70%)");
        folder.Write("papers/broken.txt", "a\0b");
        CliRun run = await Survkit.Run("check", first, folder.Place("papers"), "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["b.md", "a.txt", "c.html"],
            run.Json.GetProperty("findings").EnumerateArray().Select(finding => Path.GetFileName(finding.GetProperty("file").GetString())));
        string caution = Assert.Single(run.Json.GetProperty("notRead").EnumerateArray()).GetString()!;
        Assert.EndsWith("broken.txt: this is no text; a text as Markdown, HTML, JATS XML, Word (.docx), PDF or plain text was expected.", caution);
        Assert.Equal($"survkit: warning: {caution}\n", run.Error);
        Assert.Contains("4 texts; something is inconsistent in 1.", (await Survkit.Run("check", first, folder.Place("papers"))).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paper.pdf", "%PDF-1.7", "this is no PDF file that can be read: ")]
    [InlineData("paper.docx", "PK\u0003\u0004", "this is no Word document that can be read: ")]
    public async Task A_damaged_document_is_named(string name, string content, string sentence)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write(name, content);
        CliRun run = await Survkit.Run("check", file);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"survkit: {file}: {sentence}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_texts_is_named()
    {
        using var folder = new TemporaryFolder();
        await Fails(
            $"{folder.Path}: there is no text in this folder; a text as Markdown, HTML, JATS XML, Word (.docx), PDF or plain text was expected.",
            "check", folder.Path);
    }

    [Fact]
    public async Task Json_is_that_of_the_contract()
    {
        CliRun run = await Survkit.Succeeds("check", "--text", Holds, "--json");
        JsonElement finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            [
                "kind", "text", "line", "verdict", "detail", "column", "computed", "method", "rule", "witness", "tableRow", "tableColumn",
                "file", "offset", "length", "page", "section", "table", "row", "cell", "decisionError", "printed",
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
    public async Task The_exit_code_says_whether_something_is_inconsistent_where_that_is_asked_for(string text, int exitCode)
    {
        await Survkit.Succeeds("check", "--text", text);
        Assert.Equal(exitCode, (await Survkit.Run("check", "--text", text, "--fail")).ExitCode);
        Assert.Equal(exitCode, (await Survkit.Run("check", "--text", text, "--fail", "--only", "rounding", "--json")).ExitCode);
    }

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
    [InlineData("text", "Nothing is inconsistent. 1 statistic: 1 recomputed.")]
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
    public async Task A_file_of_another_kind_is_named()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("paper.odt", "x");
        await Fails(
            $"{file}: files of the kind .odt cannot be read; a text as Markdown, HTML, JATS XML, Word (.docx), PDF or plain text was expected.",
            "check", file);
    }

    [Fact]
    public async Task What_is_no_text_is_not_read()
    {
        CliRun run = await Survkit.RunWithInput([0x89, 0x50, 0, 0, 1, 2, 0], "check", "-");
        Assert.Equal("survkit: standard input: this is no text; a text as Markdown, HTML, JATS XML, Word (.docx), PDF or plain text was expected.\n", run.Error);
        Assert.Equal(1, run.ExitCode);
    }

    private static int Count(string part, string text) => text.Split(part).Length - 1;

    private static async Task Fails(string sentence, params string[] arguments)
    {
        CliRun run = await Survkit.Run(arguments);
        Assert.Equal("survkit: " + sentence + "\n", run.Error);
        Assert.Equal("", run.Output);
        Assert.Equal(1, run.ExitCode);
    }
}

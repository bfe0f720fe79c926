using SurvivalKit.Documents;

namespace SurvivalKit.Cli.Tests;

/// <summary>Word documents from the command line.</summary>
public class WordOutputTests
{
    private const string Formula = "Surv(time, status) ~ sex";

    [Theory]
    [InlineData("report.docx")]
    [InlineData("report.DOCX", "--format", "docx")]
    [InlineData("report", "--format", "DOCX")]
    public async Task A_document_holds_the_tables(string name, params string[] options)
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.Succeeds(
            ["km", Survkit.Sample("lung"), Formula, "--times", "365", "--out", folder.Place(name), .. options]);
        Assert.Equal("", run.Output);
        string html = Text(folder.Place(name));
        Assert.Contains("<td>sex=1</td><td>138</td><td>112</td><td>270</td>", html, StringComparison.Ordinal);
        Assert.Contains("0.3361", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_is_a_file_and_in_the_document()
    {
        using var folder = new TemporaryFolder();
        await Survkit.Succeeds(
            "cox", Survkit.Sample("lung"), Formula, "--figure", folder.Place("forest.svg"), "--out", folder.Place("cox.docx"));
        Assert.Equal(["cox.docx", "forest.svg"], folder.Files);
        using var archive = System.IO.Compression.ZipFile.OpenRead(folder.Place("cox.docx"));
        Assert.Contains(archive.Entries, entry => entry.Name.EndsWith(".png", StringComparison.Ordinal));
        Assert.Contains(archive.Entries, entry => entry.Name.EndsWith(".svg", StringComparison.Ordinal));
        Assert.Contains("<p>Figure&#160;1. ", Text(folder.Place("cox.docx")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table1", "lung", "--by", "sex", "--vars", "age")]
    [InlineData("cox", "lung", Formula, "--zph", "km")]
    [InlineData("logrank", "veteran", "Surv(time, status) ~ celltype", "--pairwise", "holm")]
    [InlineData("cuminc", "pbc", "Surv(time, factor(status)) ~ trt")]
    public async Task Every_command_with_tables_writes_one(string command, string sample, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        await Survkit.Succeeds([command, Survkit.Sample(sample), .. arguments, "--out", folder.Place("a.docx")]);
        Assert.Contains("<table>", Text(folder.Place("a.docx")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_of_a_text_are_a_table()
    {
        using var folder = new TemporaryFolder();
        await Survkit.Succeeds("check", "--text", "HR 2.58, 95% CI 1.39-4.72, P=.002", "--out", folder.Place("a.docx"));
        Assert.Contains("<td>inconsistent</td>", Text(folder.Place("a.docx")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "--format docx was given without --out; the name of the Word document was expected, as --out report.docx.", "--format", "docx")]
    [InlineData(
        "--out a.docx and --format html were both given; a name with another ending than .docx was expected.",
        "--format",
        "html",
        "--out",
        "a.docx")]
    [InlineData(
        "--out a.docx and --json were both given; a name with another ending than .docx was expected.", "--json", "--out", "a.docx")]
    [InlineData("--json and --format docx were both given; one of them was expected.", "--json", "--format", "docx", "--out", "a")]
    public async Task What_does_not_go_together_is_refused(string sentence, params string[] options)
    {
        CliRun run = await Survkit.Run(["km", Survkit.Sample("lung"), Formula, .. options]);
        Assert.Equal($"survkit: {sentence}\n", run.Error);
        Assert.Equal(1, run.ExitCode);
    }

    private static string Text(string file) => DocumentText.FromWord(File.ReadAllBytes(file)).Html;
}

using System.Text.RegularExpressions;
using SurvivalKit.Figures;
using SurvivalKit.Published;

namespace SurvivalKit.Cli.Tests;

/// <summary>The page that <c>survkit audit --report</c> writes.</summary>
public class AuditPageTests
{
    private static readonly string Paper = Path.Combine(Survkit.Repository, "data-samples", "ep-nec-2025");
    private static readonly string Invented =
        Path.Combine(Survkit.Repository, "tests", "SurvivalKit.Published.Tests", "Data", "planted-trial.json");

    private static readonly string Tiny = Path.Combine(Survkit.Repository, "tests", "SurvivalKit.Cli.Tests", "Data", "tiny");

    public static TheoryData<string> Studies => [Paper, Invented, Tiny];

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task Any_study_file_becomes_one_light_page_that_asks_for_nothing(string study)
    {
        string page = await Page(study);
        Assert.Equal(page, await Page(study));
        Assert.True(page.Length < 700_000);
        Assert.Contains(HtmlPage.ContentPolicy, page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|srcset|data|action)\\s*=\\s*[\"']?(https?:)?//", page);
        Assert.DoesNotMatch("<(link|iframe|object|embed|base)\\b|@import|url\\(", page);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("@media print", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);

        string markup = Regex.Replace(page, "<(script|style)>.*?</\\1>", "", RegexOptions.Singleline);
        string[] ids = [.. Regex.Matches(markup, "\\sid=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Regex.Matches(markup, "href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value), target =>
            Assert.Contains(target, ids));

        // Headings go down by one level at most.
        int[] levels = [.. Regex.Matches(markup, "<h([1-6])\\b").Select(match => match.Groups[1].Value[0] - '0')];
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Skip(1).Zip(levels), pair => Assert.InRange(pair.First, 2, pair.Second + 1));
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task Every_number_has_one_row_and_those_of_a_printed_table_one_cell(string study)
    {
        string page = await Page(study);
        Study read = Study.Load(study);
        Assert.Equal(
            Enumerable.Range(1, read.Claims.Length).Select(i => $"claim-{i}").Order(),
            Regex.Matches(page, "<tr id=\"(claim-[0-9]+)\"").Select(match => match.Groups[1].Value).Order());
        int printed = read.Tables.Sum(table => read.ClaimsOf(table.Place).Length);
        string[] cells =
            [.. Regex.Matches(page, "<a class=\"n v-[a-z-]+\" href=\"#(claim-[0-9]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(cells.Length, cells.Distinct().Count());
        Assert.InRange(cells.Length, printed * 9 / 10, printed);
        Assert.Equal(read.Tables.Length, Regex.Count(page, "class=\"n v-[a-z-]+\" href=\"#claim-[0-9]+\" tabindex=\"0\""));
    }

    [Fact]
    public async Task The_findings_come_first_ranked_and_the_method_after_the_tables()
    {
        string page = await Page(Paper);
        Assert.Contains("<h1>11 of 460 printed numbers contradict others; the gravest: ", page, StringComparison.Ordinal);
        string[] touched = [.. Regex.Matches(page, "<b class=\"touches\">([a-z ]+)</b>").Select(match => match.Groups[1].Value)];
        Assert.Equal(11, touched.Length);
        string[] order = ["conclusion", "main result", "table entry", "rounding"];
        Assert.Equal(touched.OrderBy(one => Array.IndexOf(order, one)), touched);
        Assert.Equal(
            ["findings", "tables", "method"],
            Regex.Matches(page, "<section id=\"([a-z]+)\">").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public async Task Each_verdict_has_a_mark_besides_its_colour()
    {
        string page = await Page(Paper);
        string[] marks = [.. Enum.GetValues<Verdict>().Select(verdict => Regex.Match(
            page, $"\\.n\\.v-{verdict.ToName()}::after, [^{{]*\\{{ content: \"(.)\"").Groups[1].Value)];
        Assert.DoesNotContain("", marks);
        Assert.Equal(marks.Length, marks.Distinct().Count());
    }

    private static async Task<string> Page(string study)
    {
        using var folder = new TemporaryFolder();
        string page = folder.Place("r.html");
        await Survkit.Succeeds("audit", study, "--report", page);
        return await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
    }
}

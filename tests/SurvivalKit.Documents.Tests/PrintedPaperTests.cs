using SurvivalKit.TextCheck;
using Check = SurvivalKit.TextCheck.TextCheck;

namespace SurvivalKit.Documents.Tests;

/// <summary>
/// An invented paper in two columns with tables in one of them and over both, running heads and page numbers, printed by
/// <c>Fixtures/make-pages.sh</c>: the same is found as in the page it was printed from.
/// </summary>
public class PrintedPaperTests
{
    private static string Fixtures => Path.Combine(AppContext.BaseDirectory, "Fixtures");

    [Theory]
    [InlineData("bread-justified.pdf")]
    [InlineData("bread-ragged.pdf")]
    public void The_same_is_found_as_in_the_page_that_was_printed(string file)
    {
        DocumentText printed = DocumentText.FromPdf(File.ReadAllBytes(Path.Combine(Fixtures, file)));
        Assert.Empty(printed.Cautions);
        string[] expected = [.. Findings(File.ReadAllText(Path.Combine(Fixtures, "bread.html")))];
        Assert.Equal(51, expected.Length);
        Assert.Equal(expected, Findings(printed.Html));
        Assert.Contains("127 (64.5): inconsistent", expected);
    }

    [Fact]
    public void Ligatures_are_letters() => Assert.DoesNotContain(
        DocumentText.FromPdf(File.ReadAllBytes(Path.Combine(Fixtures, "bread-justified.pdf"))).Html, c => c is >= '\uFB00' and <= '\uFB06');

    [Fact]
    public void What_stands_apart_on_several_pages_is_left_out()
    {
        string[] text = ["Of all guests, 24/56 (42.9%) were hungry when they", "came to the door of the house, and the rest were not."];
        byte[] file = new PdfPages()
            .Text(40, 800, "Journal of Bread 12 (50%)").Lines(40, 760, 12, text).Text(300, 30, "211").NewPage()
            .Text(40, 800, "Journal of Bread 12 (50%)").Lines(40, 760, 12, text).Text(300, 30, "212").Write();
        string html = DocumentText.FromPdf(file).Html;
        Assert.DoesNotContain("Journal", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>21", html, StringComparison.Ordinal);
        Assert.Equal(2, Check.Run(html).Findings.Count);
    }

    [Fact]
    public void The_heading_of_a_table_that_goes_on_stays()
    {
        var pages = new PdfPages();
        foreach (string name in new[] { "Men", "Women" })
        {
            pages.Text(40, 760, "What").Text(200, 760, "Bread (N = 14)").Text(320, 760, "Butter (N = 42)")
                .Text(40, 746, name).Text(200, 746, "9 (64.3)").Text(320, 746, "27 (64.3)")
                .Text(40, 732, "Hungry").Text(200, 732, "3 (21.4)").Text(320, 732, "8 (19.0)");
            _ = name == "Men" ? pages.NewPage() : pages;
        }

        Assert.Equal(2, DocumentText.FromPdf(pages.Write()).Html.Split("<td>Butter (N = 42)</td>").Length - 1);
    }

    [Fact]
    public void Cells_of_one_and_of_two_lines_in_the_middle_of_a_row_are_one_row()
    {
        byte[] file = new PdfPages()
            .Text(40, 705, "What").Text(200, 705, "Bread (N = 14)").Text(320, 705, "Butter (N = 42)")
            .Text(40, 685, "Hungry before").Text(200, 680, "3 (21.4)").Text(320, 680, "8 (19.0)").Text(40, 675, "noon, No. (%)")
            .Text(40, 655, "Thirsty, No. (%)").Text(200, 655, "8 (57.1)").Text(320, 655, "10 (23.8)").Write();
        Assert.Contains(
            "<tr><td>Hungry before noon, No. (%)</td><td>3 (21.4)</td><td>8 (19.0)</td></tr>",
            DocumentText.FromPdf(file).Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_goes_on_in_the_next_column()
    {
        string[] left = [.. Enumerable.Repeat("Bread was given to all of the guests who came early in the", 5),
            "morning, and the ratio of hunger in them was (HR 2.24, 95% CI"];
        string[] right = ["1.14-4.40; P = .02), as had been thought before by the cooks",
            .. Enumerable.Repeat("and all the guests went to bed without having eaten a thing", 5)];
        string html = DocumentText.FromPdf(new PdfPages().Lines(40, 760, 12, left).Lines(330, 760, 12, right).Write()).Html;
        Assert.Equal("HR 2.24, 95% CI 1.14-4.40; P = .02", Assert.Single(Check.Run(html).Findings).Text);
    }

    private static IEnumerable<string> Findings(string html) => Check.Run(html).Findings
        .Select(finding => $"{finding.Text}: {finding.Judgement.Verdict.ToName()}").Order(StringComparer.Ordinal);
}

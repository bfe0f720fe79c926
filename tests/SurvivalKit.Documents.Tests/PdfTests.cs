using SurvivalKit.TextCheck;
using Check = SurvivalKit.TextCheck.TextCheck;

namespace SurvivalKit.Documents.Tests;

/// <summary>The text of PDF files.</summary>
public class PdfTests
{
    // One white point.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC");

    private static readonly string[] Left =
    [
        "Bread was given to all of the guests who came early in the",
        "morning, and butter to those that came at noon. The ratio",
        "of hunger was lower with bread than it was with butter (HR",
        "2.24, 95% CI 1.14-4.40; P = .02), as we had thought be-",
        "forehand. It was seen in both rooms and with all of the",
        "cooks, whoever of them had baked it on that very morning.",
    ];

    private static readonly string[] Right =
    [
        "In the second room the guests were asked again at night,",
        "when it had become dark, and then 24/56 (43.9%) of them",
        "said that they were hungry, which is more than it had been",
        "at noon. No one else was asked. The cooks had gone home by",
        "that time, so that nothing more could be done about it and",
        "all the guests went to bed without having eaten anything.",
    ];

    [Fact]
    public void Columns_are_read_one_after_another_below_what_goes_over_both()
    {
        byte[] file = new PdfPages()
            .Text(150, 800, "Bread and butter: an invented trial", 18, bold: true)
            .Lines(40, 760, 12, Left).Lines(310, 760, 12, Right).Write();
        string html = DocumentText.FromPdf(file).Html;
        Assert.Equal(
            [
                "<!doctype html>", "<!-- page 1 -->", "<h2>Bread and butter: an invented trial</h2>",
                $"<p>{string.Join(" ", Left).Replace("be- forehand", "beforehand", StringComparison.Ordinal)}</p>",
                $"<p>{string.Join(" ", Right)}</p>",
            ],
            html.TrimEnd().Split('\n'));
        TextFindings findings = Check.Run(html).Findings;
        Assert.Equal(["HR 2.24, 95% CI 1.14-4.40; P = .02", "24/56 (43.9%)"], findings.Select(finding => finding.Text));
        Assert.Equal((1, "Bread and butter: an invented trial"), (findings[1].Place.Page, findings[1].Place.Section));
    }

    [Fact]
    public void Columns_whose_lines_do_not_stand_side_by_side_are_columns_too()
    {
        byte[] file = new PdfPages().Lines(40, 760, 12, Left).Lines(310, 754, 12, Right).Write();
        Assert.Equal(2, DocumentText.FromPdf(file).Html.Split("<p>").Length - 1);
    }

    [Fact]
    public void A_table_is_told_by_where_its_cells_stand()
    {
        var pages = new PdfPages().Text(40, 760, "Table 1. Who ate.", bold: true);
        string[][] rows =
        [
            ["Characteristic", "Bread (N = 14)", "Butter (N = 42)", "P"], ["Men, No. (%)", "9 (64.3)", "27 (64.3)", "1.0"],
            ["Hungry, No. (%)", "3 (21.4)", "8 (18.0)", "1.0"], ["Thirsty, No. (%)", "8 (57.1)", "10 (23.8)", ".04"],
        ];
        for (int r = 0; r < rows.Length; r++)
        {
            double[] places = [40, 200, 320, 450];
            for (int c = 0; c < 4; c++)
            {
                pages.Text(places[c], 740 - (14 * r), rows[r][c]);
            }
        }

        pages.Lines(40, 660, 12, Left);
        string html = DocumentText.FromPdf(pages.Write()).Html;
        foreach (string[] row in rows)
        {
            Assert.Contains($"<tr><td>{string.Join("</td><td>", row)}</td></tr>", html, StringComparison.Ordinal);
        }

        TextFinding wrong = Assert.Single(Check.Run(html).Findings.Of(Verdict.Inconsistent));
        Assert.Equal(("8 (18.0)", "Table 1. Who ate.", "Butter (N = 42)"), (wrong.Text, wrong.Place.Table, wrong.TableColumn));
    }

    [Fact]
    public void A_heading_in_the_middle_is_that_of_cells_at_the_left()
    {
        byte[] file = new PdfPages()
            .Text(40, 700, "What").Text(230, 700, "Bread (N = 14)").Text(390, 700, "Butter (N = 42)")
            .Text(40, 686, "Hungry, No. (%)").Text(180, 686, "3 (21.4)").Text(340, 686, "8 (18.0)")
            .Text(40, 672, "Thirsty, No. (%)").Text(180, 672, "8 (57.1)").Text(340, 672, "10 (23.8)").Write();
        Assert.Contains(
            "<tr><td>What</td><td>Bread (N = 14)</td><td>Butter (N = 42)</td></tr>\n<tr><td>Hungry, No. (%)</td><td>3 (21.4)</td><td>8 (18.0)</td></tr>",
            DocumentText.FromPdf(file).Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_the_next_table_ends_a_table()
    {
        var pages = new PdfPages();
        string[] lines = ["What|Bread (N = 14)|Butter (N = 42)", "Men|9 (64.3)|27 (64.3)", "Thirsty|8 (57.1)|10 (23.8)",
            "Table 2. Who slept.",
            "Place|HR (95% CI)|P", "Bed|0.73 (0.58-0.93)|.010", "Floor|1.60 (1.19-2.15)|.002"];
        for (int r = 0; r < lines.Length; r++)
        {
            string[] cells = lines[r].Split('|');
            for (int c = 0; c < cells.Length; c++)
            {
                pages.Text(40 + (150 * c), 680 - (14 * r), cells[c]);
            }
        }

        string html = DocumentText.FromPdf(pages.Write()).Html;
        Assert.Equal(2, html.Split("<table>").Length - 1);
        Assert.Contains("<p>Table 2. Who slept.</p>\n<table>\n<tr><td>Place</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Characteristic", "Bread (N = 14)", "Butter (N = 42)", "P")]
    [InlineData("Characteristic of guests", "Bread, of all (N = 14)", "Butter, of all (N = 42)", "P value of all")]
    public void A_table_across_two_columns_stays_whole_between_them(params string[] head)
    {
        var pages = new PdfPages().Lines(40, 780, 12, Left).Lines(310, 780, 12, Right).Text(40, 698, "Table 2. Who ate.").Text(40, 20, "9")
            .Text(300, 20, "of").Text(500, 20, "12");
        double[] places = [40, 180, 320, 450];
        string[][] rows =
        [
            head, ["Men, No. (%)", "9 (64.3)", "27 (64.3)", "1.0"],
            ["Thirsty, No. (%)", "8 (57.1)", "10 (23.8)", ".04"], ["Hungry, No. (%)", "3 (21.4)", "8 (19.0)", "1.0"],
        ];
        for (int r = 0; r < rows.Length; r++)
        {
            for (int c = 0; c < 4; c++)
            {
                pages.Text(places[c], 680 - (14 * r), rows[r][c]);
            }
        }

        string html = DocumentText.FromPdf(pages.Lines(40, 600, 12, Left).Lines(310, 600, 12, Right).Write()).Html;
        Assert.Contains("<p>Table 2. Who ate.</p>\n<table>", html, StringComparison.Ordinal);
        Assert.Equal(6, html.Split("<p>").Length - 1);
        Assert.Equal(rows.Length, html.Split("<tr>").Length - 1);
        Assert.All(rows, row => Assert.Contains($"<tr><td>{string.Join("</td><td>", row)}</td></tr>", html, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_raised_and_lowered_is_marked()
    {
        byte[] file = new PdfPages().Text(40, 700, "Of all, 24/56 (42.9%)").Text(132, 704, "12", 6).Text(143, 700, "were hungry.").Write();
        Assert.Contains("(42.9%)<sup>12</sup> were hungry.", DocumentText.FromPdf(file).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HR 2.24 (95% CI 1.14-", "4.40) was", "1.14-4.40) was")]
    [InlineData("a long-", "Term", "a long-Term")]
    [InlineData("the hun-", "gry ones", "the hungry ones")]
    [InlineData("P =", ".02", "P = .02")]
    public void A_line_end_cuts_no_word_and_no_range(string first, string second, string joined) => Assert.Contains(
        joined, DocumentText.FromPdf(new PdfPages().Lines(40, 700, 12, first, second).Write()).Html, StringComparison.Ordinal);

    [Fact]
    public void A_scanned_page_is_a_sentence()
    {
        DocumentText text = DocumentText.FromPdf(new PdfPages().Lines(40, 700, 12, Left).NewPage().Picture(Png).Write());
        Assert.Equal(
            "page 2 of 2 is a picture without text, so that nothing of it was read; a file with a text layer, as programs for scanned text (OCR) make it, was expected.",
            Assert.Single(text.Cautions));
        Assert.Contains("Bread was given", text.Html, StringComparison.Ordinal);
        Assert.StartsWith(
            "2 of 2 pages are pictures (1, 2) without text",
            Assert.Single(DocumentText.FromPdf(new PdfPages().Picture(Png).NewPage().Picture(Png).Write()).Cautions));
    }

    [Fact]
    public void What_is_no_PDF_file_ends_in_one_sentence()
    {
        byte[] file = new PdfPages().Lines(40, 700, 12, Left).Write();
        foreach (byte[] damaged in new[] { [], file[..20], "%PDF-1.4 nothing"u8.ToArray() })
        {
            Assert.StartsWith(
                "this is no PDF file that can be read: ",
                Assert.Throws<SurvivalDataException>(() => DocumentText.FromPdf(damaged)).Message, StringComparison.Ordinal);
        }
    }
}

using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Data.Analysis;
using Drawing = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace SurvivalKit.Documents.Tests;

/// <summary>Results and pictures as Word documents.</summary>
public class WordReportTests
{
    private static readonly DataFrame Lung = SurvivalData.ReadCsv(Samples.Path("lung.csv"));

    public static TheoryData<string> Results => ["km", "cox", "table1", "logrank", "regression"];

    [Theory]
    [MemberData(nameof(Results))]
    public void A_document_is_valid_and_holds_every_cell_of_the_result(string name)
    {
        IResult result = Result(name);
        byte[] file = new WordReport("A title").Heading("Results").Text("A sentence.").Add(result).ToBytes();
        AssertValid(file);
        Read(file, body =>
        {
            TableModel[] expected = [.. result.ToTables().Where(table => !table.Columns.IsEmpty)];
            Word.Table[] tables = [.. body.Elements<Word.Table>()];
            Assert.Equal(expected.Length, tables.Length);
            for (int i = 0; i < tables.Length; i++)
            {
                Word.TableRow[] rows = [.. tables[i].Elements<Word.TableRow>()];
                Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<Word.TableHeader>());
                Assert.Equal(
                    expected[i].Columns.Select(column => column.Header + column.Detail),
                    Texts(rows[0]).Select(text => text.Replace('\u00A0', ' ')));
                Assert.Equal(
                    expected[i].Rows.Select(row => string.Join("|", row.Cells.Select(cell => cell.Text + cell.Mark))),
                    rows[1..].Select(row => string.Join("|", Texts(row))));
            }

            string all = string.Concat(body.Descendants<Word.Text>().Select(text => text.Text + "\n")).Replace(" \n", "\n");
            foreach (TableModel table in result.ToTables())
            {
                Assert.All([table.Title, .. table.Lead, .. table.Cautions, .. table.Notes.Select(note => note.Text)], sentence =>
                    Assert.Contains(sentence, all, StringComparison.Ordinal));
            }
        });
    }

    [Fact]
    public void Numbers_read_back_are_those_of_the_fit()
    {
        CoxFit fit = CoxModel.Fit(Lung, "Surv(time, status) ~ age + sex + ph.karno");
        Read(fit.ToWord(), body =>
        {
            TableModel table = fit.ToTables().First(table => table.Rows.Length == 3);
            Word.TableRow[] rows = [.. body.Elements<Word.Table>()
                .First(written => written.Elements<Word.TableRow>().Count() == 4).Elements<Word.TableRow>().Skip(1)];
            for (int term = 0; term < 3; term++)
            {
                double[] read = [.. Texts(rows[term]).Select(text => double.TryParse(
                    text.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
                Assert.Contains(read, value => Math.Abs(value - fit.Terms[term].Coefficient) < 1e-3 * Math.Abs(value));
                Assert.Contains(read, value => Math.Abs(value - fit.Terms[term].StandardError) < 1e-3 * value);
                for (int place = 0; place < read.Length; place++)
                {
                    if (table.Rows[term].Cells[place].Value is { } exact && !double.IsNaN(read[place]))
                    {
                        Assert.Equal(exact, read[place], Math.Max(0.005, 1e-3 * Math.Abs(exact)));
                    }
                }
            }
        });
    }

    [Fact]
    public void The_same_report_is_the_same_bytes()
    {
        byte[] Write() => new WordReport("T")
            .Add(Result("km")).Add(new WordPicture(Samples.Png) { Caption = "P", Svg = "<svg/>" }).ToBytes();
        Assert.Equal(Write(), Write());
    }

    [Fact]
    public void Numbers_stand_at_one_decimal_tab_and_words_to_the_right()
    {
        var table = new TableModel(
            "T",
            [new("a", TableAlignment.Left), new("b")],
            [Row("x", "0.5 (0.1–2.0)"), Row("y", "12"), Row("z", "NA"), Row("r", "1 [Reference]")]);
        Read(table.ToWord(), body =>
        {
            Word.ParagraphProperties[] second =
                [.. body.Descendants<Word.TableRow>().Skip(1).Select(row => row.Descendants<Word.Paragraph>().Last().ParagraphProperties!)];
            int[] stops = [.. second.Select(properties => properties.Tabs?.Elements<Word.TabStop>().Single().Position!.Value ?? -1)];
            Assert.True(stops[0] > 0);
            Assert.Equal([stops[0], stops[0], -1, -1], stops);
            Assert.Equal(Word.TabStopValues.Decimal, second[0].Tabs!.Elements<Word.TabStop>().Single().Val!.Value);
            Assert.Equal(Word.JustificationValues.Right, second[2].Justification!.Val!.Value);
        });

        // The points of 9 (64.3) and 10 (100) stand in brackets: at a tab the brackets would not end together.
        var brackets = new TableModel("T", [new("b")], [Row("9 (64.3)"), Row("10 (100)")]);
        Read(brackets.ToWord(), body => Assert.Empty(body.Descendants<Word.TabStop>()));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(14, true)]
    [InlineData(60, true)]
    public void A_table_that_is_too_wide_stands_on_a_turned_page_and_fits_it(int columns, bool turned)
    {
        TableCell[] cells = [.. Enumerable.Range(0, columns).Select(_ => (TableCell)"123.45 (100.00–200.00)")];
        var wide = new TableModel("Wide", cells.Select((_, place) => new TableColumn($"c{place}")), [new TableRow([.. cells])]);
        byte[] file = new WordReport().Text("before").Add(wide).Text("after").ToBytes();
        AssertValid(file);
        Read(file, body =>
        {
            bool[] sections = [.. body.Descendants<Word.PageSize>().Select(size => size.Width!.Value > size.Height!.Value)];
            Assert.Equal(turned ? [false, true, false] : [false], sections);
            double width = body.Descendants<Word.GridColumn>()
                .Sum(column => double.Parse(column.Width!.Value!, CultureInfo.InvariantCulture));
            Assert.InRange(width, 0, ((turned ? 297 : 210) - 50) * 1440 / 25.4 + columns);
        });
    }

    [Fact]
    public void A_picture_has_the_size_its_file_states_and_none_is_larger_than_the_page()
    {
        Assert.Equal(100, new WordPicture(Samples.PngOf(1000, 500, 10000)).Width, 1e-9);
        Assert.Equal(25.4, new WordPicture(Samples.PngOf(96, 96)).Height, 1e-9);
        byte[] file = new WordReport().Add(new WordPicture(Samples.PngOf(1000, 500, 1000)) { Caption = "A <b>" }).ToBytes();
        AssertValid(file);
        Read(file, body =>
        {
            var extent = body.Descendants<Drawing.Extent>().Single();
            Assert.InRange(extent.Cx!.Value, 159.9 * 36000, 160 * 36000);
            Assert.Equal(2, extent.Cx.Value / (double)extent.Cy!.Value, 1e-4);
            Assert.Equal("A <b>", body.Descendants<Drawing.DocProperties>().Single().Description!.Value);
        });
    }

    [Fact]
    public void Captions_are_counted_and_need_not_be()
    {
        TableModel table = new("Who", [new("a")], [Row("1")]);
        WordReport Report(bool counts) => new WordReport("", new() { NumberCaptions = counts })
            .Add(table).Add(new WordPicture(Samples.Png) { Caption = "Pixel" }).Add(table).Add(new TableModel("", [new("a")], [Row("2")]));
        Assert.Equal(["Table\u00A01. Who", "Figure\u00A01. Pixel", "Table\u00A02. Who"], Captions(Report(true)));
        Assert.Equal(["Who", "Pixel", "Who"], Captions(Report(false)));
    }

    [Fact]
    public void What_no_document_can_hold_is_shown_as_an_unknown_sign()
    {
        string text = "a\u0001b\uD800c\uFFFE😀<&>\"";
        byte[] file = new WordReport(text).Heading(text).Text(text).Add(new TableModel(text, [new(text)], [Row(text)], text)).ToBytes();
        AssertValid(file);
        Read(file, body => Assert.Equal("a\uFFFDb\uFFFDc\uFFFD😀<&>\"", Texts(body.Descendants<Word.TableRow>().Last()).Single()));
    }

    [Fact]
    public void A_new_page_starts_where_it_is_asked_for()
    {
        var table = new TableModel("", [new("a")], [Row("1")]);
        byte[] file = new WordReport().Text("one").NewPage().Add(table).NewPage().Text("two").ToBytes();
        AssertValid(file);
        Read(file, body => Assert.Equal(2, body.Descendants<Word.PageBreakBefore>().Count()));
    }

    [Fact]
    public void What_cannot_be_used_is_refused_in_a_sentence()
    {
        AssertRefused("The heading \"a\" has the level 4; a level from 1 to 3 was expected.", () => new WordReport().Heading("a", 4));
        AssertRefused("A heading is empty; a text was expected.", () => new WordReport().Heading(" "));
        AssertRefused(
            "The margin of the report is 60; 5 to 40 mm was expected.", () => _ = new WordReport("", new() { Margin = 60 }));
        AssertRefused(
            "The page width of the report is NaN; 100 to 420 mm was expected.",
            () => _ = new WordReport("", new() { PageWidth = double.NaN }));
        AssertRefused(
            "The font of the report is empty; the name of a font was expected.", () => _ = new WordReport("", new() { Font = "" }));
        AssertRefused(
            "The report cannot be saved as 'report.doc'; the name has to end in .docx.", () => new WordReport().Save("report.doc"));
        AssertRefused(
            "The picture is no PNG file that can be read; all bytes of one were expected.", () => _ = new WordPicture([1, 2, 3]));
        AssertRefused(
            "The picture is no PNG file that can be read; all bytes of one were expected.", () => _ = new WordPicture(Samples.Png[..20]));
    }

    [Fact]
    public void An_empty_report_is_a_document() => AssertValid(new WordReport().ToBytes());

    private static IResult Result(string name) => name switch
    {
        "km" => KaplanMeier.Fit(Lung, "Surv(time, status) ~ sex").Summary(new() { Times = [180, 365] }),
        "cox" => CoxModel.Fit(Lung, "Surv(time, status) ~ age + factor(ph.ecog)"),
        "table1" => BaselineTable.Build(Lung, "sex", new() { Variables = ["age", "factor(ph.ecog)"] }),
        "logrank" => LogRank.Test(Lung, "Surv(time, status) ~ sex"),
        _ => RegressionTable.Of(CoxModel.Fit(Lung, "Surv(time, status) ~ age + factor(ph.ecog)")),
    };

    private static TableRow Row(params TableCell[] cells) => new([.. cells]);

    private static void AssertRefused(string sentence, Action action) =>
        Assert.Equal(sentence, Assert.Throws<SurvivalDataException>(action).Message);

    private static List<string> Captions(WordReport report)
    {
        List<string> captions = [];
        Read(report.ToBytes(), body => captions.AddRange(body.Elements<Word.Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Caption")
            .Select(paragraph => paragraph.InnerText)));
        return captions;
    }

    private static IEnumerable<string> Texts(Word.TableRow row) => row.Elements<Word.TableCell>().Select(cell => cell.InnerText);

    private static void Read(byte[] file, Action<Word.Body> read)
    {
        using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        read(document.MainDocumentPart!.Document!.Body!);
    }

    private static void AssertValid(byte[] file)
    {
        using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }
}

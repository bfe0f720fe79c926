using SurvivalKit.TextCheck;
using static SurvivalKit.Documents.Tests.WordDocument;
using Check = SurvivalKit.TextCheck.TextCheck;

namespace SurvivalKit.Documents.Tests;

/// <summary>The text of Word documents.</summary>
public class WordTests
{
    [Fact]
    public void Headings_paragraphs_and_tables_are_read_with_their_names()
    {
        byte[] file = Write(
            P("Results", "<w:pStyle w:val=\"berschrift1\"/>")
            + "<w:p>" + R("Bread helped (HR ") + R("2.24", "<w:b/>") + R(", 95% CI 1.14–4.40; P &lt; .05).")
            + R("12", "<w:vertAlign w:val=\"superscript\"/>") + "</w:p>"
            + P("Table 1. Who ate.", "<w:pStyle w:val=\"Caption\"/>")
            + Table(
                ["What", "Bread (N = 14)", "Butter (N = 42)"],
                ["Men, No. (%)", "9 (64.3)", "27 (64.3)"],
                ["Hungry, No. (%)", "3 (21.4)", "8 (18.0)"]),
            "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>");
        TextFindings findings = Check.Run(DocumentText.FromWord(file).Html).Findings;
        Assert.Equal(
            ["HR 2.24, 95% CI 1.14-4.40; P < .05", "9 (64.3)", "27 (64.3)", "3 (21.4)", "8 (18.0)"],
            findings.Select(finding => finding.Text));
        TextFinding wrong = Assert.Single(findings.Of(Verdict.Inconsistent));
        Assert.Equal(("Results", "Table 1. Who ate.", 2, 3), (wrong.Place.Section, wrong.Place.Table, wrong.Place.Row, wrong.Place.Cell));
        Assert.Equal("Butter (N = 42)", wrong.TableColumn);
    }

    [Theory]
    [InlineData("<w:ins w:id=\"1\"><w:r><w:t>7/9 (77.8%)</w:t></w:r></w:ins>", "<p>7/9 (77.8%)</p>")]
    [InlineData("<w:del w:id=\"1\"><w:r><w:delText>8/9</w:delText></w:r></w:del><w:r><w:t>7/9</w:t></w:r>", "<p>7/9</p>")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>8/9</w:t></w:r><w:r><w:t>7/9</w:t></w:r>", "<p>7/9</p>")]
    [InlineData("<w:r><w:t>62</w:t></w:r><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B1\"/></w:r><w:r><w:t>13</w:t></w:r>", "<p>62±13</p>")]
    [InlineData("<w:r><w:t>1.14</w:t><w:noBreakHyphen/><w:t>4.40</w:t><w:br/><w:t>a</w:t></w:r>", "<p>1.14-4.40<br>a</p>")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF 1</w:instrText></w:r><w:r><w:t>a</w:t></w:r>", "<p>a</p>")]
    [InlineData("<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>-5</m:t></m:r></m:sup></m:sSup></m:oMath>", "<p>10<sup>-5</sup></p>")]
    [InlineData("<w:hyperlink><w:r><w:t>a &lt; b</w:t></w:r></w:hyperlink>", "<p>a &lt; b</p>")]
    public void A_paragraph_reads_as_it_is_printed(string runs, string html) =>
        Assert.Equal("<!doctype html>\n" + html + "\n", Decoded(Write($"<w:p>{runs}</w:p>")));

    [Fact]
    public void Boxes_are_read_once_and_notes_at_the_end()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent>";
        byte[] file = Write(
            "<w:p>" + R("before") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>" + Box
            + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + Box
            + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + P("after"),
            footnotes: "<w:footnote w:type=\"separator\" w:id=\"0\">" + P("line") + "</w:footnote><w:footnote w:id=\"1\">" + P("a note")
            + "</w:footnote>");
        Assert.Equal("<!doctype html>\n<p>before</p>\n<p>in a box</p>\n<p>after</p>\n<p>a note</p>\n", Decoded(file));
    }

    [Fact]
    public void Merged_cells_span_columns_and_rows()
    {
        byte[] file = Write(Table(
            ["What", "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + P("Bread")],
            ["<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + P("Men"), "1", "2"],
            ["<w:tcPr><w:vMerge/></w:tcPr>" + P(""), "3", "4"]));
        Assert.Equal(
            "<!doctype html>\n<table>\n<tr><td>What</td><td colspan=\"2\">Bread</td></tr>\n<tr><td rowspan=\"2\">Men</td><td>1</td><td>2</td></tr>\n"
            + "<tr><td>3</td><td>4</td></tr>\n</table>\n",
            Decoded(file));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(400)]
    public void What_is_no_Word_document_ends_in_one_sentence(int length)
    {
        byte[] file = Write(P("a"))[..length];
        string message = Assert.Throws<SurvivalDataException>(() => DocumentText.FromWord(file)).Message;
        Assert.StartsWith("this is no Word document that can be read: ", message, StringComparison.Ordinal);
    }

    private static string Decoded(byte[] file) => DocumentText.FromWord(file).Html.Replace("&#177;", "±", StringComparison.Ordinal);
}

using System.Text;

namespace SurvivalKit.TextCheck.Tests;

public class HtmlPlaceTests
{
    private const string Page = "<!DOCTYPE html>\r\n<html><body>\r\n";

    [Theory]
    [InlineData("<p>The tall did better (¦HR 2.24, 95% CI, 1.14-4.40).\r\n<p>Of them ¦24/56 (42.9%) sang.")]
    [InlineData("<p>The tall&nbsp;did better &mdash; (<b>¦HR</b>&nbsp;2.24, 95%&thinsp;CI, 1.14&ndash;4.40; <i>P</i>&#160;=&#xA0;.02)</p>")]
    [InlineData("\t<p title='a > b'>\tIt was\t¦24/56 (42.9%)</p>")]
    [InlineData("<!-- HR 1.1 (95% CI 1.0-1.2) --><p>It was ¦24/56 (42.9%)<!-- of <p> -->.</p>")]
    [InlineData("<p>It was <![CDATA[ below <b>: ¦24/56 (42.9%) ]]> so.</p>")]
    [InlineData("<style>p:before { content: '24/56 (42.9%)' }</style><p>¦24/56 (42.9%)")]
    [InlineData("<script>\r\nif (a<b) { p = '<p>24/56 (42.9%)</p>'; }\r\n</script>\r\n<p>¦24/56 (42.9%)")]
    [InlineData(
        "<p>A note<sup><a href=\"#note-17\" class=\"reference-of-the-note\">17</a></sup> and ¦24/56 (42.9%), <i>¦t</i><sub>28</sub> = 2.20")]
    [InlineData("<p>¦χ<sup>2</sup>(1) = 4.5<br>¦24/56<sup>a</sup> (42.9%)")]
    [InlineData("<P>¦24/56 (42.9%)<BR/>\r\n<UL><LI>¦12/56 (21.4%)<LI>¦HR 2.24 (95% CI 1.14-4.40)</UL>")]
    [InlineData("<p>Less than <lower bound of n <b>¦24/56</b> (42.9%)")]
    [InlineData("<p>¦P <.05 and n > 5. Of all, ¦24/56 (42.9%)")]
    [InlineData("<p>An open <!-- comment ¦24/56 (42.9%)")]
    [InlineData("<p>An open <script> ¦24/56 (42.9%)")]
    [InlineData("<p>An open tag <a href ¦24/56 (42.9%)")]
    [InlineData("<p>It was\r¦24/56 (42.9%)\r\r\n<p>and ¦12/56 (21.4%)")]
    public void A_statistic_of_a_page_is_where_it_stands(string body) => Places.AreThoseOf(Page + body);

    [Fact]
    public void A_cell_is_where_its_text_starts()
    {
        TextFindings findings = Places.AreThoseOf(Page + """
            <table border=1><tr><th rowspan="2">Who<th colspan='2'>Choir
            	<tr><th>Altos (n = 14)<th>Basses (n&nbsp;=&nbsp;42)
            <tbody>
            	<tr><td>Tall, n&nbsp;(%)<td> <b>¦8</b> (57.1)<td><p>¦10&nbsp;(23.8)</p>
            	<tr><td>Both<td colspan=2>&#8203;¦18 (32.1)
            </table>
            """);
        Assert.Contains("8 of 14", findings[0].Detail, StringComparison.Ordinal);
        Assert.Contains("10 of 42", findings[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_within_a_table_is_one_of_its_own()
    {
        TextFindings findings = Places.AreThoseOf("""
            <table><tr><td>On the left
            <td><table><tr><th>Who<th>Altos (n = 14)<tr><td>Tall, n (%)<td>¦8 (57.1)</table>
            </table><p>and ¦24/56 (42.9%)
            """);
        Assert.Contains("8 of 14", findings[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_name_or_a_number_stands_for_is_read()
    {
        TextFinding finding = Assert.Single(Places.AreThoseOf("<html>&bogus; ¦HR&ThickSpace;2.24 (95% CI 1.14&#150;4.40; P &leq; .03)"));
        Assert.Equal("HR 2.24 (95% CI 1.14-4.40; P ≤ .03)", finding.Text);
    }

    [Fact]
    public void A_byte_order_mark_takes_no_column()
    {
        byte[] file = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("<html>24/56 (42.9%)")];
        Assert.Equal(
            (1, 7), Assert.Single(PrintedText.Check(TextDecoding.Decode(file))) is var finding ? (finding.Line, finding.Column) : default);
    }
}

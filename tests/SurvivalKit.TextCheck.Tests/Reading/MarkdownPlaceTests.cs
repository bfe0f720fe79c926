namespace SurvivalKit.TextCheck.Tests;

public class MarkdownPlaceTests
{
    [Theory]
    [InlineData("# Altos\r\n\r\nThe **tall** did *better*\r\n(**¦HR** 2.24, 95%\r\nCI, 1.14-4.40; *P* = .02).\r\n")]
    [InlineData("- one: ¦24/56 (42.9%)\n\t- two: ¦12/56 (21.4%)\n1. ¦HR 2.24 (95%\n   CI 1.14-4.40)")]
    [InlineData("> They found ¦HR 2.24 (95%\n> CI 1.14-4.40)\n> > and ¦24/56 (42.9%)\n\nText.")]
    [InlineData(
        "See [the 12 notes](notes/12.html \"24/56 (42.9%)\"), ¦24/56 (42.9%) [12](#n12), [a *word*][w] ¦12/56 (21.4%).\n\n[w]: http://example.org/24/56")]
    [InlineData("![a picture](p_0.72_1.png) ¦24/56 (42.9%) <http://example.org/10/56_(17.9%)> www.example.org/24/56_(42.9%)")]
    [InlineData(
        "Text with <b>¦24/56</b> (42.9%) <!-- 12/56 (21.4%) --> and <span title=\"a > b\">¦HR</span> 2.24 (95% CI 1.14&ndash;4.40)")]
    [InlineData("Code `¦24/56 (42.9%)` and `` ¦12/56 (21.4%) ``\n\n```r\n# <b> ¦HR 2.24 (95% CI 1.14-4.40)\n```\n~~~\n¦24/56 (42.9%)")]
    [InlineData("<div>\n\n*In* a division: ¦24/56 (42.9%)\n\n      <p>set in: ¦12/56 (21.4%)\n</div>\n¦24/56 (42.9%)")]
    [InlineData(
        "<script>\nx = '24/56 (42.9%)';\n\ny = '12/56 (21.4%)';\n</script>\n\n<!-- 24/56 (42.9%)\n\n12/56 (21.4%) -->¦24/56 (42.9%)")]
    [InlineData("Raised χ^2^ and ¦χ^2^(1) = 4.5 and ¦HR 0.28 (95% CI 0.16-0.49; P = 1.2 × 10<sup>-5</sup>)")]
    [InlineData("$a_{1}$ and $¦\\chi^{2}_{1} = 4.5$, *¦24/56* (42.9\\%) and $b_{2}$")]
    [InlineData("<div>[a word](http://example.org/24/56_(42.9%)), ¦24/56 (42.9%) [12](#n12)</div>\n\n$¦P = 1.2 × 10<sup>-5</sup>$")]
    [InlineData("A title\n=======\n¦24/56 (42.9%)\n-----\n¦12/56 (21.4%)")]
    public void A_statistic_is_where_it_stands(string text) => Places.AreThoseOf(text);

    [Theory]
    [InlineData("¦P < 0.05, ¦p<.001 and *¦P* < .05; n <56 and >12. Of all, ¦24/56* (42.9%)*")]
    [InlineData("Sodium <lower bound, ¦HR 2.24, 95% CI, 1.14-4.40, and potassium >upper bound")]
    [InlineData("Of all, ¦24/56 (42.9%) were\n> 65 years old")]
    [InlineData("    set in by four: ¦24/56 (42.9%)\n\n\tby a tab: ¦12/56 (21.4%)")]
    [InlineData("2010. In that year ¦24/56 (42.9%)\n+ ¦12/56 (21.4%)\n* ¦24/56 (42.9%)")]
    [InlineData("x_1 and y_2 cost $5 to $6, a*b*c: ¦24/56 (42.9%) `and")]
    public void A_plain_text_keeps_what_only_looks_like_marks(string text) => Places.AreThoseOf(text);

    [Theory]
    [InlineData("HR 2.24 [95% CI 1.14-4.40](p=0.02)")]
    [InlineData("HR 2.24 [95% CI 1.14-4.40](P=.02)")]
    public void Brackets_before_brackets_lead_nowhere(string ratio) =>
        Assert.StartsWith(
            "HR 2.24 [95% CI 1.14-4.40](", Assert.Single(Places.AreThoseOf("It was ¦" + ratio)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_cell_is_where_its_text_starts(string lineEnd)
    {
        string table = """
            The choir

            | Who \| what | `a|b` (n = 14) | *Basses* (n = 42) |  P  |
            |:------------|---------------:|:-----------------:|-----|
            | Tall \| big, n (%) | **¦8** (57.1) | <b>¦10</b> (23.8) | ¦.04 |
            Short, n&nbsp;(%) |   ¦6 (42.9) | [¦32 (76.2)](#t2)
            | Hats, $n$ (%)	|	¦7	(50.0)	|¦21 (50.0)| |

            and ¦24/56 (42.9%)
            """.ReplaceLineEndings(lineEnd);
        TextFindings findings = Places.AreThoseOf(table);
        Assert.Contains("8 of 14 (the N of a|b)", findings[0].Detail, StringComparison.Ordinal);
        Assert.Equal("Tall | big, n (%)", findings[0].TableRow);
        Assert.All(findings, finding => Assert.Equal(Verdict.Recomputed, finding.Judgement.Verdict));
    }

    [Fact]
    public void A_table_needs_no_rule_and_may_be_of_tabs()
    {
        Places.AreThoseOf("Who | Altos (n = 14) | Basses (n = 42)\nTall, n (%) | ¦8 (57.1) | ¦10 (23.8)");
        Places.AreThoseOf(
            "Who\tAltos (n = 14)\tBasses (n = 42)\n---\t---\t---\n**Size**\t\t\n\t¦8 (57.1%)\t*¦10* (23.8%)\n- Hats\t¦7 (50.0%)\t¦21 (50.0%)");
    }
}

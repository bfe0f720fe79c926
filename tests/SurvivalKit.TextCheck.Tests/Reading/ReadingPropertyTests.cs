namespace SurvivalKit.TextCheck.Tests;

/// <summary>Texts put together by chance, and texts that nest deeper or repeat more than any paper.</summary>
public class ReadingPropertyTests
{
    private static readonly string[] Html =
    [
        "<p>It was {0}.</p>", "<div>\n<p class='a > b'>Of all&nbsp;{0}\n</div>", "<p>note<sup>12</sup>: <b>{0}</b>\r\n",
        "<ul><li>{0}<li>{0}</ul>\n", "<!-- 0.72 -->\n",
        "<script>a = '<p>';\n</script>\n", "<style>p { width: 0.72em }</style>\r\n", "<p>&lt;p&gt; &#8203;&ThickSpace;{0}&mdash;</p>\n",
        "<h2\nid=a>A\ttitle</h2>{0}<br/>\n",
        "<table><tr><th>Who<th>Altos (n = 14)<tr><td>Tall, n (%)<td>\t{0}</table>\n",
    ];

    private static readonly string[] Markdown =
    [
        "It was {0}.\n\n", "**It** was *{0}*\r\n\r\n", "# Title {0}\n", "- item\n- item {0}\n\n", "> Quoted\n> {0}\n\n",
        "See [a](http://example.org/0.72 \"0.5\") {0} [3](#r)\n\n", "`{0}` and ![a](b.png)\n\n",
        "```r\n# {0}\n```\n", "$P_{{x}}$, $\\pm$ {0}\n\n", "    set in {0}\n\n", "Lines of\r\ntext\r\n{0}\n\n",
        "[r]: http://example.org/0.5\n\n", "a_b 2*3* <.05 {0} & \\*\n\n", "***\n\n",
        "| Who | Altos (n = 14) |\n|---|---:|\n| Tall \\| `a|b`, n (%) | **{0}** |\n\n", "Who\tAltos (n = 14)\r\nTall, n (%)\t{0}\r\n\r\n",
    ];

    [Fact]
    public void Each_statistic_is_where_it_stands() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int run = 0; run < 200; run++)
        {
            bool isPage = random.Next(3) == 0;
            string[] pieces = isPage ? Html : [.. Markdown, .. Html.Select(piece => piece + "\n\n")];
            IEnumerable<string> chosen = Enumerable.Range(0, random.Next(1, 12))
                .Select(_ => pieces[random.Next(pieces.Length)]
                    .Replace("{0}", "¦24/56 (42.9%)", StringComparison.Ordinal)
                    .Replace("{{x}}", "{x}", StringComparison.Ordinal));
            Places.AreThoseOf((isPage ? "<!doctype html>" : "") + string.Concat(chosen));
        }
    });

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<div>\n\n", 50_000)]
    [InlineData("<a b='", 50_000)]
    [InlineData("<a ", 100_000)]
    [InlineData("<!--", 100_000)]
    [InlineData("<script>", 50_000)]
    [InlineData("<![CDATA[", 50_000)]
    [InlineData("> ", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("[", 100_000)]
    [InlineData("![", 100_000)]
    [InlineData("[a](", 50_000)]
    [InlineData("[a]: b\n", 50_000)]
    [InlineData("*a **b ", 50_000)]
    [InlineData("*a* _b_ ", 50_000)]
    [InlineData("| a ", 100_000)]
    [InlineData("^{", 100_000)]
    [InlineData("&a", 100_000)]
    public void What_is_repeated_is_read_to_its_end_without_a_fault(string piece, int times)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times)) + "\n\n\nIt was 24/56 (42.9%)";
        int line = text.Count(c => c == '\n') + 1;
        Assert.Equal(line, Assert.Single(PrintedText.Check(text)).Line);
        Assert.Equal(line, Assert.Single(PrintedText.Check("<html>" + text)).Line);
    }

    [Fact]
    public void A_table_of_very_many_rows_is_read_as_one()
    {
        string rows = string.Concat(Enumerable.Repeat("| Tall, n (%) | **8** (57.1) | 10 (23.8) |\n", 3000));
        TextFindings findings = PrintedText.Check("| Who | Altos (n = 14) | Basses (n = 42) |\n|---|---|---|\n" + rows);
        Assert.Equal(6000, findings.Count);
        Assert.All(findings, finding => Assert.Equal(Verdict.Recomputed, finding.Judgement.Verdict));
    }
}

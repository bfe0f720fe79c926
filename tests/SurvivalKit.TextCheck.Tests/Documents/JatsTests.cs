using Check = SurvivalKit.TextCheck.TextCheck;

namespace SurvivalKit.TextCheck.Tests;

/// <summary>Articles in the XML of journals.</summary>
public class JatsTests
{
    private const string Article = """
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.3//EN" "JATS-archive.dtd">
        <article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article">
        <front><journal-meta><journal-id>12 (34%)</journal-id></journal-meta>
        <article-meta><title-group><article-title>Bread</article-title></title-group>
        <abstract><p>Of 56 guests, 24/56 (42.9%) ate.</p></abstract></article-meta></front>
        <body>
        <sec sec-type="methods"><label>2</label><title>Methods</title><p>We asked.<xref ref-type="bibr" rid="b1"><sup>1</sup></xref></p></sec>
        <sec><title>Results</title>
        <p>Bread helped <italic>greatly</italic> (HR&#160;2.24, 95%&#x2009;CI 1.14&#8211;4.40; <italic>P</italic>&#160;=&#160;.02).</p>
        <p>Twice: <inline-formula><alternatives><tex-math>$$7/9 (77.8\%)$$</tex-math><mml:math><mml:mn>x</mml:mn></mml:math></alternatives></inline-formula></p>
        <table-wrap id="t1"><label>Table 1</label><caption><title>Who ate</title><p>At noon.</p></caption>
        <table><thead><tr><th>What</th><th>Bread<break/>(N = 14)</th><th>Butter<break/>(N = 42)</th></tr></thead>
        <tbody><tr><td>Men, No. (%)</td><td>9 (64.3)</td><td>27 (64.3)</td></tr>
        <tr><td>Hungry, No. (%)</td><td>3 (21.4)</td><td>8 (18.0)</td></tr></tbody></table>
        <table-wrap-foot><fn><label>12</label><p>Of guests.</p></fn></table-wrap-foot></table-wrap>
        </sec></body>
        <back><ref-list><ref><mixed-citation>Baker A. 8/14 (57.0%). <ref-list>7/9 (70%)</ref-list> 2001; 12 (3): 4.</mixed-citation></ref></ref-list></back>
        </article>
        """;

    [Fact]
    public void Its_text_and_its_tables_are_read_by_name_and_the_rest_is_not()
    {
        TextFindings findings = Check.Run(Article).Findings;
        Assert.Equal(
            [
                ("24/56 (42.9%)", "Abstract", null), ("HR 2.24, 95% CI 1.14-4.40; P = .02", "Results", null),
                ("9 (64.3)", "Results", "Table 1 Who ate At noon."), ("27 (64.3)", "Results", "Table 1 Who ate At noon."),
                ("3 (21.4)", "Results", "Table 1 Who ate At noon."), ("8 (18.0)", "Results", "Table 1 Who ate At noon."),
            ],
            findings.Select(finding => (finding.Text, finding.Place.Section, finding.Place.Table)));
        TextFinding wrong = Assert.Single(findings.Of(Verdict.Inconsistent));
        Assert.Equal("Butter (N = 42)", wrong.TableColumn);
        Assert.Equal("8 (18.0)", Article.Substring(wrong.Place.Offset, wrong.Place.Length));
    }

    [Fact]
    public void It_needs_no_prolog()
    {
        string bare = Article[Article.IndexOf("<article ", StringComparison.Ordinal)..];
        Assert.Equal(Check.Run(Article).Findings.Select(finding => finding.Text), Check.Run(bare).Findings.Select(finding => finding.Text));
        Assert.True(JatsText.IsJats(bare));
        Assert.False(JatsText.IsJats("<html><article class=\"a\"><p>7/9 (70%)</p></article></html>"));
    }

    [Fact]
    public void A_mask_is_as_long_as_the_source_with_the_same_lines()
    {
        string masked = JatsText.Mask(Article);
        Assert.Equal(Article.Length, masked.Length);
        Assert.Equal(Article.Count(c => c == '\n'), masked.Count(c => c == '\n'));
        Assert.DoesNotContain("journal-id", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cut_off_is_read_as_far_as_it_goes()
    {
        for (int length = 0; length < Article.Length; length += 7)
        {
            Assert.Equal(length, JatsText.Mask(Article[..length]).Length);
            Assert.NotNull(Check.Run(Article[..length]));
        }
    }
}

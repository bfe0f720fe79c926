namespace SurvivalKit.TextCheck.Tests;

/// <summary>
/// A made-up paper from title to references, whose numbers all hold: none is accused. With twelve numbers changed, each of the twelve is
/// found and nothing else.
/// </summary>
public class WholePaperTests
{
    // The numbers follow from 212 and 208 patients; ratios and intervals from a log ratio and its standard error, P from both.
    private const string Body = """
        <h2>Methods</h2>
        <p>Between 2012 and 2016 we enrolled 420 patients in 31 hospitals (grade 2 or 3 disease, ECOG 0 to 1; age 18 to 75 years) and
        assigned them 1:1. Ratios with 95% confidence intervals are from Cox models; a two-sided P &lt; .05 was considered significant.
        Proportions were compared with chi-square tests or Fisher's exact test. The study had 80% power to detect a hazard ratio of 0.70
        with 250 events.</p>
        <h2>Results</h2>
        <p>Of 612 patients screened, 420 (68.6%) were randomised: 212 to drug and 208 to placebo. In the drug group 196 of 212 (92.5%) and
        in the placebo group 185 of 208 patients (88.9%) finished treatment. Median follow-up was 38.2 months (IQR 30.1-45.7). At 24 months
        88 (41.5%) of 212 and 121 (58.2%) of 208 patients had relapsed (P&nbsp;&lt;&nbsp;.001). The hazard ratio for
        relapse was 0.73 (95% CI, 0.58 to 0.93; P&nbsp;=&nbsp;.01), and that for death 0.89 (95% CI 0.73-1.08; P = .23). In women the HR
        was 0.64 [95% CI 0.43&ndash;0.94], in men 0.80 [95% CI 0.65&ndash;1.00]; P for interaction = .33. Response was seen in 66/212
        (31.1%) vs 41/208 (19.7%), P = .007; the odds ratio after adjustment was 1.60 (95% CI 1.19 to 2.15, p=0.0017). Infection was more
        frequent with the drug (IRR 2.34, 95% CI: 1.35, 4.05), with a relative risk of 1.35 (0.97-1.88) for admission. With 99% limits the
        HR was 0.70 (99% CI 0.50-0.98).</p>
        <p>Mean age was 61.3 (SD 9.8) years with drug and 62.1 (SD 10.2) years with placebo. The groups did not differ in weight
        (t(418) = 0.82, P = .41) but in smoking (&chi;<sup>2</sup> = 7.21, df = 1, P = .007) and over the three visits (F(2, 836) = 4.12, P
        = .017). Adverse events of grade 3 (14.6%) or 4 (5.7%) were seen in 31 and 12 patients on the drug. Thirty-one of 212 patients
        (14.6%) stopped early. Overall survival at 3 years was 71% (95% CI 64-77). The median survival was 41.3 months (95% CI
        36.2-48.9).</p>
        <h3>Table 1. Patients at baseline</h3>
        <table><thead><tr><th>Characteristic</th><th>All (n = 420)</th><th>Drug (n = 212)</th><th>Placebo (n = 208)</th>
        <th>P value</th></tr></thead>
        <tbody><tr><td>Age, years, mean (SD)</td><td>61.7 (10.0)</td><td>61.3 (9.8)</td><td>62.1 (10.2)</td><td>.41</td></tr>
        <tr><td>Body mass index, mean ± SD</td><td>26.9 ± 4.8</td><td>27.4 ± 4.6</td><td>26.3 ± 4.9</td><td>.018</td></tr>
        <tr><td>Women, n (%)</td><td>222 (52.9)</td><td>118 (55.7)</td><td>104 (50.0)</td><td>.25</td></tr>
        <tr><td>Smokers, n (%)</td><td>107 (25.5)</td><td>66 (31.1)</td><td>41 (19.7)</td><td>.007</td></tr>
        <tr><td>&#8195;of which heavy</td><td>32 (29.9)</td><td>20 (30.3)</td><td>12 (29.3)</td><td></td></tr>
        <tr><td>Stage, n (%)</td><td></td><td></td><td></td><td>.93</td></tr>
        <tr><td>II</td><td>298 (71.0)</td><td>150 (70.8)</td><td>148 (71.2)</td><td></td></tr>
        <tr><td>III</td><td>122 (29.0)</td><td>62 (29.2)</td><td>60 (28.8)</td><td></td></tr>
        <tr><td>Mutation, n (%)</td><td></td><td></td><td></td><td></td></tr>
        <tr><td>Present</td><td>100 (25.0)</td><td>55 (27.2)</td><td>45 (22.7)</td><td></td></tr>
        <tr><td>Absent</td><td>300 (75.0)</td><td>147 (72.8)</td><td>153 (77.3)</td><td></td></tr>
        <tr><td>Missing</td><td>20</td><td>10</td><td>10</td><td></td></tr></tbody></table>
        <h3>Table 2. Factors of relapse</h3>
        <table><thead><tr><th>Factor</th><th>HR (95% CI)</th><th>P</th></tr></thead>
        <tbody><tr><td>Drug vs placebo</td><td>0.73 (0.58-0.93)</td><td>.010</td></tr>
        <tr><td>Stage III</td><td>1.60 (1.19-2.15)</td><td>.002</td></tr>
        <tr><td>Age, per 10 years</td><td>1.05 (0.88-1.25)</td><td>.58</td></tr></tbody></table>
        <h3>Table 3. Events</h3>
        <table><thead><tr><th>Event, n (%)</th><th>Drug (n = 212)</th><th>Placebo (n = 208)</th><th>P</th></tr></thead>
        <tbody><tr><td>Infection</td><td>31 (14.6)</td><td>48 (23.1)</td><td>.027</td></tr>
        <tr><td>Rash</td><td>12 (5.7)</td><td>9 (4.3)</td><td>.53</td></tr>
        <tr><td>Any event</td><td>150 (70.8)</td><td>148 (71.2)</td><td>.93</td></tr></tbody></table>
        <h2>Discussion</h2>
        <p>In an earlier trial of 1,024 patients [12,13] the hazard ratio was 0.89 (0.73-1.08), and 512 of its 1,024 patients (50.0%) were
        women. Ours was stopped in 2016 (5 years after the first patient). The ratio of 3:1 in the centres (25% of all) plays no part.</p>
        """;

    private static readonly (string Right, string Wrong)[] Errors =
    [
        ("196 of 212 (92.5%)", "196 of 212 (95.2%)"),
        ("185 of 208 patients (88.9%)", "185 of 208 patients (89.8%)"),
        ("relapse was 0.73 (95% CI, 0.58 to 0.93", "relapse was 0.78 (95% CI, 0.58 to 0.93"),
        ("<td>0.73 (0.58-0.93)</td><td>.010</td>", "<td>0.73 (0.58-0.93)</td><td>.10</td>"),
        ("0.64 [95% CI 0.43&ndash;0.94]", "0.64 [95% CI 0.43&ndash;0.49]"),
        ("1.60 (95% CI 1.19 to 2.15, p=0.0017)", "1.06 (95% CI 1.19 to 2.15, p=0.0017)"),
        ("t(418) = 0.82", "t(418) = 2.82"),
        ("F(2, 836) = 4.12", "F(2, 836) = 1.42"),
        ("<td>104 (50.0)</td>", "<td>104 (55.0)</td>"),
        ("<td>60 (28.8)</td>", "<td>60 (23.8)</td>"),
        ("<td>1.05 (0.88-1.25)</td>", "<td>1.05 (0.88-1.52)</td>"),
        ("<td>48 (23.1)</td><td>.027</td>", "<td>48 (23.1)</td><td>.27</td>"),
    ];

    public static TheoryData<bool> Forms => [true, false];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_right_paper_draws_no_alarm(bool isJats)
    {
        TextFindings findings = PrintedText.Check(Paper(Body, isJats));
        Assert.Empty(findings.Of(Verdict.Inconsistent));
        Assert.True(findings.Of(Verdict.Recomputed).Count + findings.Of(Verdict.Rounding).Count >= 60);
        Assert.Equal(4, findings.Of(TextStatisticKind.OddsRatio).Count + findings.Of(TextStatisticKind.RelativeRisk).Count
            + findings.Of(TextStatisticKind.RateRatio).Count + findings.Of(TextStatisticKind.StudentT).Count);
        Assert.Equal(9, findings.Of(TextStatisticKind.HazardRatio).Count(finding => finding.Place.Table is not null
            || finding.Statistic?.Interval is not null));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_of_twelve_errors_is_found_and_nothing_else(bool isJats)
    {
        string body = Body;
        foreach ((string right, string wrong) in Errors)
        {
            Assert.Single(Occurrences(body, right));
            body = body.Replace(right, wrong, StringComparison.Ordinal);
        }

        string paper = Paper(body, isJats);
        TextFindings alarms = PrintedText.Check(paper).Of(Verdict.Inconsistent);
        Assert.Equal(Errors.Length, alarms.Count);
        foreach ((_, string wrong) in Errors)
        {
            int start = paper.IndexOf(Mark(wrong, isJats), StringComparison.Ordinal);
            Assert.Single(alarms, alarm => alarm.Place.Offset < start + wrong.Length && alarm.Place.Offset + alarm.Place.Length > start);
        }
    }

    private static IEnumerable<int> Occurrences(string text, string part)
    {
        for (int at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static string Paper(string body, bool isJats) => isJats
        ? $"""
        <?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2 20190208//EN" "JATS.dtd">
        <article xmlns:mml="http://www.w3.org/1998/Math/MathML"><front>
        <journal-meta><journal-title>Journal 12 (50%)</journal-title></journal-meta>
        <article-meta><title-group><article-title>A drug against relapse</article-title></title-group></article-meta></front>
        <body><sec>{Mark(body, isJats)}</sec></body><back><ref-list><ref>
        <mixed-citation>Author. Title 2010;12 (7.0%):3-9.</mixed-citation></ref>
        </ref-list></back></article>
        """
        : "<!DOCTYPE html><html><head><title>A drug against relapse</title></head>"
            + $"<body><h1>A drug against relapse</h1>{body}</body></html>";

    private static string Mark(string body, bool isJats) => !isJats ? body : body
        .Replace("<h2>", "</sec><sec><title>", StringComparison.Ordinal).Replace("</h2>", "</title>", StringComparison.Ordinal)
        .Replace("<h3>", "<p><bold>", StringComparison.Ordinal).Replace("</h3>", "</bold></p>", StringComparison.Ordinal)
        .Replace("&ndash;", "\u2013", StringComparison.Ordinal).Replace("&nbsp;", "\u00A0", StringComparison.Ordinal)
        .Replace("&chi;", "χ", StringComparison.Ordinal).Replace("P value", "<italic>P</italic> value", StringComparison.Ordinal);
}

namespace SurvivalKit.TextCheck.Tests;

/// <summary>The many ways in which statistics are printed: each sentence has one, and the quoted part shows how far it was read.</summary>
public class StatisticFormsTests
{
    [Theory]
    // Commas, colons, brackets.
    [InlineData(
        "High marker levels (HR 2.39, 95% CI, 1.29-4.41, P = .005) mattered.", "hazard-ratio", "HR 2.39, 95% CI, 1.29-4.41, P = .005")]
    [InlineData(
        "It was lower (hazard ratio, 0.72; 95% confidence interval [CI], 0.54 to 0.96; P=0.02).",
        "hazard-ratio",
        "hazard ratio, 0.72; 95% confidence interval [CI], 0.54 to 0.96; P=0.02")]
    [InlineData("HR = 0.72 [0.54-0.96] in women.", "hazard-ratio", "HR = 0.72 [0.54-0.96]")]
    [InlineData("An adjusted HR of 1.55 (95% CI, 0.79-3.01, P = .19) was seen.", "hazard-ratio", "HR of 1.55 (95% CI, 0.79-3.01, P = .19)")]
    [InlineData("(HR: 0.72; CI95% 0.54/0.96)", "hazard-ratio", "HR: 0.72; CI95% 0.54/0.96")]
    [InlineData(
        "The adjusted hazard ratio was 1.55 (95% confidence interval: 0.79, 3.01; P=0.19).",
        "hazard-ratio",
        "hazard ratio was 1.55 (95% confidence interval: 0.79, 3.01; P=0.19)")]
    [InlineData(
        "The hazard ratio (HR) is 1.33 (95% CI, 0.69-2.56), with a P-value of .35.",
        "hazard-ratio",
        "hazard ratio (HR) is 1.33 (95% CI, 0.69-2.56), with a P-value of .35")]
    [InlineData("HR for death, 0.72 (95% CI, 0.54-0.96)", "hazard-ratio", "HR for death, 0.72 (95% CI, 0.54-0.96)")]
    [InlineData(
        "hazard ratio for disease progression or death, 0.72; 95% CI, 0.54 to 0.96; P<0.001",
        "hazard-ratio",
        "hazard ratio for disease progression or death, 0.72; 95% CI, 0.54 to 0.96; P<0.001")]
    [InlineData("HR (95% CI) 0.72 (0.54-0.96)", "hazard-ratio", "HR (95% CI) 0.72 (0.54-0.96)")]
    [InlineData("HR [95% CI]: 0.72 [0.54, 0.96]; p = 0.025", "hazard-ratio", "HR [95% CI]: 0.72 [0.54, 0.96]; p = 0.025")]
    [InlineData("aHR 0.72, 95%CI 0.54-0.96", "hazard-ratio", "aHR 0.72, 95%CI 0.54-0.96")]
    [InlineData("sHR=0.72 (95%-CI 0.54-0.96)", "hazard-ratio", "sHR=0.72 (95%-CI 0.54-0.96)")]
    [InlineData(
        "Subdistribution hazard ratio 0.72 (95% CI 0.54 to 0.96)",
        "hazard-ratio",
        "Subdistribution hazard ratio 0.72 (95% CI 0.54 to 0.96)")]
    [InlineData("HR 0.72 (90% CI 0.57-0.91)", "hazard-ratio", "HR 0.72 (90% CI 0.57-0.91)")]
    [InlineData("HR 0.72 (99.5% CI 0.48-1.08)", "hazard-ratio", "HR 0.72 (99.5% CI 0.48-1.08)")]
    [InlineData("HR 0.72, P = .02, 95% CI 0.54-0.96", "hazard-ratio", "HR 0.72, P = .02, 95% CI 0.54-0.96")]
    [InlineData("HR 0.72 (P = .02)", "hazard-ratio", "HR 0.72 (P = .02)")]
    [InlineData(
        "HR, 0.72 [95% CI, 0.54-0.96]; stratified log-rank P = .02",
        "hazard-ratio",
        "HR, 0.72 [95% CI, 0.54-0.96]; stratified log-rank P = .02")]
    [InlineData("HR 0.72; 95% CI 0.54–0.96; two-sided P = .02", "hazard-ratio", "HR 0.72; 95% CI 0.54-0.96; two-sided P = .02")]
    [InlineData("HR 0.72; 95% CI 0.54–0.96; 1-sided P = .01", "hazard-ratio", "HR 0.72; 95% CI 0.54-0.96; 1-sided P = .01")]
    [InlineData("HR 1.45 per 10 years (95% CI 1.10–1.92)", "hazard-ratio", "HR 1.45 per 10 years (95% CI 1.10-1.92)")]
    [InlineData("HR 1.45 (per 10-year increase; 95% CI 1.10–1.92)", "hazard-ratio", "HR 1.45 (per 10-year increase; 95% CI 1.10-1.92)")]
    [InlineData("HR 2.58 is all that is said.", "hazard-ratio", "HR 2.58")]
    [InlineData(
        "The HR was estimated at 0.72 (95% credible interval 0.54 to 0.96).",
        "hazard-ratio",
        "HR was estimated at 0.72 (95% credible interval 0.54 to 0.96)")]
    // Signs of journals, of typesetting and of other languages.
    [InlineData("HR 0·72 (95% CI 0·54–0·96); p=0·025", "hazard-ratio", "HR 0.72 (95% CI 0.54-0.96); p=0.025")]
    [InlineData("HR 0,72 (IC 95% 0,54-0,96; p = 0,02)", "hazard-ratio", "HR 0,72 (IC 95% 0,54-0,96; p = 0,02)")]
    [InlineData("HR\u00A00.72 (95%\u2009CI\u20090.54\u2014\u20090.96)", "hazard-ratio", "HR 0.72 (95% CI 0.54- 0.96)")]
    [InlineData(
        "HR&nbsp;0&middot;72 (95%&thinsp;CI 0&middot;54&ndash;0&middot;96; p&lt;0&middot;05)",
        "hazard-ratio",
        "HR 0.72 (95% CI 0.54-0.96; p<0.05)")]
    [InlineData("HR 1.81, 95% CI, 1.05-3.12,  $P = .033$ ).", "hazard-ratio", "HR 1.81, 95% CI, 1.05-3.12, P = .033")]
    [InlineData("**HR** 1.81 (95% CI 1.05-3.12; *P* = .033)", "hazard-ratio", "HR 1.81 (95% CI 1.05-3.12; P = .033)")]
    [InlineData("<i>HR</i> 1.81 (95% CI 1.05-3.12; <em>P</em> &lt; .05)", "hazard-ratio", "HR 1.81 (95% CI 1.05-3.12; P < .05)")]
    [InlineData("HR 1.81 (95% con\uFB01dence interval 1.05-3.12)", "hazard-ratio", "HR 1.81 (95% confidence interval 1.05-3.12)")]
    [InlineData("HR 0.72 (95% CI\n0.54-0.96,\nP = .02)", "hazard-ratio", "HR 0.72 (95% CI 0.54-0.96, P = .02)")]
    [InlineData("HR 0.72 (95% CI 0.54~0.96)", "hazard-ratio", "HR 0.72 (95% CI 0.54-0.96)")]
    [InlineData("HR 0.28 (95% CI 0.16-0.49; P = 1.2 × 10<sup>-5</sup>)", "hazard-ratio", "HR 0.28 (95% CI 0.16-0.49; P = 1.2 × 10^-5)")]
    [InlineData("HR 0.28 (95% CI 0.16-0.49; P = 1.2 × 10⁻⁵)", "hazard-ratio", "HR 0.28 (95% CI 0.16-0.49; P = 1.2 × 10^-5)")]
    [InlineData(
        "HR 0.28 (95% CI 0.16-0.49; P = 1.2 &times; 10<sup>&minus;5</sup>)", "hazard-ratio", "HR 0.28 (95% CI 0.16-0.49; P = 1.2 × 10^-5)")]
    [InlineData("HR 0.28 (95% CI 0.16-0.49; P = 1.2 x 10-5)", "hazard-ratio", "HR 0.28 (95% CI 0.16-0.49; P = 1.2 x 10-5)")]
    [InlineData("HR 0.28 (95% CI 0.16-0.49; P < 1e-4)", "hazard-ratio", "HR 0.28 (95% CI 0.16-0.49; P < 1e-4)")]
    [InlineData("HR=1.81; 95%-CI: 1.05–3.12; p-value 0.033", "hazard-ratio", "HR=1.81; 95%-CI: 1.05-3.12; p-value 0.033")]
    [InlineData(
        "Groups had 2.5 or 3.5. HR 0,72 (IC95% 0,54-0,96; p=0,026) and 1.5 or 0.5.", "hazard-ratio", "HR 0,72 (IC95% 0,54-0,96; p=0,026)")]
    [InlineData("The HR was 0.66 (95% CI: 0.48, 0.91) at P=0.011.", "hazard-ratio", "HR was 0.66 (95% CI: 0.48, 0.91) at P=0.011")]
    // Other ratios.
    [InlineData("OR 2.10 (95% CI 1.20-3.68)", "odds-ratio", "OR 2.10 (95% CI 1.20-3.68)")]
    [InlineData("The odds ratio was 2.10 (1.20 to 3.68).", "odds-ratio", "odds ratio was 2.10 (1.20 to 3.68)")]
    [InlineData("aOR: 2.10; 95% CI: 1.20–3.68; P: .009", "odds-ratio", "aOR: 2.10; 95% CI: 1.20-3.68; P: .009")]
    [InlineData("RR 0.85 (95% CI 0.75-0.96)", "relative-risk", "RR 0.85 (95% CI 0.75-0.96)")]
    [InlineData("relative risk, 0.85; 95% CI, 0.75 to 0.96", "relative-risk", "relative risk, 0.85; 95% CI, 0.75 to 0.96")]
    [InlineData("risk ratio 0.85 (95% CI 0.75, 0.96)", "relative-risk", "risk ratio 0.85 (95% CI 0.75, 0.96)")]
    [InlineData("IRR 1.40 (95% CI 1.02-1.92)", "rate-ratio", "IRR 1.40 (95% CI 1.02-1.92)")]
    [InlineData("an incidence rate ratio of 1.40 (95% CI 1.02-1.92)", "rate-ratio", "incidence rate ratio of 1.40 (95% CI 1.02-1.92)")]
    // Counts.
    [InlineData("A response was seen in 24 (42.9%).", "count", "24 (42.9%)")]
    [InlineData("It was seen in 24/56 (42.9%).", "count", "24/56 (42.9%)")]
    [InlineData("Deaths: 24/56 (42.9%).", "count", "24/56 (42.9%)")]
    [InlineData("It was seen in 24 of 56 (42.9%).", "count", "24 of 56 (42.9%)")]
    [InlineData("It was seen in 24 of the 56 patients (42.9%).", "count", "24 of the 56 patients (42.9%)")]
    [InlineData("It was seen in 24 out of 56 evaluable patients [42.9%].", "count", "24 out of 56 evaluable patients [42.9%]")]
    [InlineData("The rate was 42.9% (24/56).", "count", "42.9% (24/56)")]
    [InlineData("The rate was 42.9% (24 of 56).", "count", "42.9% (24 of 56)")]
    [InlineData("The rate was 42.9% (n = 24).", "count", "42.9% (n = 24)")]
    [InlineData("The rate was 42.9% (24 of 56 patients).", "count", "42.9% (24 of 56 patients)")]
    [InlineData("Of these, 8 patients (57.1%) responded.", "count", "8 patients (57.1%)")]
    [InlineData("There were 8 (57.1%) of 14 patients.", "count", "8 (57.1%) of 14")]
    [InlineData("Among them 57.1% of patients (8/14) responded.", "count", "57.1% of patients (8/14)")]
    [InlineData("There were 1,204 (42.9%) of 2,806.", "count", "1,204 (42.9%) of 2,806")]
    [InlineData("Some (24/56, 42.9%) had it.", "count", "24/56, 42.9%")]
    [InlineData("It was seen in 24 (42.9 percent).", "count", "24 (42.9 percent)")]
    [InlineData("The rate was 57.1% (8/14; 95% CI 28.9-82.3).", "count", "57.1% (8/14; 95% CI 28.9-82.3)")]
    // Means, medians and estimates.
    [InlineData("The age was 62.2 ± 13.9 years.", "mean-sd", "62.2 ± 13.9")]
    [InlineData("The age was $62.2 \\pm 13.9$ years.", "mean-sd", "62.2 ± 13.9")]
    [InlineData("The age was 62.2 +/- 13.9 years.", "mean-sd", "62.2 ± 13.9")]
    [InlineData("The age was 62.2&plusmn;13.9 years.", "mean-sd", "62.2±13.9")]
    [InlineData("The change was −1.2 ± 0.4 points.", "mean-sd", "-1.2 ± 0.4")]
    [InlineData("The mean (SD) age was 62.2 (13.9) years.", "mean-sd", "mean (SD) age was 62.2 (13.9)")]
    [InlineData("The mean age was 62.2 years (SD 13.9).", "mean-sd", "mean age was 62.2 years (SD 13.9)")]
    [InlineData("Scores were higher (M = 3.45, SD = 1.10).", "mean-sd", "M = 3.45, SD = 1.10")]
    [InlineData("The median OS was 11.9 months (range, 1.2-45.2).", "median", "median OS was 11.9 months (range, 1.2-45.2)")]
    [InlineData("The median PFS was 5.2 months (95% CI, 4.1 to 6.3).", "median", "median PFS was 5.2 months (95% CI, 4.1 to 6.3)")]
    [InlineData("The median (IQR) age was 62 (55-70) years.", "median", "median (IQR) age was 62 (55-70)")]
    [InlineData("The rate at 2 years was 45.3% (95% CI, 38.0-52.6).", "estimate", "45.3% (95% CI, 38.0-52.6)")]
    [InlineData("The difference was −3.2 (95% CI −7.6 to 1.2).", "difference", "difference was -3.2 (95% CI -7.6 to 1.2)")]
    // Test statistics.
    [InlineData("It differed, t(28) = 2.20, p = .036.", "t", "t(28) = 2.20, p = .036")]
    [InlineData("It differed, t = 2.20, df = 28, P = .036.", "t", "t = 2.20, df = 28, P = .036")]
    [InlineData("It differed, <i>t</i><sub>28</sub> = 2.20, <i>P</i> = .036.", "t", "t(28) = 2.20, P = .036")]
    [InlineData("It differed, χ2(1, N = 56) = 4.5, P = .03.", "chi-square", "χ2(1, N = 56) = 4.5, P = .03")]
    [InlineData("It differed, χ²=4.5, df=1, P=.034.", "chi-square", "χ2=4.5, df=1, P=.034")]
    [InlineData("It differed, χ<sup>2</sup> = 4.5 (1 df), P = .034.", "chi-square", "χ2 = 4.5 (1 df), P = .034")]
    [InlineData("It differed, $\\chi^2(1) = 4.5$, $P = .034$.", "chi-square", "χ2(1) = 4.5, P = .034")]
    [InlineData("It differed, $\\chi^{2}_{1} = 4.5$, $P = .034$.", "chi-square", "χ2(1) = 4.5, P = .034")]
    [InlineData(
        "The chi-square statistic was 4.5 with 1 degree of freedom, P = .034.",
        "chi-square",
        "chi-square statistic was 4.5 with 1 degree of freedom, P = .034")]
    [InlineData("It differed, F(2, 53) = 3.30, p = .045.", "f", "F(2, 53) = 3.30, p = .045")]
    [InlineData("It differed, z = 2.1, P = .036.", "z", "z = 2.1, P = .036")]
    // P values alone.
    [InlineData("The arms did not differ (P = .343).", "p-value", "P = .343")]
    [InlineData("The arms differed (p&lt;0.001).", "p-value", "p<0.001")]
    [InlineData("The arms differed with a P value of .03.", "p-value", "P value of .03")]
    [InlineData("There was an interaction (P for interaction = .03).", "p-value", "P for interaction = .03")]
    [InlineData("The arms differed (P .04).", "p-value", "P .04")]
    [InlineData("𝑃 = .02 for the trend.", "p-value", "P = .02 for the trend")]
    public void A_statistic_is_read_to_its_end(string text, string kind, string quotation)
    {
        TextFinding finding = Assert.Single(PrintedText.Check(text));
        Assert.Equal((kind, quotation), (finding.Kind.ToName(), finding.Text));
        Assert.NotEqual("", finding.Detail);
    }

    [Theory]
    [InlineData("HRs of 0.72 (0.54-0.96) and 0.81 (0.60-1.09)", "HRs of 0.72 (0.54-0.96)|0.81 (0.60-1.09)")]
    [InlineData(
        "OS (HR 1.13, 95% CI, 0.56–2.28, P = .72) or PFS (HR 1.33, 95% CI, 0.69–2.56, P = .35)",
        "HR 1.13, 95% CI, 0.56-2.28, P = .72|HR 1.33, 95% CI, 0.69-2.56, P = .35")]
    [InlineData("8 (57.1%) against 10 (23.8%; P = .04)", "8 (57.1%)|10 (23.8%|P = .04")]
    [InlineData("58.8 ± 12.3 versus 64.4 ± 14.8; P = .343", "58.8 ± 12.3|64.4 ± 14.8|P = .343")]
    public void Several_statistics_in_a_sentence_are_each_found(string text, string quotations) =>
        Assert.Equal(quotations.Split('|'), PrintedText.Check(text).Select(finding => finding.Text));
}

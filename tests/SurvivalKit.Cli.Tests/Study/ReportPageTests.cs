using System.Text.RegularExpressions;

namespace SurvivalKit.Cli.Tests;

/// <summary>The page that <c>survkit reproduce</c> writes.</summary>
public class ReportPageTests
{
    private static readonly (string Id, int Computed)[] AllClaims =
        [("table1/N/Bread#n", 4), ("table1/N/Butter#n", 4), ("table1/Hungry/Bread#n", 2), ("text/Hungry#n", 3)];

    [Fact]
    public async Task The_report_is_one_page_that_asks_for_nothing_and_is_the_same_each_time()
    {
        using var study = new TinyStudy();
        study.AddChecks("01-table.ipynb", AllClaims);
        study.Add(
            "02-figure.ipynb",
            "# Figure",
            """
            #r "nuget: SurvivalKit.Notebooks, 0.1.0"
            using SurvivalKit;
            using SurvivalKit.Figures;
            var curves = KaplanMeier.Fit(SampleData.Load("ovarian"), "Surv(futime, fustat) ~ rx");
            curves
            """,
            "InteractiveKaplanMeier.Chart(curves)",
            "InteractiveKaplanMeier.Chart(curves, new() { Percent = true })");
        await study.Reproduce("--record");
        string page = await File.ReadAllTextAsync(study.Report, TestContext.Current.CancellationToken);
        await study.Reproduce();
        Assert.Equal(page, await File.ReadAllTextAsync(study.Report, TestContext.Current.CancellationToken));

        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        string markup = Regex.Replace(page, "<script>.*?</script>", "", RegexOptions.Singleline);
        Assert.DoesNotMatch("(src|srcset|data|action)\\s*=\\s*[\"']?(https?:)?//", markup);
        Assert.DoesNotMatch("<(link|iframe|object|embed|base)\\b", markup);
        Assert.DoesNotMatch("@import|url\\(\\s*[\"']?(https?:)?//", markup);

        // plotly.js is large, and in the pages of the charts only, to which the figures lead.
        string[] charts = [.. Regex.Matches(markup, "<a href=\"(chart-[^\"]+)\">").Select(match => match.Groups[1].Value)];
        Assert.Equal(2, charts.Distinct().Count());
        Assert.DoesNotContain("plotly.js v", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(markup, "class=\"survivalkit-still\""));
        foreach (string chart in charts)
        {
            string alone = await File.ReadAllTextAsync(
                Path.Combine(Path.GetDirectoryName(study.Report)!, chart), TestContext.Current.CancellationToken);
            Assert.Equal(1, Regex.Count(alone, "plotly.js v"));
            Assert.Contains("class=\"survivalkit-chart\"", alone, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", alone, StringComparison.Ordinal);
        }

        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_shows_every_claim_and_leads_to_the_cell_that_checked_it()
    {
        using var study = new TinyStudy();
        study.AddChecks("01-table.ipynb", AllClaims);
        await study.Reproduce("--record");
        string page = await File.ReadAllTextAsync(study.Report, TestContext.Current.CancellationToken);
        Assert.Equal(4, Regex.Count(page, "<tr id=\"claim-[0-9]+\" data-verdict=\"[a-z-]+\" data-cell=\"notebook-1-cell-3\">"));
        Assert.Contains(">Hungry, number<", page, StringComparison.Ordinal);
        Assert.Contains("data-verdict=\"unreachable\"", page, StringComparison.Ordinal);
        Assert.Contains("The joint search came no nearer than 2", page, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC: an invented trial; there are no patients.", page, StringComparison.Ordinal);
        Assert.Contains("<h1>None of 4 printed numbers contradicts the others.</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Bread &amp; butter. Never published.", page, StringComparison.Ordinal);
        Assert.Equal(
            ["findings", "tables", "notebooks", "method", "process"],
            Regex.Matches(page, "<section id=\"([a-z]+)\">").Select(match => match.Groups[1].Value));

        string markup = Regex.Replace(page, "<script.*?</script>", "", RegexOptions.Singleline);
        string[] ids = [.. Regex.Matches(markup, "\\sid=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Regex.Matches(markup, "(?:href=\"#|data-cell=\")([^\"]+)\"").Select(match => match.Groups[1].Value), target =>
            Assert.Contains(target, ids));
    }

    [Fact]
    public async Task A_verdict_is_chosen_without_a_script_and_a_summary_can_be_pasted()
    {
        using var study = new TinyStudy();
        study.AddChecks("01-table.ipynb", AllClaims);
        await study.Reproduce("--record");
        string page = await File.ReadAllTextAsync(study.Report, TestContext.Current.CancellationToken);
        string[] choices = [.. Regex.Matches(page, "<input type=\"radio\" name=\"verdict\" id=\"show-([a-z-]+)\"")
            .Select(match => match.Groups[1].Value)];

        Assert.Equal("all", choices[0]);
        Assert.Equal(Regex.Matches(page, "<tr id=\"claim-[0-9]+\" data-verdict=\"([a-z-]+)\"").Select(
            match => match.Groups[1].Value).Distinct().Order(), choices[1..].Order());
        Assert.All(choices[1..], name => Assert.Contains(
            $".claim-box:has(#show-{name}:checked) tr[data-verdict]:not([data-verdict=\"{name}\"])", page, StringComparison.Ordinal));

        string pasted = Regex.Match(page, "<pre id=\"paste\"[^>]*>(.*?)</pre>", RegexOptions.Singleline).Groups[1].Value;
        Assert.StartsWith("Nobody N. Bread &amp; butter. Never published.\nChecked with SurvivalKit ", pasted, StringComparison.Ordinal);
        Assert.Contains("tiny: 4 printed numbers were tried", pasted, StringComparison.Ordinal);
    }
}

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

        // plotly.js is large: once is enough.
        Assert.Equal(2, Regex.Count(markup, "class=\"survivalkit-chart\""));
        Assert.Equal(1, Regex.Count(page, "plotly.js v"));
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_shows_every_claim_and_leads_to_the_cell_that_checked_it()
    {
        using var study = new TinyStudy();
        study.AddChecks("01-table.ipynb", AllClaims);
        await study.Reproduce("--record");
        string page = await File.ReadAllTextAsync(study.Report, TestContext.Current.CancellationToken);
        string table = page[page.IndexOf("<table class=\"claims\">", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("</table>", StringComparison.Ordinal)];
        foreach ((string id, _) in AllClaims)
        {
            Assert.Contains($"<a href=\"#notebook-1-cell-3\">{id}</a>", table, StringComparison.Ordinal);
        }

        Assert.Contains("data-verdict=\"unreachable\"", table, StringComparison.Ordinal);
        Assert.Contains("The joint search came no nearer than 2", table, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC: an invented trial; there are no patients.", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Bread &amp; butter, an invented trial</h1>", page, StringComparison.Ordinal);

        string markup = Regex.Replace(page, "<script.*?</script>", "", RegexOptions.Singleline);
        string[] ids = [.. Regex.Matches(markup, "\\sid=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Regex.Matches(markup, "href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value), target =>
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
            $".claim-box:has(#show-{name}:checked) tbody tr:not(.place):not([data-verdict=\"{name}\"])", page, StringComparison.Ordinal));

        string pasted = Regex.Match(page, "<pre id=\"paste\"[^>]*>(.*?)</pre>", RegexOptions.Singleline).Groups[1].Value;
        Assert.StartsWith("Nobody N. Bread &amp; butter. Never published.\nChecked with SurvivalKit ", pasted, StringComparison.Ordinal);
        Assert.Contains("tiny: 4 printed numbers were tried", pasted, StringComparison.Ordinal);
    }
}

using System.Text.RegularExpressions;

namespace SurvivalKit.Cli.Tests;

/// <summary>The page that <c>survkit check --report</c> writes.</summary>
public class CheckPageTests
{
    private const string Paper = """
        # Bread & butter

        Hunger was seen in 24/56 (43.9%) <of all> guests (HR 2.24, 95% CI, 1.14-4.40, P = .02).

        | What | Bread (N = 14) | Butter (N = 42) |
        |---|---|---|
        | Men, No. (%) | 9 (64.3) | 27 (64.3) |
        | Hungry, No. (%) | 3 (21.4) | 8 (18.0) |
        """;

    [Fact]
    public async Task Each_finding_is_marked_in_the_text_and_explained_below()
    {
        string page = await Page(Paper);
        string[] marks = [.. Regex.Matches(page, "<mark id=\"mark-[0-9]+\" class=\"v-([a-z-]+)\" [^>]*><a href=\"#note-[0-9]+\">(.*?)</a>")
            .Select(match => match.Groups[1].Value + " " + match.Groups[2].Value)];
        Assert.Equal(
            [
                "inconsistent 24/56 (43.9%)", "recomputed HR 2.24, 95% CI, 1.14-4.40, P = .02", "recomputed 9 (64.3)",
                "recomputed 27 (64.3)", "recomputed 3 (21.4)", "inconsistent 8 (18.0)",
            ],
            marks);
        Assert.Equal(marks.Length, Regex.Count(page, "<aside id=\"note-[0-9]+\""));
        Assert.Contains("<h3>Bread &amp; butter</h3>", page, StringComparison.Ordinal);
        Assert.Contains("43.9% is not 24 of 56.", page, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page[..page.IndexOf("<section class=\"integrity\">", StringComparison.Ordinal)], "<tr>"));
        Assert.Contains("<td>4.6</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_one_page_that_asks_for_nothing_and_whose_links_lead_somewhere()
    {
        string page = await Page(Paper);
        Assert.Equal(page, await Page(Paper));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|srcset|data|action)\\s*=\\s*[\"']?(https?:)?//", page);
        Assert.DoesNotMatch("<(link|iframe|object|embed|base)\\b", page);
        string[] ids = [.. Regex.Matches(page, "\\sid=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Regex.Matches(page, "href=\"#([^\"]+)\""), match => Assert.Contains(match.Groups[1].Value, ids));
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
        Assert.Contains("@media print", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_is_chosen_without_a_script()
    {
        string page = await Page(Paper);
        string[] choices = [.. Regex.Matches(page, "<input type=\"radio\" name=\"verdict\" id=\"show-([a-z-]+)\"")
            .Select(match => match.Groups[1].Value)];
        Assert.Equal(["said", "all", "recomputed", "inconsistent"], choices);
        Assert.All(choices.Where(name => name != "all"), name =>
            Assert.Contains($".checked:has(#show-{name}:checked) aside:", page, StringComparison.Ordinal));
        Assert.Contains("id=\"show-said\" value=\"said\" checked", page, StringComparison.Ordinal);
        Assert.Contains("id=\"show-all\" value=\"all\" checked", await Page("It was 7/9 (77.8%)."), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_texts_are_on_one_page()
    {
        using var folder = new TemporaryFolder();
        string page = folder.Place("r.html");
        await Survkit.Succeeds(
            "check", folder.Write("a.md", Paper), folder.Write("b.md", Paper), "--report", page, "--out", folder.Place("out.txt"));
        string html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal(2, Regex.Count(html, "<h2 class=\"file\">"));
        Assert.Equal(12, Regex.Matches(html, "id=\"(mark-[0-9]+)\"").Select(match => match.Groups[1].Value).Distinct().Count());
    }

    private static async Task<string> Page(string text)
    {
        using var folder = new TemporaryFolder();
        string page = folder.Place("r.html");
        await Survkit.Succeeds("check", "--text", text, "--report", page);
        return await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
    }
}

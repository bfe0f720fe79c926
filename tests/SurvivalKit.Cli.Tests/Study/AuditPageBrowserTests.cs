using System.Globalization;
using Microsoft.Playwright;

namespace SurvivalKit.Cli.Tests;

/// <summary>The page of an audit in a browser, as a reader with a keyboard, a phone or a link meets it.</summary>
public sealed class AuditPageBrowserTests(PageBrowser browser) : IClassFixture<PageBrowser>
{
    // Text against the nearest background that is painted, by the formula of WCAG 2.
    private const string LeastContrast = """
        () => {
          const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const parts = s => s.match(/[\d.]+/g).map(Number);
          const behind = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          let least = 99, node;
          while (node = walker.nextNode()) {
            const e = node.parentElement;
            if (!node.textContent.trim() || e.closest('script, style, svg')) continue;
            const a = light(parts(getComputedStyle(e).color).slice(0, 3)), b = light(behind(e));
            least = Math.min(least, (Math.max(a, b) + .05) / (Math.min(a, b) + .05));
          }
          return least;
        }
        """;

    private static readonly string Paper = Path.Combine(Survkit.Repository, "data-samples", "ep-nec-2025");

    [Fact]
    public async Task The_keyboard_alone_leads_from_the_skip_link_to_the_arithmetic_of_any_number()
    {
        PageBrowser.Require();
        using var folder = new TemporaryFolder();
        IPage page = await browser.OpenAsync(await Page(folder), 1400, ColorScheme.Light, []);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the findings", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Contains("conclusion", await Focused(page), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator(".findings details").First.EvaluateAsync<bool>("one => one.open"));

        int stops = 0;
        while (await page.EvaluateAsync<bool>("!document.activeElement.matches('.n')"))
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(++stops < 40, "No number was reached within 40 tab stops.");
        }

        string first = await Focused(page);
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.NotEqual(first, await page.EvaluateAsync<string>("document.activeElement.hash"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('table.printed td .n')"));
        for (int i = 0; i < 400 && await page.EvaluateAsync<bool>("!document.activeElement.matches('.v-inconsistent')"); i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        string panel = await page.Locator("#panel").InnerTextAsync();
        Assert.Contains("inconsistent", panel, StringComparison.Ordinal);
        Assert.Contains("sqrt((13 x 12.3^2", panel, StringComparison.Ordinal);

        // One number of the table is a tab stop, the one that was reached.
        Assert.Equal(1, await page.Locator("table.printed").First.Locator(".n[tabindex='0']").CountAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator("#panel").IsHiddenAsync());
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(1400, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    public async Task It_fits_the_window_asks_for_nothing_and_can_be_read(int width, ColorScheme scheme)
    {
        PageBrowser.Require();
        using var folder = new TemporaryFolder();
        List<string> asked = [];
        IPage page = await browser.OpenAsync(await Page(folder), width, scheme, asked);

        Assert.Empty(asked);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollHeight") < 12_000);
        Assert.True(await page.EvaluateAsync<double>(LeastContrast) >= 4.5);
        int stops = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href], button, input, select, summary')].filter(e => e.tabIndex >= 0 && e.checkVisibility({ contentVisibilityAuto: false }) && e.getClientRects().length).length");
        Assert.InRange(stops, 1, 80);

        // The first finding is in sight without scrolling.
        LocatorBoundingBoxResult? finding = await page.Locator(".findings summary").First.BoundingBoxAsync();
        Assert.True(finding!.Y + finding.Height < 900);
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_link_to_a_number_shows_it_in_its_table_and_the_filter_finds_it()
    {
        PageBrowser.Require();
        using var folder = new TemporaryFolder();
        string file = await Page(folder);
        IPage page = await browser.OpenAsync(file + "#claim-150", 400, ColorScheme.Light, []);
        await page.WaitForFunctionAsync("document.activeElement.matches('.n')");
        Assert.Equal("#claim-150", await page.EvaluateAsync<string>("document.activeElement.hash"));
        Assert.True(await page.Locator("#panel").IsVisibleAsync());

        await page.Locator("#narrow [name=words]").FillAsync("FBXW7");
        string found = await page.Locator("#narrow output").InnerTextAsync();
        int rows = await page.Locator(".claims tr[data-verdict]:visible").CountAsync();
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{rows} of 460 numbers"), found);
        Assert.InRange(rows, 2, 10);
        await page.Locator("#narrow [name=words]").FillAsync("");
        Assert.Equal(0, await page.Locator(".claims tr[data-verdict]:visible").CountAsync());
        await page.CloseAsync();
    }

    private static async Task<string> Page(TemporaryFolder folder)
    {
        string page = folder.Place("audit.html");
        await Survkit.Succeeds("audit", Paper, "--report", page, "--out", folder.Place("audit.txt"));
        return page;
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");
}

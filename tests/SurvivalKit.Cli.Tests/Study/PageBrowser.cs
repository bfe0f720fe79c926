using Microsoft.Playwright;

namespace SurvivalKit.Cli.Tests;

/// <summary>A browser that opens pages from files; it notes what they ask of the network.</summary>
public sealed class PageBrowser : IAsyncLifetime
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    private static string? Program => Browsers.FirstOrDefault(File.Exists);

    /// <summary>Skips the test where there is no browser.</summary>
    public static void Require() =>
        Assert.SkipUnless(Program is not null, "Chromium is not on this machine; on Debian: apt-get install chromium.");

    public async ValueTask InitializeAsync()
    {
        if (Program is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>Opens a page.</summary>
    /// <param name="file">The file, with the fragment after it.</param>
    /// <param name="width">The width of the window.</param>
    /// <param name="scheme">The reader's colour scheme.</param>
    /// <param name="asked">Receives every address that is not the file's.</param>
    public async Task<IPage> OpenAsync(string file, int width, ColorScheme scheme, ICollection<string> asked)
    {
        IPage page = await _chromium!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        page.SetDefaultTimeout(60_000);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                asked.Add(request.Url);
            }
        };
        page.PageError += (_, error) => asked.Add(error);
        await page.GotoAsync("file://" + file);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CSharpNotebook.Format;
using Microsoft.Playwright;

namespace SurvivalKit.Cli.Tests.Jupyter;

/// <summary>Jupyter's own page in a browser that has no network: the server and the browser of the tests of a class.</summary>
public sealed class JupyterBrowser(JupyterMachine jupyter) : IAsyncLifetime
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();
    private Process? _server;
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    private static string? Program => Browsers.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (JupyterHome.Python is null || Program is null)
        {
            return;
        }

        _server = jupyter.Home.Start(
            _folder.Path, "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={_port}", "--port-retries=0",
            "--NotebookApp.token=", "--NotebookApp.password=");
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox"],
        });
        await AnswersAsync();
    }

    /// <summary>Skips the test where there is no Jupyter or no browser.</summary>
    public static void Require()
    {
        JupyterHome.Require();
        Assert.SkipUnless(Program is not null, "Chromium is not on this machine; on Debian: apt-get install chromium.");
    }

    /// <summary>A file in the folder of the server.</summary>
    public string Place(string name) => _folder.Place(name);

    /// <summary>Opens a notebook, and waits for its kernel.</summary>
    public async Task<IPage> OpenAsync(Notebook notebook, string name)
    {
        notebook.Write(_folder.Place(name));
        return await OpenAsync(name);
    }

    /// <summary>Opens a notebook of the server's folder, and waits for its kernel.</summary>
    public async Task<IPage> OpenAsync(string name)
    {
        IPage page = await NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{_port}/notebooks/{name}");
        await page.Locator("#kernel_indicator_icon.kernel_idle_icon").WaitForAsync();
        return page;
    }

    /// <summary>An empty page that can reach this machine only.</summary>
    public async Task<IPage> NewPageAsync()
    {
        IPage page = await _chromium!.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = 1400, Height = 900 },
        });
        page.SetDefaultTimeout(60_000);
        await page.RouteAsync(
            url => !url.StartsWith("file:", StringComparison.Ordinal) && !url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal),
            route => route.AbortAsync());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        _folder.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        for (int attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                if ((await client.GetAsync(new Uri($"http://127.0.0.1:{_port}/api"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not ready yet.
            }
            await Task.Delay(100);
        }
        Assert.Fail("The notebook server did not answer.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

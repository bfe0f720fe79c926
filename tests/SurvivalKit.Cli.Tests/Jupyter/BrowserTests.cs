using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CSharpNotebook.Format;
using Microsoft.Playwright;

namespace SurvivalKit.Cli.Tests.Jupyter;

/// <summary>The kernel in Jupyter's own page in a browser.</summary>
[Collection(nameof(JupyterTests))]
public sealed class BrowserTests(JupyterMachine jupyter)
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    [Fact]
    public async Task A_person_runs_a_notebook_sees_the_figure_interrupts_a_loop_and_completes_a_member()
    {
        JupyterHome.Require();
        string? browser = Browsers.FirstOrDefault(File.Exists);
        Assert.SkipUnless(browser is not null, "Chromium is not on this machine; on Debian: apt-get install chromium.");
        using var folder = new TemporaryFolder();
        WriteNotebook(folder);
        int port = FreePort();
        using Process server = jupyter.Home.Start(
            folder.Path, "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--port-retries=0",
            "--NotebookApp.token=", "--NotebookApp.password=");
        try
        {
            await AnswersAsync(port);
            using IPlaywright playwright = await Playwright.CreateAsync();
            await using IBrowser chromium =
                await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = browser, Args = ["--no-sandbox"] });
            IPage page = await chromium.NewPageAsync();
            page.SetDefaultTimeout(60_000);
            await page.GotoAsync($"http://127.0.0.1:{port}/notebooks/person.ipynb");
            await page.Locator("#kernel_indicator_icon.kernel_idle_icon").WaitForAsync();

            // Run all cells and see the figure.
            await page.Locator("#celllink").ClickAsync();
            await page.Locator("#run_all_cells").ClickAsync();
            ILocator figure = page.Locator(".output_area svg, .output_area img").First;
            await figure.WaitForAsync();
            LocatorBoundingBoxResult? box = await figure.BoundingBoxAsync();
            Assert.True(box is { Width: > 200, Height: > 100 });
            await page.Locator(".cell", new PageLocatorOptions { HasText = "#!lsmagic" }).Locator(".output_area").First.WaitForAsync();

            // Interrupt an endless loop; its variables are kept.
            await TypeAsync(page, "var turns = 42; Console.WriteLine(\"on\"); while (true) { }");
            await page.Keyboard.PressAsync("Control+Enter");
            await page.Locator(".cell.selected .output_area", new PageLocatorOptions { HasText = "on" }).First.WaitForAsync();
            await page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
            await page.Locator(".cell.selected .output_area", new PageLocatorOptions { HasText = "interrupted" }).First.WaitForAsync();
            await TypeAsync(page, "turns + 1");
            await page.Keyboard.PressAsync("Control+Enter");
            await page.Locator(".cell.selected .output_area", new PageLocatorOptions { HasText = "43" }).First.WaitForAsync();

            // Complete a member.
            await TypeAsync(page, "Math.Sq");
            await page.Keyboard.PressAsync("Tab");
            await page.Locator(".cell.selected .CodeMirror-code", new PageLocatorOptions { HasText = "Math.Sqrt" }).WaitForAsync();
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static void WriteNotebook(TemporaryFolder folder)
    {
        string lung = Survkit.Sample("lung").Replace("\\", "/", StringComparison.Ordinal);
        new Notebook(
        [
            new MarkdownCell("# A person"),
            new CodeCell("#r \"nuget: SurvivalKit.Notebooks\"\nusing SurvivalKit;"),
            new CodeCell($"KaplanMeier.Fit(SurvivalData.ReadCsv(\"{lung}\"), \"Surv(time, status) ~ sex\")"),
            new CodeCell("#!lsmagic"),
        ]).Write(folder.Place("person.ipynb"));
    }

    /// <summary>Types into a new cell below, which is then selected.</summary>
    private static async Task TypeAsync(IPage page, string code)
    {
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.PressAsync("Enter");
        // Text that is inserted at once: typed letters would be completed with brackets and quotes by the editor.
        await page.Keyboard.InsertTextAsync(code);
    }

    private static async Task AnswersAsync(int port)
    {
        using var client = new HttpClient();
        for (int attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                if ((await client.GetAsync(
                    new Uri($"http://127.0.0.1:{port}/api"), TestContext.Current.CancellationToken)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not ready yet.
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
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

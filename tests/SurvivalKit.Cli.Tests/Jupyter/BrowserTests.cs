using CSharpNotebook.Format;
using Microsoft.Playwright;

namespace SurvivalKit.Cli.Tests.Jupyter;

/// <summary>The kernel in Jupyter's own page in a browser.</summary>
[Collection(nameof(JupyterTests))]
public sealed class BrowserTests(JupyterBrowser browser) : IClassFixture<JupyterBrowser>
{
    private static readonly string Lung = Survkit.Sample("lung").Replace("\\", "/", StringComparison.Ordinal);

    [Fact]
    public async Task A_person_runs_a_notebook_sees_the_figure_interrupts_a_loop_and_completes_a_member()
    {
        JupyterBrowser.Require();
        IPage page = await browser.OpenAsync(
            new Notebook(
            [
                new MarkdownCell("# A person"),
                new CodeCell("#r \"nuget: SurvivalKit.Notebooks\"\nusing SurvivalKit;"),
                new CodeCell($"KaplanMeier.Fit(SurvivalData.ReadCsv(\"{Lung}\"), \"Surv(time, status) ~ sex\")"),
                new CodeCell("#!lsmagic"),
            ]),
            "person.ipynb");

        // Run all cells and see the figure.
        await RunAllAsync(page);
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
        await page.CloseAsync();
    }

    [Fact]
    public async Task Charts_are_interactive_without_a_network_live_opened_again_and_exported()
    {
        JupyterBrowser.Require();
        IPage page = await browser.OpenAsync(
            new Notebook(
            [
                new CodeCell(
                    $"#r \"nuget: SurvivalKit.Notebooks\"\nusing SurvivalKit; using SurvivalKit.Figures;\n"
                    + $"var fit = KaplanMeier.Fit(SurvivalData.ReadCsv(\"{Lung}\"), \"Surv(time, status) ~ sex\");"),
                new CodeCell("InteractiveKaplanMeier.Chart(fit)"),
                new CodeCell("InteractiveKaplanMeier.Chart(fit, new() { Percent = true })"),
            ]),
            "charts.ipynb");
        await RunAllAsync(page);
        await AreInteractiveAsync(page);
        await page.EvaluateAsync("Jupyter.notebook.save_notebook().then(() => true)");
        await page.CloseAsync();

        string file = browser.Place("charts.ipynb");
        Assert.InRange(new FileInfo(file).Length, 1_000_000, 2_000_000);
        page = await browser.OpenAsync("charts.ipynb");
        await AreInteractiveAsync(page);
        await page.CloseAsync();

        Assert.Equal(0, (await Survkit.RunProcess(browser.Place(""), ["notebook", "export", file, "--to", "html"])).ExitCode);
        string exported = browser.Place("charts.html");
        Assert.Equal(1, (await File.ReadAllTextAsync(exported, TestContext.Current.CancellationToken)).Split("plotly.js v").Length - 1);
        page = await browser.NewPageAsync();
        await page.GotoAsync("file://" + exported);
        await AreInteractiveAsync(page);
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_variables_are_beside_the_notebook_and_a_click_shows_a_frame()
    {
        JupyterBrowser.Require();
        IPage page = await browser.OpenAsync(
            new Notebook(
            [
                new CodeCell($"#r \"nuget: SurvivalKit.Notebooks\"\nusing SurvivalKit;\nvar lung = SurvivalData.ReadCsv(\"{Lung}\");"),
                new CodeCell("#!variables"),
                new CodeCell("var patients = lung.Rows.Count;"),
                new CodeCell("patients = 7;"),
            ]),
            "variables.ipynb");
        await page.EvaluateAsync("Jupyter.notebook.execute_cells([0, 1, 2])");
        ILocator pane = page.Locator("#csharpnotebook-pane");
        ILocator patients = pane.Locator("tr", new LocatorLocatorOptions { HasText = "patients" });
        await patients.Filter(new() { HasText = "228" }).First.WaitForAsync();
        Assert.True(await page.Locator(".csharpnotebook-note").IsVisibleAsync());
        Assert.False(await page.Locator(".csharpnotebook-variables").IsVisibleAsync());

        // Each cell that changes something is seen at once.
        await page.EvaluateAsync("Jupyter.notebook.execute_cells([3])");
        await patients.Filter(new() { HasText = "long7" }).First.WaitForAsync();

        // A click shows the frame, page by page.
        await pane.Locator("[data-variable=lung]").First.ClickAsync();
        await pane.Locator(".value", new LocatorLocatorOptions { HasText = "228 rows" }).WaitForAsync();
        await pane.Locator("button", new LocatorLocatorOptions { HasText = "Next" }).ClickAsync();
        await pane.Locator(".value", new LocatorLocatorOptions { HasText = "rows 21 to 40 are shown" }).WaitForAsync();
        await PictureAsync(page, "variables");

        // Opened again, the page has the pane back, from the output and from the kernel that still runs.
        await page.EvaluateAsync("Jupyter.notebook.save_notebook().then(() => true)");
        await page.CloseAsync();
        page = await browser.OpenAsync("variables.ipynb");
        pane = page.Locator("#csharpnotebook-pane");
        await pane.Locator("[data-variable=lung]").First.ClickAsync();
        await pane.Locator(".value", new LocatorLocatorOptions { HasText = "228 rows" }).WaitForAsync();
        await pane.Locator("button.close").ClickAsync();
        Assert.False(await pane.IsVisibleAsync());
        await page.CloseAsync();
    }

    /// <summary>Two charts are drawn by plotly.js and answer the pointer.</summary>
    private static async Task AreInteractiveAsync(IPage page)
    {
        await page.Locator(".survivalkit-live .main-svg").First.WaitForAsync();
        ILocator charts = page.Locator(".survivalkit-live .nsewdrag");
        await charts.Nth(1).WaitForAsync();
        Assert.Equal(2, await charts.CountAsync());
        for (int chart = 0; chart < 2; chart++)
        {
            await charts.Nth(chart).ScrollIntoViewIfNeededAsync();
            await charts.Nth(chart).HoverAsync();
            await page.Locator(".survivalkit-live").Nth(chart)
                .Locator(".hoverlayer", new LocatorLocatorOptions { HasText = "at risk" }).WaitForAsync();
        }

        await PictureAsync(page, "charts");
    }

    /// <summary>Stores a picture of the page, for a look at it, where the environment names a folder.</summary>
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SURVKIT_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{Guid.NewGuid():N}.png") });
        }
    }

    private static async Task RunAllAsync(IPage page)
    {
        await page.Locator("#celllink").ClickAsync();
        await page.Locator("#run_all_cells").ClickAsync();
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
}

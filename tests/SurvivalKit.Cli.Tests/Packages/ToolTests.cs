using CSharpNotebook.Format;
using SurvivalKit.Cli.Tests.Jupyter;

namespace SurvivalKit.Cli.Tests.Packages;

/// <summary>The command line as <c>dotnet tool install</c> brings it.</summary>
[Collection(nameof(PackedTests))]
public sealed class ToolTests(PackedProject packed)
{
    [Fact]
    public async Task The_tool_reproduces_the_study_that_it_carries()
    {
        string survkit = await packed.InstallToolAsync();
        string empty = packed.NewFolder("empty");

        CliRun reproduce = await packed.RunAsync(survkit, empty, "reproduce");
        CliRun again = await packed.RunAsync(
            survkit, empty, "km", "data-samples/ep-nec-2025/cohort.csv", "Surv(os_months, os_event) ~ arm");

        Assert.True(reproduce.ExitCode == 0, reproduce.Output + reproduce.Error);
        Assert.Contains("every claim has the recorded verdict", reproduce.Output, StringComparison.Ordinal);
        Assert.Contains("Written here, as there was no study: data-samples", reproduce.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(empty, "artifacts", "report", "index.html")));
        Assert.True(again.ExitCode == 0, again.Error);
    }

    [Fact]
    public async Task The_kernel_that_the_tool_installs_starts_the_tool()
    {
        string survkit = await packed.InstallToolAsync();
        string folder = packed.NewFolder("kernel");

        CliRun install = await packed.RunAsync(survkit, folder, "kernel", "install", "--prefix", folder);

        Assert.True(install.ExitCode == 0, install.Error);
        string spec = Assert.Single(Directory.GetFiles(folder, "kernel.json", SearchOption.AllDirectories));
        Assert.Contains(survkit, await File.ReadAllTextAsync(spec, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jupyter_runs_a_notebook_with_the_kernel_that_the_tool_installs()
    {
        JupyterHome.Require();
        string survkit = await packed.InstallToolAsync();
        string folder = packed.NewFolder("jupyter");
        CliRun install = await packed.RunAsync(survkit, folder, "kernel", "install", "--prefix", folder);
        Assert.True(install.ExitCode == 0, install.Error);
        string notebook = Path.Combine(folder, "first.ipynb");
        new Notebook(
        [
            new CodeCell($"#r \"nuget: SurvivalKit.Notebooks, {packed.Version}\"\nusing SurvivalKit;"),
            new CodeCell("var curves = KaplanMeier.Fit(SampleData.Load(\"lung\"), \"Surv(time, status) ~ sex\");\ncurves"),
            new CodeCell("typeof(KaplanMeier).Assembly.Location"),
        ]).Write(notebook);

        await new JupyterHome(folder).ExecuteAsync([notebook], Path.Combine(folder, "executed"));

        CodeCell[] cells = [.. Notebook.Read(Path.Combine(folder, "executed", "first.ipynb")).Cells.Cast<CodeCell>()];
        Assert.Empty(cells[0].Outputs);
        ExecuteResultOutput curves = Assert.IsType<ExecuteResultOutput>(Assert.Single(cells[1].Outputs));
        Assert.Contains("<svg", curves.Data["image/svg+xml"], StringComparison.Ordinal);
        Assert.Contains("sex=1  138", curves.Data["text/plain"], StringComparison.Ordinal);
        // The library is the tool's own, and not what is built here.
        Assert.StartsWith(
            packed.Tool, Assert.IsType<ExecuteResultOutput>(Assert.Single(cells[2].Outputs)).Data["text/plain"], StringComparison.Ordinal);
    }
}

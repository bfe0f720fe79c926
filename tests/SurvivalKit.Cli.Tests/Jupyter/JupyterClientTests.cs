using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CSharpNotebook.Format;

namespace SurvivalKit.Cli.Tests.Jupyter;

/// <summary>The kernel as Jupyter's own programs use it.</summary>
[Collection(nameof(JupyterTests))]
public sealed partial class JupyterClientTests(JupyterMachine jupyter)
{
    [Fact]
    public async Task The_conformance_suite_passes_without_a_skip()
    {
        JupyterHome.Require();
        CliRun run = await jupyter.Home.RunAsync(
            Survkit.Repository, Path.Combine(Survkit.Repository, "tests", "SurvivalKit.Cli.Tests", "Jupyter", "kernel_tests.py"));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.DoesNotContain("skipped", run.Error, StringComparison.Ordinal);
        // Every test of the suite, not only those that its version on this machine happens to have.
        Assert.True(int.Parse(RanPattern().Match(run.Error).Groups[1].Value, CultureInfo.InvariantCulture) >= 14, run.Error);
    }

    [Fact]
    public async Task Notebooks_give_the_same_through_nbconvert_as_headless()
    {
        JupyterHome.Require();
        using var folder = new TemporaryFolder();
        string[] notebooks = [.. Directory.GetFiles(Path.Combine(Survkit.Repository, "notebooks", "paper"), "*.ipynb")
            .Order(StringComparer.Ordinal)];
        Assert.True(notebooks.Length >= 9);
        await jupyter.Home.ExecuteAsync(notebooks, folder.Path);
        foreach (string path in notebooks)
        {
            Notebook stored = Notebook.Read(path);
            Notebook executed = Notebook.Read(folder.Place(Path.GetFileName(path)));
            Assert.Equal(Outputs(stored), Outputs(executed));
        }
    }

    private static string[] Outputs(Notebook notebook) =>
        [.. JsonNode.Parse(notebook.ToJson())!["cells"]!.AsArray().Where(cell => cell!["cell_type"]!.ToString() == "code")
            .Select(cell => cell!["outputs"]!.ToJsonString())];

    [GeneratedRegex(@"Ran (\d+) tests")]
    private static partial Regex RanPattern();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using CSharpNotebook.Checking;
using CSharpNotebook.Format;
using SurvivalKit.Cli.Tests.Jupyter;

namespace SurvivalKit.Cli.Tests.Packages;

/// <summary>The notebooks in the kernel of .NET Interactive, for which they are written, with the packages that are made here.</summary>
[Collection(nameof(PackedTests))]
public sealed partial class InteractiveKernelTests(PackedProject packed)
{
    // Half a minute of both cores: run on request. The same cells run in the hosted kernel in every run.
    [Fact(Explicit = true)]
    public async Task Every_notebook_gives_its_stored_outputs()
    {
        await RequireAsync();
        string[] notebooks = [.. Directory.GetFiles(Path.Combine(Survkit.Repository, "notebooks", "paper"), "*.ipynb")
            .Order(StringComparer.Ordinal)];
        Assert.True(notebooks.Length >= 9);
        string executed = packed.NewFolder("executed");

        // Two at a time.
        await Task.WhenAll(notebooks.Chunk((notebooks.Length + 1) / 2).Select(async half =>
            await (await InstallAsync(Path.GetFileNameWithoutExtension(half[0]))).ExecuteAsync(half, executed)));

        string[] differences = [.. notebooks.SelectMany(path =>
            Differences(Notebook.Read(path), Notebook.Read(Path.Combine(executed, Path.GetFileName(path))))
                .Select(difference => $"{Path.GetFileName(path)}: {difference}"))];
        Assert.True(differences.Length == 0, string.Join("\n", differences));
    }

    private static IEnumerable<string> Differences(Notebook stored, Notebook executed)
    {
        var comparison = new NotebookComparison();
        Assert.Equal(stored.Cells.Select(cell => cell.Source), executed.Cells.Select(cell => cell.Source));
        for (int index = 0; index < stored.Cells.Length; index++)
        {
            if ((stored.Cells[index], executed.Cells[index]) is (CodeCell before, CodeCell now))
            {
                CodeCell comparable = now with { Outputs = [.. WithoutNotices(now).Select(Comparable)] };
                foreach (OutputDifference difference in comparison.Compare(before, comparable, index + 1, 0))
                {
                    yield return difference.ToString();
                }
            }
        }
    }

    /// <summary>What the cell shows besides what that kernel says of packages: of ours, one line.</summary>
    private static IEnumerable<CellOutput> WithoutNotices(CodeCell cell)
    {
        if (!cell.Source.Contains("#r \"nuget:", StringComparison.Ordinal))
        {
            return cell.Outputs;
        }

        ILookup<bool, CellOutput> notices = cell.Outputs.ToLookup(IsNotice);
        string ours = Assert.Single(
            notices[true].Cast<RichOutput>().Select(notice => notice.Data.GetValueOrDefault("text/plain") ?? ""),
            text => text.Contains("survivalkit", StringComparison.Ordinal));
        Assert.Matches("^Loading extension script from `.*survivalkit.notebooks.*extension.dib`$", ours);
        return notices[false];
    }

    private static bool IsNotice(CellOutput output) => output is RichOutput rich
        && (rich.Data.GetValueOrDefault("text/plain")?.StartsWith("Loading extension", StringComparison.Ordinal) == true
            || rich.Data.GetValueOrDefault("text/html") is { } html
                && (html.Contains("<strong>Installed Packages</strong>", StringComparison.Ordinal)
                    || html.Contains("dotnet-interactive-this-cell", StringComparison.Ordinal)));

    /// <summary>
    /// That kernel shows plain values as HTML only, and writes JSON as a text; the text and the JSON in them are compared.
    /// </summary>
    private static CellOutput Comparable(CellOutput output)
    {
        if (output is not RichOutput rich)
        {
            return output;
        }

        MimeBundle data = rich.Data;
        foreach ((string type, string content) in rich.Data.Where(entry => MimeBundle.IsJson(entry.Key)))
        {
            using var json = JsonDocument.Parse(content);
            data = json.RootElement.ValueKind == JsonValueKind.String ? data.With(type, json.RootElement.GetString()!) : data;
        }

        return rich with
        {
            Data = data.TryGetValue("text/html", out string? html) && !data.ContainsKey("text/plain")
                && PlainValue().Match(html) is { Success: true } plain ? data.With("text/plain", plain.Groups["text"].Value) : data
        };
    }

    /// <summary>Skips the test where the tool that the repository's manifest names is not restored.</summary>
    private async Task RequireAsync()
    {
        JupyterHome.Require();
        CliRun version = await packed.DotnetAsync(Survkit.Repository, "interactive", "--version");
        Assert.SkipUnless(version.ExitCode == 0, ".NET Interactive is not restored; run \"dotnet tool restore\".");
    }

    /// <summary>A Jupyter whose C# kernel is that tool.</summary>
    private async Task<JupyterHome> InstallAsync(string name)
    {
        string folder = packed.NewFolder(name);
        // The kernel remembers in the user's folder which files a package has, also of packages that have been made again since.
        string user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        CopySources(user, folder);
        var home = new JupyterHome(folder, [.. packed.Surroundings, ("HOME", folder), ("DOTNET_CLI_HOME", user)]);
        Directory.CreateDirectory(home.Kernels);
        // Two kernels that take the first free port of one range at the same time take the same one.
        int port = Random.Shared.Next(20_000, 60_000);
        CliRun install = await packed.DotnetAsync(
            Survkit.Repository, "interactive", "jupyter", "install", "--path", home.Kernels, "--http-port-range", $"{port}-{port + 100}");
        Assert.True(install.ExitCode == 0, install.Output + install.Error);
        return home;
    }

    /// <summary>What the packages depend on comes from where the user has it.</summary>
    private static void CopySources(string user, string folder)
    {
        string config = Path.Combine(".nuget", "NuGet", "NuGet.Config");
        if (File.Exists(Path.Combine(user, config)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, config))!);
            File.Copy(Path.Combine(user, config), Path.Combine(folder, config));
        }
    }

    [GeneratedRegex("^<div class=\"dni-plaintext\"><pre>(?<text>[^<]*)</pre></div>", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainValue();
}

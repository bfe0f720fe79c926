using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using SurvivalKit.Notebooks;

namespace SurvivalKit.Interactive.Tests;

/// <summary>
/// The C# kernel of .NET Interactive in this process, as programs embed it. It has no package manager, so the packages that a notebook
/// names are the assemblies that are built here, and their extension is run as the package manager runs it.
/// </summary>
public sealed partial class HostedKernelTests : IDisposable
{
    private readonly CompositeKernel _kernel = [new CSharpKernel().UseKernelHelpers()];
    private readonly string _folder = Environment.CurrentDirectory;

    public static TheoryData<string> Notebooks => [.. NotebookFiles.Names];

    private static string Extension => Path.Combine(
        AppContext.BaseDirectory, "interactive-extensions", typeof(NotebookDisplay).Assembly.GetName().Name!, "extension.dib");

    public void Dispose()
    {
        Environment.CurrentDirectory = _folder;
        _kernel.Dispose();
    }

    [Fact]
    public void There_are_nine_notebooks_at_least() => Assert.True(NotebookFiles.Names.Length >= 9);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Every_cell_runs(string name)
    {
        Environment.CurrentDirectory = Path.GetDirectoryName(NotebookFiles.FullPath(name))!;
        bool isExtended = false;
        int shown = 0;
        foreach (string code in NotebookFiles.Code(name))
        {
            string[] packages = [.. PackageLine().Matches(code).Select(match => match.Groups["name"].Value)];
            if (packages.Length > 0)
            {
                await RunAsync(References);
            }

            if (packages.Contains("SurvivalKit.Notebooks"))
            {
                await _kernel.LoadAndRunInteractiveDocument(new FileInfo(Extension));
                isExtended = true;
            }

            shown += (await RunAsync(PackageLine().Replace(code, ""))).OfType<DisplayEvent>().Count();
        }

        Assert.True(isExtended);
        Assert.True(shown > 0);
    }

    [Fact]
    public async Task The_extension_prints_nothing_and_shows_the_librarys_types()
    {
        await RunAsync(References);
        List<KernelEvent> events = [];
        using (_kernel.KernelEvents.Subscribe(events.Add))
        {
            await _kernel.LoadAndRunInteractiveDocument(new FileInfo(Extension));
        }

        Assert.Contains(events, one => one is CommandSucceeded);
        Assert.DoesNotContain(events, one => one is CommandFailed or ErrorProduced or DisplayEvent);

        await RunAsync("using SurvivalKit;\nvar lung = SampleData.Load(\"lung\");");
        await ShowsAsync("KaplanMeier.Fit(lung, \"Surv(time, status) ~ sex\")", "image/svg+xml", "text/plain");
        await ShowsAsync("LogRank.Test(lung, \"Surv(time, status) ~ sex\")", "text/html", "text/plain");
        await ShowsAsync("lung", "text/html", "text/plain");
    }

    [Fact]
    public async Task The_code_of_the_readme_shows_a_frame_and_curves()
    {
        Assert.Equal(2, ReadmeTests.Cells.Length);
        await RunAsync(References);
        await RunAsync(ReadmeTests.Cells[1]);

        DisplayEvent[] shown = [.. (await RunAsync(PackageLine().Replace(ReadmeTests.Cells[0], ""))).OfType<DisplayEvent>()];

        Assert.Equal(
            ["text/html", "text/plain", "image/svg+xml", "text/plain"],
            shown.SelectMany(output => output.FormattedValues.Select(value => value.MimeType)));
    }

    [Fact]
    public async Task A_frame_keeps_its_form_when_another_extension_registers_another_in_the_same_cell()
    {
        await RunAsync(References);
        await RunAsync($"""
            using Microsoft.DotNet.Interactive;
            using Microsoft.DotNet.Interactive.Formatting;
            await KernelExtensions.LoadAndRunInteractiveDocument(Kernel.Root, new System.IO.FileInfo(@"{Extension}"));
            Formatter.Register<Microsoft.Data.Analysis.DataFrame>(frame => "theirs", "text/html");
            """);

        ReturnValueProduced shown = await ResultAsync("SurvivalKit.SampleData.Load(\"lung\")");

        Assert.Contains(shown.FormattedValues, value => value.Value.Contains("228 rows", StringComparison.Ordinal));
        Assert.DoesNotContain(shown.FormattedValues, value => value.Value == "theirs");
    }

    /// <summary>All that the notebooks' packages bring.</summary>
    private static string References => string.Join('\n', Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
        .Where(path => LibraryFile().IsMatch(Path.GetFileName(path)))
        .Select(path => $"#r \"{path}\""));

    private async Task ShowsAsync(string expression, params string[] mimeTypes) => Assert.Equal(
        mimeTypes,
        (await ResultAsync(expression)).FormattedValues.Select(value => value.MimeType).Order(StringComparer.Ordinal));

    private async Task<ReturnValueProduced> ResultAsync(string expression) =>
        Assert.Single((await RunAsync(expression)).OfType<ReturnValueProduced>());

    private async Task<IReadOnlyList<KernelEvent>> RunAsync(string code)
    {
        KernelCommandResult result =
            await _kernel.SendAsync(new SubmitCode(code, "csharp"), TestContext.Current.CancellationToken);
        string[] errors =
        [
            .. result.Events.OfType<CommandFailed>().Select(failed => failed.Message),
            .. result.Events.OfType<ErrorProduced>().Select(error => error.Message),
        ];
        Assert.True(errors.Length == 0, string.Join("\n", [.. errors, code]));
        return [.. result.Events];
    }

    [GeneratedRegex("""^#r "nuget: ?(?<name>[\w.]+)(, ?[\w.-]+)?"[ \t]*$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PackageLine();

    [GeneratedRegex(@"^(SurvivalKit(\.(Figures|Notebooks|Published|TextCheck))?|Microsoft\.Data\.Analysis|MathNet\.Numerics)\.dll$")]
    private static partial Regex LibraryFile();
}

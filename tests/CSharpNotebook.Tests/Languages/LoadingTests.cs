using System.Diagnostics;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Tests.Languages;

/// <summary>C# alone does not pay for the other languages: their assemblies are loaded with their first cell.</summary>
[Collection(nameof(OwnProcesses))]
public sealed class LoadingTests : SessionTest
{
    private static readonly string[] Heavy = ["FSharp.", "DuckDB.", "Microsoft.Data.Analysis", "Apache.Arrow", "Markdig"];

    [Fact]
    public async Task In_a_process_of_its_own_a_language_is_loaded_with_its_first_cell()
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                .. AssemblyArgument(),
                "-method",
                $"{typeof(LoadingTests).FullName}.{nameof(Is_run_alone_by_the_test_above)}",
                "-explicit",
                "only",
                "-nocolor"
            ])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Total: 1,", said, StringComparison.Ordinal);
        Assert.True(process.ExitCode == 0, said);
    }

    [Fact(Explicit = true)]
    public async Task Is_run_alone_by_the_test_above()
    {
        CellResult result = await RunWell("Console.WriteLine(1);", "#!html\n<p>", "#!js\nlet x;", "var y = 2; display(y); y + 1");
        Assert.Equal("3", TextOf(result));
        Assert.Empty(Loaded());
        await RunWell("#!markdown\n*a*");
        Assert.Equal(["Markdig"], Loaded());
        await RunWell("#!sql\nselect 1");
        Assert.Contains("DuckDB.NET.Data", Loaded());
        Assert.DoesNotContain("FSharp.Compiler.Service", Loaded());
        await RunWell("#!fsharp\n1");
        Assert.Contains("FSharp.Compiler.Service", Loaded());
    }

    /// <summary>The test program itself, or the host with the program as its argument.</summary>
    private static string[] AssemblyArgument() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(LoadingTests).Assembly.Location] : [];

    private static string[] Loaded() =>
        [.. AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetName().Name!)
            .Where(name => Heavy.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];
}

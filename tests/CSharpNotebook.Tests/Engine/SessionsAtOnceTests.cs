using CSharpNotebook.Cells;
using CSharpNotebook.Session;
using CSharpNotebook.Tests.Engine.Packages;

namespace CSharpNotebook.Tests.Engine;

/// <summary>Sessions that begin at the same time, with an assembly that the process has not seen before.</summary>
public sealed class SessionsAtOnceTests : IDisposable
{
    private const int SessionCount = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("csharp-notebook-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_is_compiled_against_its_own_symbols()
    {
        string name = $"AtOnce{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(
            Path.Combine(_folder, name + ".dll"),
            PackageMaker.Compile(
                name,
                $"namespace {name}; public class Part {{ }} public static class Tool {{ public static Part Make() => new(); public static int Use(Part part) => 1; }}"),
            TestContext.Current.CancellationToken);
        using var start = new Barrier(SessionCount);
        CellResult[] results = await Task.WhenAll(Enumerable.Range(0, SessionCount).Select(_ => Task.Factory.StartNew(
            () => RunAsync(name, start), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        Assert.All(results, result => Assert.True(result.Succeeded, result.Failure?.Message));
    }

    private async Task<CellResult> RunAsync(string name, Barrier start)
    {
        using var engine = new NotebookSession(new SessionOptions { WorkingDirectory = _folder });
        start.SignalAndWait();
        CellResult first = await engine.ExecuteAsync($"#r \"{name}.dll\"\nusing static {name}.Tool;\nvar part = Make();");
        return first.Succeeded ? await engine.ExecuteAsync($"using static {name}.Tool;\nUse(part) + Use(Make())") : first;
    }
}

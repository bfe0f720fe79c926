using CSharpNotebook.Engine;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Engine;

/// <summary>A session for one test, and short ways to look at what it gives.</summary>
public abstract class EngineTest : IDisposable
{
    private readonly Lazy<CSharpEngine> _engine;

    protected EngineTest() => _engine = new Lazy<CSharpEngine>(() => new CSharpEngine(Options));

    protected CSharpEngineOptions Options { get; set; } = new();

    protected CSharpEngine Engine => _engine.Value;

    public void Dispose()
    {
        if (_engine.IsValueCreated)
        {
            _engine.Value.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    protected async Task<CellResult> Run(params string[] cells)
    {
        CellResult? result = null;
        foreach (string cell in cells)
        {
            result = await Engine.ExecuteAsync(cell, TestContext.Current.CancellationToken);
        }

        return result!;
    }

    protected async Task<CellResult> RunWell(params string[] cells)
    {
        CellResult result = await Run(cells);
        Assert.True(result.Succeeded, result.Failure?.ToString());
        return result;
    }

    protected async Task<CellFailure> RunBadly(params string[] cells)
    {
        CellResult result = await Run(cells);
        Assert.NotNull(result.Failure);
        return result.Failure;
    }

    protected static MimeBundle ResultOf(CellResult result) => Assert.IsType<ExecuteResultOutput>(result.Outputs[^1]).Data;

    protected static string TextOf(CellResult result) => ResultOf(result)["text/plain"];
}

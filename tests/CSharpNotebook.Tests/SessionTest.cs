using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Session;

namespace CSharpNotebook.Tests;

/// <summary>A notebook session for one test, and helpers to check its results.</summary>
public abstract class SessionTest : IDisposable
{
    private readonly Lazy<NotebookSession> _session;

    protected SessionTest() => _session = new Lazy<NotebookSession>(() => new NotebookSession(Options));

    protected SessionOptions Options { get; set; } = new();

    protected NotebookSession Session => _session.Value;

    public virtual void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    protected async Task<CellResult> Run(params string[] cells)
    {
        CellResult? result = null;
        foreach (string cell in cells)
        {
            result = await Session.ExecuteAsync(cell, TestContext.Current.CancellationToken);
        }

        return result!;
    }

    protected async Task<CellResult> RunWell(params string[] cells)
    {
        CellResult? result = null;
        foreach (string cell in cells)
        {
            result = await Run(cell);
            Assert.True(result.Succeeded, result.Failure is { } failure ? string.Join("\n", failure.Traceback) : "");
        }
        return result!;
    }

    protected async Task<CellFailure> RunBadly(params string[] cells)
    {
        foreach (string cell in cells[..^1])
        {
            await RunWell(cell);
        }

        CellResult result = await Run(cells[^1]);
        Assert.NotNull(result.Failure);
        Assert.IsType<ErrorOutput>(result.Outputs[^1]);
        return result.Failure;
    }

    /// <summary>Interrupts a cell at its first output.</summary>
    protected async Task Interrupt(string cell)
    {
        using var interrupt = new CancellationTokenSource();
        var observer = new FirstOutput();
        Task<CellResult> endless = Session.ExecuteAsync(cell, new CellRequest { Observer = observer }, interrupt.Token);
        Assert.Same(observer.Came, await Task.WhenAny(observer.Came, endless));
        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless);
        await WaitUntilFree();
    }

    /// <summary>Waits until an interrupted cell has ended completely.</summary>
    protected async Task WaitUntilFree()
    {
        while (true)
        {
            try
            {
                await Run("#!html\n<p>free</p>");
                return;
            }
            catch (InvalidOperationException)
            {
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
        }
    }

    protected static MimeBundle ResultOf(CellResult result) => Assert.IsType<ExecuteResultOutput>(result.Outputs[^1]).Data;

    protected static string TextOf(CellResult result) => ResultOf(result)["text/plain"];

    protected static MimeBundle ShownBy(CellResult result) => Assert.IsType<DisplayDataOutput>(Assert.Single(result.Outputs)).Data;

    private sealed class FirstOutput : ICellObserver
    {
        private readonly TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Came => _came.Task;

        public void Write(string name, string text) => _came.TrySetResult();

        public void Show(CellOutput output, string? displayId) => _came.TrySetResult();

        public void Update(string displayId, DisplayDataOutput output)
        {
        }

        public void Clear(bool wait)
        {
        }

        public bool Page(MimeBundle data) => false;
    }
}

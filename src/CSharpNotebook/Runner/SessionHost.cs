using CSharpNotebook.Cells;
using CSharpNotebook.Session;

namespace CSharpNotebook.Runner;

/// <summary>Executes cells in this process.</summary>
internal sealed class SessionHost(NotebookRunOptions options) : ICellHost, IDisposable
{
    private readonly NotebookSession _session =
        new(new SessionOptions
        {
            Packages = options.Packages,
            WorkingDirectory = options.WorkingDirectory,
            PreviewLanguage = options.PreviewLanguage,
        });

    public async Task<CellReply> ExecuteAsync(
        string source, string? language, OutputCollector recording, CancellationToken cancellationToken)
    {
        CellResult result = await _session.ExecuteAsync(
            source,
            new CellRequest { Language = language, Observer = recording, KeepsOutputs = false },
            cancellationToken).ConfigureAwait(false);
        return new CellReply(result.ExecutionCount, result.Failure);
    }

    public void Dispose() => _session.Dispose();
}

using CSharpNotebook.Display;

namespace CSharpNotebook.Runner;

/// <summary>
/// The current folder and the formatters belong to the whole process, so one notebook runs at a time, and restores them at its
/// end. A notebook run by a cell of a running notebook is part of that run and does not wait for it.
/// </summary>
internal sealed class ProcessWide : IDisposable
{
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly AsyncLocal<bool> IsInside = new();

    private readonly bool _isOutermost;
    private readonly string _folder;
    private readonly FormatterScope _formatters;

    private ProcessWide(bool isOutermost, string? workingDirectory)
    {
        _isOutermost = isOutermost;
        _folder = Environment.CurrentDirectory;
        _formatters = FormatterScope.Isolate();
        if (workingDirectory is not null)
        {
            Environment.CurrentDirectory = workingDirectory;
        }
    }

    public static async Task<ProcessWide> EnterAsync(string? workingDirectory, CancellationToken cancellationToken)
    {
        bool isOutermost = !IsInside.Value;
        if (isOutermost)
        {
            await Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return new ProcessWide(isOutermost, workingDirectory);
        }
        catch
        {
            if (isOutermost)
            {
                Turn.Release();
            }

            throw;
        }
    }

    /// <summary>Marks the following calls as part of the run.</summary>
    public static void MarkInside() => IsInside.Value = true;

    public void Dispose()
    {
        Environment.CurrentDirectory = _folder;
        _formatters.Dispose();
        if (_isOutermost)
        {
            Turn.Release();
        }
    }
}

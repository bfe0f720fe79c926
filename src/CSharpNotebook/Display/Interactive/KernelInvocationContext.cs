using CSharpNotebook.Cells;

namespace Microsoft.DotNet.Interactive;

/// <summary>The cell that is running, for code written for .NET Interactive.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellOutputSink _sink;

    private KernelInvocationContext(CellOutputSink sink) => _sink = sink;

    /// <summary>The context of the cell that runs this code; null outside cells.</summary>
    public static KernelInvocationContext? Current => CellOutputSink.Current is { } sink ? new KernelInvocationContext(sink) : null;

    /// <summary>Shows a value below the cell immediately.</summary>
    /// <param name="value">The value; null is shown as null.</param>
    /// <param name="mimeTypes">The representations to make; by default those preferred for the value's type, and plain text.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public ShownValue Display(object? value, params string[] mimeTypes)
    {
        using IDisposable cell = Enter();
        return value.Display(mimeTypes);
    }

    /// <summary>Shows a text that already has a MIME type.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public ShownValue DisplayAs(string value, string mimeType)
    {
        using IDisposable cell = Enter();
        return value.DisplayAs(mimeType);
    }

    /// <summary>Writes to the standard output of the cell.</summary>
    /// <param name="output">The text; no line end is added.</param>
    public void DisplayStandardOut(string output) => _sink.Write("stdout", output);

    /// <summary>Writes to the standard error of the cell.</summary>
    /// <param name="error">The text; no line end is added.</param>
    public void DisplayStandardError(string error) => _sink.Write("stderr", error);

    /// <summary>Has something done when the cell has run, whether it failed or not.</summary>
    /// <param name="onComplete">What is done.</param>
    public void OnComplete(Action<KernelInvocationContext> onComplete)
    {
        ArgumentNullException.ThrowIfNull(onComplete);
        _sink.WhenDone(() => onComplete(this));
    }

    // The context may be used by code that does not run in the cell any more, such as a callback of another thread.
    private Leaving Enter()
    {
        CellOutputSink? before = CellOutputSink.Current;
        CellOutputSink.Current = _sink;
        return new Leaving(before);
    }

    private sealed class Leaving(CellOutputSink? before) : IDisposable
    {
        public void Dispose() => CellOutputSink.Current = before;
    }
}

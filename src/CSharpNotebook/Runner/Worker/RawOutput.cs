using System.Globalization;
using System.Text;

namespace CSharpNotebook.Runner;

/// <summary>
/// The raw output of a worker's process: programs that a cell starts, native libraries, and the runtime's final messages. Marks show where
/// a cell ended; only a limited amount is kept.
/// </summary>
internal sealed class RawOutput
{
    private const int LongestMark = 100;

    private readonly Lock _lock = new();
    private readonly Action<string>? _listener;
    private readonly string? _mark;
    private readonly StringBuilder _kept = new();
    private readonly int _limit;
    private TaskCompletionSource _marked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastExecution;

    /// <summary>Starts reading.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="mark">A text that no program prints by accident.</param>
    /// <param name="listener">Receives every text; null: it is kept for <see cref="Take"/>.</param>
    /// <param name="limit">How many characters are kept.</param>
    public RawOutput(Stream stream, string mark, Action<string>? listener, int limit)
    {
        _listener = listener;
        _mark = mark;
        _limit = limit;
        Ended = Task.Run(() => ReadAsync(stream));
    }

    /// <summary>Ends when the stream is closed.</summary>
    public Task Ended { get; }

    public static string MarkOf(string? mark, int execution) => string.Create(CultureInfo.InvariantCulture, $"\0{mark}:{execution}\0");

    /// <summary>Waits until all that was printed up to the end of a cell has been read.</summary>
    public async Task UntilAsync(int execution, TimeSpan patience)
    {
        Task marked;
        lock (_lock)
        {
            if (_lastExecution >= execution)
            {
                return;
            }

            marked = _marked.Task;
        }
        await Task.WhenAny(marked, Ended, Task.Delay(patience)).ConfigureAwait(false);
    }

    /// <summary>Returns and clears the kept text.</summary>
    public string Take()
    {
        lock (_lock)
        {
            string text = _kept.ToString();
            _kept.Clear();
            return text;
        }
    }

    private async Task ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), false, 1 << 15, leaveOpen: true);
        char[] buffer = new char[1 << 15];
        string rest = "";
        try
        {
            for (int count; (count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                rest = Digest(rest.Length == 0 ? new string(buffer, 0, count) : rest + new string(buffer, 0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process has ended, and with it its output.
        }
        Keep(rest);
    }

    /// <summary>Passes text on and removes marks.</summary>
    /// <returns>The end of the text, where it may be the beginning of a mark.</returns>
    private string Digest(string text)
    {
        string begin = $"\0{_mark}:";
        int kept = 0;
        for (int start = text.IndexOf('\0', StringComparison.Ordinal); start >= 0; start = text.IndexOf('\0', start))
        {
            int length = Math.Min(begin.Length, text.Length - start);
            if (string.CompareOrdinal(text, start, begin, 0, length) == 0)
            {
                int end = length == begin.Length ? text.IndexOf('\0', start + length) : -1;
                if (end < 0 && text.Length - start < LongestMark)
                {
                    Keep(text[kept..start]);
                    return text[start..];
                }
                if (int.TryParse(
                    text.AsSpan(start + length, Math.Max(0, end - start - length)),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int execution))
                {
                    Keep(text[kept..start]);
                    Pass(execution);
                    start = kept = end + 1;
                    continue;
                }
            }
            start++;
        }
        Keep(text[kept..]);
        return "";
    }

    private void Pass(int execution)
    {
        lock (_lock)
        {
            _lastExecution = execution;
            _marked.TrySetResult();
            _marked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Keep(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        _listener?.Invoke(text);
        if (_listener is not null)
        {
            return;
        }

        lock (_lock)
        {
            // The beginning is kept, since it says what happened.
            _kept.Append(text, 0, Math.Min(text.Length, _limit - _kept.Length));
        }
    }
}

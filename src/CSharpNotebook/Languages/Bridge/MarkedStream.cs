using System.Text;

namespace CSharpNotebook.Languages.Bridge;

/// <summary>
/// One of the two output streams of a bridged program: passes text on immediately, except the mark that ends each answer.
/// </summary>
internal sealed class MarkedStream(TextReader reader, string mark, Action<string> write)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _marked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ended;

    /// <summary>A task that ends when the next mark comes, or the stream ends.</summary>
    public Task NextMark()
    {
        lock (_lock)
        {
            if (_marked.Task.IsCompleted && !_ended)
            {
                _marked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return _marked.Task;
        }
    }

    /// <summary>Reads up to the end of the stream.</summary>
    public async Task PumpAsync()
    {
        char[] buffer = new char[4096];
        var held = new StringBuilder();
        int count;
        while ((count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            held.Append(buffer, 0, count);
            HandOn(held);
        }
        if (held.Length > 0)
        {
            write(held.ToString());
        }

        lock (_lock)
        {
            _ended = true;
            _marked.TrySetResult();
        }
    }

    /// <summary>Passes on the text so far, except a possible start of the mark.</summary>
    private void HandOn(StringBuilder held)
    {
        string text = held.ToString();
        held.Clear();
        for (int at; (at = text.IndexOf(mark, StringComparison.Ordinal)) >= 0; text = text[(at + mark.Length)..])
        {
            if (at > 0)
            {
                write(text[..at]);
            }

            lock (_lock)
            {
                _marked.TrySetResult();
            }
        }
        int keep = Enumerable.Range(1, mark.Length - 1).LastOrDefault(length => text.EndsWith(mark[..length], StringComparison.Ordinal));
        if (text.Length > keep)
        {
            write(text[..^keep]);
        }

        held.Append(text, text.Length - keep, keep);
    }
}

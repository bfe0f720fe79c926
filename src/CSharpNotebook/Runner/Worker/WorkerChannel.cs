using System.Text;
using System.Text.Json;
using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>
/// The connection between a runner and a worker: JSON, one line per message. It is a separate stream, so that nothing that a cell or a
/// program that it starts prints can interfere.
/// </summary>
internal sealed class WorkerChannel(Stream stream) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StreamReader _reader = new(stream, new UTF8Encoding(false), false, 1 << 16, leaveOpen: true);

    /// <summary>Sends a message. It is sent when the call returns: a crash does not lose it.</summary>
    /// <exception cref="IOException">The other side is closed.</exception>
    public void Send(WorkerMessage message)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(message, WorkerJson.Default.WorkerMessage);
        Array.Resize(ref json, json.Length + 1);
        json[^1] = (byte)'\n';
        lock (_lock)
        {
            stream.Write(json);
            stream.Flush();
        }
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>The message; null when the other side is closed, or sends something that is not a message.</returns>
    public async ValueTask<WorkerMessage?> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            string? line = await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
            return line is null ? null : Read(line);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>The message; null when the other side is closed.</returns>
    public WorkerMessage? Receive()
    {
        try
        {
            return _reader.ReadLine() is { } line ? Read(line) : null;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    public static JsonElement Write(CellOutput output) => JsonSerializer.SerializeToElement(NotebookWriter.Output(output));

    public void Dispose()
    {
        _reader.Dispose();
        stream.Dispose();
    }

    private static WorkerMessage? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

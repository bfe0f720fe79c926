using System.Text;
using System.Text.Json.Nodes;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Jupyter;

/// <summary>
/// Sends the outputs of one cell to all clients, under the header of the request that runs it. Text is buffered briefly, so that a
/// loop that writes a character at a time does not send a message for each.
/// </summary>
internal sealed class CellOutputChannel(KernelSockets sockets, JsonObject parentHeader, bool isSilent) : ICellObserver, IDisposable
{
    private const int Moment = 30;
    private const int Many = 32_000;

    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private string _name = "";
    private Timer? _timer;

    /// <summary>The content to show in a pager, for the reply.</summary>
    public JsonArray Payload { get; } = [];

    public void Write(string name, string text)
    {
        lock (_lock)
        {
            if (_name != name)
            {
                Send();
            }

            _name = name;
            _text.Append(text);
            if (_text.Length >= Many)
            {
                Send();
            }
            else
            {
                _timer ??= new Timer(static channel => ((CellOutputChannel)channel!).Flush(), this, Moment, Timeout.Infinite);
            }
        }
    }

    public void Show(CellOutput output, string? displayId)
    {
        switch (output)
        {
            case ExecuteResultOutput result when !isSilent:
                Publish("execute_result", Rich(result, displayId: null, ("execution_count", result.ExecutionCount)));
                break;
            case DisplayDataOutput display:
                Publish("display_data", Rich(display, displayId));
                break;
            case StreamOutput stream:
                Write(stream.Name, stream.Text);
                break;
            case ErrorOutput error:
                Publish("error", ErrorContent(error));
                break;
        }
    }

    public void Update(string displayId, DisplayDataOutput output) => Publish("update_display_data", Rich(output, displayId));

    public void Clear(bool wait) => Publish("clear_output", new JsonObject { ["wait"] = wait });

    public bool Page(MimeBundle data)
    {
        lock (_lock)
        {
            Payload.Add(new JsonObject { ["source"] = "page", ["data"] = Data(data), ["start"] = 0 });
        }

        return true;
    }

    /// <summary>Sends the text that was collected.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            Send();
        }
    }

    public void Dispose() => Flush();

    /// <summary>The content of an error, in the form of messages and replies.</summary>
    public static JsonObject ErrorContent(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode?)line)]),
    };

    /// <summary>Representations in the form of the protocol: JSON types as JSON, everything else as text.</summary>
    public static JsonObject Data(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach ((string mimeType, string value) in bundle)
        {
            bool isJson = mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
            data[mimeType] = isJson ? JsonNode.Parse(value) : value;
        }
        return data;
    }

    private void Publish(string type, JsonObject content)
    {
        lock (_lock)
        {
            Send();
            sockets.Publish(type, content, Parent());
        }
    }

    private void Send()
    {
        _timer?.Dispose();
        _timer = null;
        if (_text.Length == 0)
        {
            return;
        }

        sockets.Publish("stream", new JsonObject { ["name"] = _name, ["text"] = _text.ToString() }, Parent());
        _text.Clear();
    }

    // A JSON node has one owner, so each message gets a copy.
    private JsonObject Parent() => parentHeader.DeepClone().AsObject();

    private static JsonObject Rich(RichOutput output, string? displayId, params ReadOnlySpan<(string Name, JsonNode? Value)> more)
    {
        var content = new JsonObject { ["data"] = Data(output.Data), ["metadata"] = output.Metadata.ToNode() };
        content["transient"] = displayId is null ? [] : new JsonObject { ["display_id"] = displayId };
        foreach ((string name, JsonNode? value) in more)
        {
            content[name] = value;
        }

        return content;
    }
}

using System.Text.Json.Nodes;

namespace CSharpNotebook.Jupyter;

/// <summary>A channel between code in the kernel and code in the page, such as between a slider and the code that it controls.</summary>
public sealed class Comm
{
    private readonly Action<string, JsonObject> _send;

    internal Comm(string id, string targetName, Action<string, JsonObject> send)
    {
        Id = id;
        TargetName = targetName;
        _send = send;
    }

    /// <summary>The id of the channel.</summary>
    public string Id { get; }

    /// <summary>What the channel is for.</summary>
    public string TargetName { get; }

    /// <summary>Whether the channel was closed by one of its ends.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The other end sent something.</summary>
    public event Action<JsonNode?>? Received;

    /// <summary>The other end closed the channel.</summary>
    public event Action<JsonNode?>? Closed;

    /// <summary>Sends something to the other end.</summary>
    /// <param name="data">Any JSON value.</param>
    /// <exception cref="InvalidOperationException">The channel is closed.</exception>
    public void Send(JsonNode? data)
    {
        if (IsClosed)
        {
            throw new InvalidOperationException($"The channel {Id} is closed.");
        }

        _send("comm_msg", new JsonObject { ["comm_id"] = Id, ["data"] = data?.DeepClone() ?? new JsonObject() });
    }

    /// <summary>Closes the channel; nothing happens when it is closed.</summary>
    public void Close()
    {
        if (IsClosed)
        {
            return;
        }

        IsClosed = true;
        Comms.Remove(this);
        _send("comm_close", new JsonObject { ["comm_id"] = Id, ["data"] = new JsonObject() });
    }

    internal void Receive(JsonNode? data) => Received?.Invoke(data);

    internal void ReceiveClose(JsonNode? data)
    {
        IsClosed = true;
        Closed?.Invoke(data);
    }
}

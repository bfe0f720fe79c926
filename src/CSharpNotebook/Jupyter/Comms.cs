using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Jupyter;

/// <summary>
/// The channels between the kernel and the page. A cell declares with <see cref="Register"/> which it accepts, and opens others with
/// <see cref="Open"/>.
/// </summary>
public static class Comms
{
    private static readonly ConcurrentDictionary<string, Action<Comm, JsonNode?>> Targets = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Comm> Channels = new(StringComparer.Ordinal);
    private static volatile Action<string, JsonObject>? _publish;

    /// <summary>Accepts channels that the page opens for a target.</summary>
    /// <param name="targetName">The target, as the page names it.</param>
    /// <param name="opened">Is called with each new channel and the data with which it was opened.</param>
    public static void Register(string targetName, Action<Comm, JsonNode?> opened) => Targets[targetName] = opened;

    /// <summary>Opens a channel to the page.</summary>
    /// <param name="targetName">The target that the page knows.</param>
    /// <param name="data">The data of the opening message.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="NotSupportedException">No page is connected, as in a run without one.</exception>
    public static Comm Open(string targetName, JsonNode? data = null)
    {
        Action<string, JsonObject> publish =
            _publish ?? throw new NotSupportedException("A channel to the page needs a page, but the notebook runs without one.");
        var comm = new Comm(Guid.NewGuid().ToString(), targetName, publish);
        Channels[comm.Id] = comm;
        publish("comm_open", new JsonObject
        {
            ["comm_id"] = comm.Id,
            ["target_name"] = targetName,
            ["data"] = data?.DeepClone() ?? new JsonObject()
        });
        return comm;
    }

    internal static void Connect(Action<string, JsonObject>? publish)
    {
        _publish = publish;
        Channels.Clear();
    }

    internal static void Remove(Comm comm) => Channels.TryRemove(comm.Id, out _);

    /// <summary>The open channels, for <c>comm_info_request</c>.</summary>
    internal static JsonObject List(string? targetName)
    {
        var list = new JsonObject();
        foreach (Comm comm in Channels.Values.Where(comm => string.IsNullOrEmpty(targetName) || comm.TargetName == targetName))
        {
            list[comm.Id] = new JsonObject { ["target_name"] = comm.TargetName };
        }
        return list;
    }

    /// <summary>Handles a message about a channel. Unknown channels are closed, so that the page does not wait.</summary>
    internal static void Receive(JupyterMessage message)
    {
        if (message.Text("comm_id") is not { } id || _publish is not { } publish)
        {
            return;
        }

        JsonNode? data = message.Content["data"]?.DeepClone();
        switch (message.Type)
        {
            case "comm_open" when message.Text("target_name") is { } name && Targets.TryGetValue(name, out Action<Comm, JsonNode?>? opened):
                var comm = new Comm(id, name, publish);
                Channels[id] = comm;
                opened(comm, data);
                break;
            case "comm_open":
                publish("comm_close", new JsonObject { ["comm_id"] = id, ["data"] = new JsonObject() });
                break;
            case "comm_msg" when Channels.TryGetValue(id, out Comm? known):
                known.Receive(data);
                break;
            case "comm_close" when Channels.TryRemove(id, out Comm? known):
                known.ReceiveClose(data);
                break;
        }
    }
}

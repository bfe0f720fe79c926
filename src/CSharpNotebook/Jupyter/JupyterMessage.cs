using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Jupyter;

/// <summary>A message of the Jupyter protocol (https://jupyter-client.readthedocs.io, "Messaging in Jupyter").</summary>
/// <param name="Type">The type, such as <c>execute_request</c>.</param>
/// <param name="Content">The content.</param>
internal sealed record JupyterMessage(string Type, JsonObject Content)
{
    /// <summary>The version of the protocol.</summary>
    public const string ProtocolVersion = "5.4";

    /// <summary>The routing frames before the message: the sender or receiver; or, on the output channel, its topic.</summary>
    public ImmutableArray<byte[]> Route { get; init; } = [];

    /// <summary>The header; for a message that is sent, it is written when it is sent.</summary>
    public JsonObject Header { get; init; } = [];

    /// <summary>The header of the request that it answers; empty when it answers none.</summary>
    public JsonObject ParentHeader { get; init; } = [];

    /// <summary>The metadata.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Binary parts that follow the message.</summary>
    public ImmutableArray<byte[]> Buffers { get; init; } = [];

    /// <summary>A text in the content.</summary>
    public string? Text(string name) => Content[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A number in the content.</summary>
    public int? Number(string name) => Content[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    /// <summary>A boolean in the content.</summary>
    public bool Flag(string name, bool otherwise) =>
        Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    /// <summary>A message that answers this one, on the same route.</summary>
    public JupyterMessage Reply(string type, JsonObject content) =>
        new(type, content) { Route = Route, ParentHeader = Header.DeepClone().AsObject() };
}

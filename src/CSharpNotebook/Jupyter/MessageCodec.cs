using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Jupyter;

/// <summary>
/// Messages to frames and back: routing frames, a delimiter, the signature, and as JSON header, parent header, metadata and content, then
/// buffers. The signature is HMAC-SHA256 over the four JSON frames; a message without a valid one is refused.
/// </summary>
internal sealed class MessageCodec(string key)
{
    private const int JsonFrames = 4;
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    // Text is not escaped for HTML: the page that shows it does that.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString();

    /// <summary>The session that all messages of this kernel name.</summary>
    public string Session => _session;

    /// <summary>Reads a message.</summary>
    /// <param name="frames">The frames.</param>
    /// <returns>The message.</returns>
    /// <exception cref="InvalidDataException">The frames are not a message, or the signature is not valid.</exception>
    public JupyterMessage Read(IReadOnlyList<byte[]> frames)
    {
        int delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(Delimiter))
        {
            delimiter++;
        }

        int first = delimiter + 2;
        if (frames.Count < first + JsonFrames)
        {
            throw new InvalidDataException($"a message of {frames.Count} frames without delimiter, signature and four parts");
        }

        if (_key.Length > 0)
        {
            string signature = Sign([.. frames.Skip(first).Take(JsonFrames)]);
            if (!CryptographicOperations.FixedTimeEquals(frames[delimiter + 1], Encoding.ASCII.GetBytes(signature)))
            {
                throw new InvalidDataException("a message whose signature is not right");
            }
        }
        try
        {
            JsonObject header = Parse(frames[first]);
            return new JupyterMessage(
                header["msg_type"] is JsonValue type
                    && type.TryGetValue(out string? name) ? name : throw new InvalidDataException("a message without a msg_type"),
                Parse(frames[first + 3]))
            {
                Route = [.. frames.Take(delimiter)],
                Header = header,
                ParentHeader = Parse(frames[first + 1]),
                Metadata = Parse(frames[first + 2]),
                Buffers = [.. frames.Skip(first + JsonFrames)],
            };
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"a message that is not JSON ({exception.Message})", exception);
        }
    }

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Its frames.</returns>
    public IReadOnlyList<byte[]> Write(JupyterMessage message)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = message.Type,
            ["version"] = JupyterMessage.ProtocolVersion,
        };
        byte[][] parts = [Serialize(header), Serialize(message.ParentHeader), Serialize(message.Metadata), Serialize(message.Content)];
        string signature = _key.Length > 0 ? Sign(parts) : "";
        return [.. message.Route, Delimiter, Encoding.ASCII.GetBytes(signature), .. parts, .. message.Buffers];
    }

    private string Sign(IReadOnlyList<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (byte[] part in parts)
        {
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static JsonObject Parse(byte[] frame) => JsonNode.Parse(frame) as JsonObject ?? [];

    private static byte[] Serialize(JsonObject part) => JsonSerializer.SerializeToUtf8Bytes(part, Json);
}

using System.Text.Json;

namespace CSharpNotebook.Jupyter;

/// <summary>The addresses at which a Jupyter client expects the kernel: the content of the connection file that it passes on the command
/// line.</summary>
public sealed record ConnectionFile
{
    /// <summary>
    /// The address to listen on; the loopback address when the file names none, so that the network has no access.
    /// </summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The port of requests to execute, complete and inspect.</summary>
    public required int ShellPort { get; init; }

    /// <summary>The port of outputs and the kernel's state, which all clients receive.</summary>
    public required int OutputPort { get; init; }

    /// <summary>The port of input requests to the user.</summary>
    public required int InputPort { get; init; }

    /// <summary>The port of requests that must not wait: interrupt and shutdown.</summary>
    public required int ControlPort { get; init; }

    /// <summary>The port that echoes what it receives, so that a client sees that the kernel is alive.</summary>
    public required int HeartbeatPort { get; init; }

    /// <summary>The key with which messages are signed; empty when they are not.</summary>
    public string Key { get; init; } = "";

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its content.</returns>
    /// <exception cref="InvalidDataException">
    /// The file is not a connection file, or needs a transport or signature that is not supported.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            string transport = Text(root, "transport") ?? "tcp";
            if (transport != "tcp")
            {
                throw new InvalidDataException($"{path}: transport is {transport}, but only tcp is supported.");
            }

            string key = Text(root, "key") ?? "";
            string scheme = Text(root, "signature_scheme") ?? "hmac-sha256";
            if (key.Length > 0 && scheme != "hmac-sha256")
            {
                throw new InvalidDataException($"{path}: signature_scheme is {scheme}, but only hmac-sha256 is supported.");
            }

            return new ConnectionFile
            {
                Address = Text(root, "ip") is { Length: > 0 } address ? address : "127.0.0.1",
                Key = key,
                ShellPort = Port(root, "shell_port", path),
                OutputPort = Port(root, "iopub_port", path),
                InputPort = Port(root, "stdin_port", path),
                ControlPort = Port(root, "control_port", path),
                HeartbeatPort = Port(root, "hb_port", path),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is not a connection file of Jupyter: {exception.Message}", exception);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static int Port(JsonElement root, string name, string path) =>
        root.TryGetProperty(name, out JsonElement value) && value.TryGetInt32(out int port) && port is > 0 and < 65536
            ? port
            : throw new InvalidDataException($"{path}: {name} was expected to be a port number from 1 to 65535.");
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CSharpNotebook.Jupyter;
using CSharpNotebook.Runner;
using NetMQ;
using NetMQ.Sockets;

namespace CSharpNotebook.Tests.Jupyter;

/// <summary>A message as a client sees it; read and signed by separate code, so that it does not share an error of the kernel.</summary>
internal sealed record ClientMessage(string Type, string Id, string ParentId, JsonObject Header, JsonObject Content);

/// <summary>A kernel in this process and a client of it that speaks the wire protocol.</summary>
internal sealed class KernelClient : IAsyncDisposable
{
    private const string Key = "0f7c-secret";
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly JupyterKernel? _kernel;
    private readonly Task _run;
    private readonly DealerSocket _shell = new(), _control = new(), _input = new();
    private readonly SubscriberSocket _output = new();
    private readonly NetMQPoller _poller;
    private readonly NetMQQueue<(DealerSocket Socket, IReadOnlyList<byte[]> Frames)> _sending = new();
    private readonly BlockingCollection<ClientMessage> _shellReplies = [], _controlReplies = [], _inputRequests = [], _outputs = [];

    /// <param name="connection">The addresses.</param>
    /// <param name="log">Receives what the kernel refused.</param>
    /// <param name="process">The kernel's own process; null: the kernel is in this process.</param>
    private KernelClient(ConnectionFile connection, Action<string> log, Process? process = null)
    {
        Connection = connection;
        _kernel = process is null ? new JupyterKernel(connection, new JupyterKernelOptions { Log = log, ParentProcess = null }) : null;
        byte[] identity = Guid.NewGuid().ToByteArray();
        foreach (DealerSocket socket in new[] { _shell, _control, _input })
        {
            socket.Options.Identity = identity;
        }

        Connect(_shell, connection.ShellPort);
        Connect(_control, connection.ControlPort);
        Connect(_input, connection.InputPort);
        Connect(_output, connection.OutputPort);
        _output.SubscribeToAnyTopic();
        _shell.ReceiveReady += (_, e) => Take(e.Socket, _shellReplies);
        _control.ReceiveReady += (_, e) => Take(e.Socket, _controlReplies);
        _input.ReceiveReady += (_, e) => Take(e.Socket, _inputRequests);
        _output.ReceiveReady += (_, e) => Take(e.Socket, _outputs);
        _sending.ReceiveReady += (_, _) =>
        {
            while (_sending.TryDequeue(out var next, TimeSpan.Zero))
            {
                next.Socket.SendMultipartMessage(new NetMQMessage(next.Frames));
            }
        };
        _poller = [_shell, _control, _input, _output, _sending];
        _poller.RunAsync();
        _run = _kernel?.RunAsync() ?? process!.WaitForExitAsync();
    }

    public ConnectionFile Connection { get; }

    /// <summary>What the kernel refused or could not do.</summary>
    public ConcurrentQueue<string> Log { get; private init; } = [];

    public Task Ended => _run;

    public static KernelClient Start()
    {
        int[] ports = FreePorts(5);
        var log = new ConcurrentQueue<string>();
        var client = new KernelClient(
            new ConnectionFile
            {
                ShellPort =
                ports[0],
                OutputPort = ports[1],
                InputPort = ports[2],
                ControlPort = ports[3],
                HeartbeatPort = ports[4],
                Key = Key
            },
            log.Enqueue)
        { Log = log };
        client.NextOutput(message => message.Type == "iopub_welcome");
        return client;
    }

    /// <summary>Starts a kernel in a process of its own, which a cell may end.</summary>
    public static (KernelClient Client, Process Process) StartProcess(string folder)
    {
        int[] ports = FreePorts(5);
        string file = Path.Combine(folder, "connection.json");
        File.WriteAllText(file, new JsonObject
        {
            ["transport"] = "tcp",
            ["ip"] = "127.0.0.1",
            ["shell_port"] = ports[0],
            ["iopub_port"] = ports[1],
            ["stdin_port"] = ports[2],
            ["control_port"] = ports[3],
            ["hb_port"] = ports[4],
            ["signature_scheme"] = "hmac-sha256",
            ["key"] = Key,
        }.ToJsonString());
        WorkerCommand own = WorkerCommand.OwnProgram;
        Process process = Process.Start(own.FileName, [.. own.Arguments, EntryPoint.KernelArgument, file]);
        var client = new KernelClient(ConnectionFile.Read(file), _ => { }, process);
        client.NextOutput(message => message.Type == "iopub_welcome");
        return (client, process);
    }

    public string SendShell(string type, JsonObject content) => Send(_shell, type, content);

    public string SendControl(string type, JsonObject content) => Send(_control, type, content);

    public string Execute(string code, Action<JsonObject>? more = null)
    {
        var content = new JsonObject
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["user_expressions"] = new JsonObject(),
            ["allow_stdin"] = false,
            ["stop_on_error"] = true,
        };
        more?.Invoke(content);
        return SendShell("execute_request", content);
    }

    /// <summary>Executes code and waits for its end.</summary>
    /// <returns>The reply, and everything that was shown for it, busy and idle included.</returns>
    public (ClientMessage Reply, List<ClientMessage> Outputs) Run(string code, Action<JsonObject>? more = null)
    {
        string id = Execute(code, more);
        ClientMessage reply = ShellReply(id);
        return (reply, OutputsOf(id));
    }

    public ClientMessage ShellReply(string id) => Next(_shellReplies, message => message.ParentId == id);

    public ClientMessage ControlReply(string id) => Next(_controlReplies, message => message.ParentId == id);

    public ClientMessage InputRequest() => Next(_inputRequests, _ => true);

    public void AnswerInput(ClientMessage request, string value) =>
        Send(_input, "input_reply", new JsonObject { ["status"] = "ok", ["value"] = value }, request.Header);

    /// <summary>The outputs of a request until its idle.</summary>
    public List<ClientMessage> OutputsOf(string id)
    {
        var found = new List<ClientMessage>();
        do
        {
            found.Add(NextOutput(message => message.ParentId == id));
        }
        while (found[^1] is not { Type: "status", Content: var content } || content["execution_state"]!.ToString() != "idle");
        return found;
    }

    public ClientMessage NextOutput(Func<ClientMessage, bool> wanted) => Next(_outputs, wanted);

    public void SendRaw(params byte[][] frames) => _sending.Enqueue((_shell, frames));

    public static IReadOnlyList<byte[]> Frames(
        string type, JsonObject content, JsonObject? parent, out string id, Func<string, string>? distort = null)
    {
        id = Guid.NewGuid().ToString("N");
        var header = new JsonObject
        {
            ["msg_id"] = id,
            ["session"] = "client",
            ["username"] = "tester",
            ["date"] = DateTime.UtcNow.ToString("O"),
            ["msg_type"] = type,
            ["version"] = "5.4",
        };
        byte[][] parts = [.. new[] { header, parent?.DeepClone() ?? new JsonObject(), new JsonObject(), content }.Select(
            part => Encoding.UTF8.GetBytes(distort?.Invoke(part.ToJsonString()) ?? part.ToJsonString()))];
        string signature =
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), parts.SelectMany(part => part).ToArray()));
        return [Encoding.ASCII.GetBytes("<IDS|MSG>"), Encoding.ASCII.GetBytes(signature), .. parts];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_run.IsCompleted)
        {
            SendControl("shutdown_request", new JsonObject { ["restart"] = false });
        }

        await _run.WaitAsync(Patience);
        _poller.Dispose();
        _sending.Dispose();
        foreach (IDisposable socket in new IDisposable[] { _shell, _control, _input, _output })
        {
            socket.Dispose();
        }

        _kernel?.Dispose();
    }

    private string Send(DealerSocket socket, string type, JsonObject content, JsonObject? parent = null)
    {
        _sending.Enqueue((socket, Frames(type, content, parent, out string id)));
        return id;
    }

    private static ClientMessage Next(BlockingCollection<ClientMessage> messages, Func<ClientMessage, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (messages.Take(patience.Token) is var message && wanted(message))
            {
                return message;
            }
        }
    }

    private static void Take(NetMQSocket socket, BlockingCollection<ClientMessage> into)
    {
        List<byte[]> frames = socket.ReceiveMultipartBytes();
        int at = frames.FindIndex(frame => Encoding.ASCII.GetString(frame) == "<IDS|MSG>");
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(Key),
            frames.Skip(at + 2).Take(4).SelectMany(part => part).ToArray())), Encoding.ASCII.GetString(frames[at + 1]));
        JsonObject header = JsonNode.Parse(frames[at + 2])!.AsObject();
        JsonObject parent = JsonNode.Parse(frames[at + 3])!.AsObject();
        into.Add(new ClientMessage(
            header["msg_type"]!.ToString(), header["msg_id"]!.ToString(), parent["msg_id"]?.ToString() ?? "", header, JsonNode.Parse(
                frames[at + 5])!.AsObject()));
    }

    private static void Connect(NetMQSocket socket, int port) => socket.Connect($"tcp://127.0.0.1:{port}");

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
        {
            listener.Stop();
        }

        return ports;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using NetMQ;
using NetMQ.Sockets;

namespace CSharpNotebook.Jupyter;

/// <summary>
/// The five sockets of a kernel. A socket belongs to one thread, so there are two threads: one polls shell, output, input and heartbeat,
/// the other control, which must answer while the first is busy. Other senders pass the message to a task that puts it into the sockets'
/// queue: a thread of a cell may be stopped at any moment, and must not be inside a socket's queue then.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    private static readonly TimeSpan OnTheWire = TimeSpan.FromMilliseconds(200);

    private readonly MessageCodec _codec;
    private readonly Action<string> _log;
    private readonly RouterSocket _shell = new(), _input = new(), _control = new();
    private readonly XPublisherSocket _output = new();
    private readonly ResponseSocket _heartbeat = new();
    private readonly Channel<(NetMQSocket Socket, JupyterMessage Message)> _handedOver =
        Channel.CreateUnbounded<(NetMQSocket, JupyterMessage)>();
    private readonly NetMQQueue<(NetMQSocket Socket, JupyterMessage Message)> _outgoing = new();
    private readonly NetMQQueue<JupyterMessage> _controlOutgoing = new();
    private readonly NetMQPoller _poller;
    private readonly NetMQPoller _controlPoller;
    private readonly Lock _passing = new();
    private Task _handingOver = Task.CompletedTask;
    private long _given;
    private long _sent;

    /// <summary>Binds the sockets; nothing is received before <see cref="Start"/>.</summary>
    /// <param name="connection">The addresses.</param>
    /// <param name="codec">Encodes the messages.</param>
    /// <param name="log">Receives a sentence for each refused message.</param>
    /// <exception cref="IOException">An address cannot be bound.</exception>
    public KernelSockets(ConnectionFile connection, MessageCodec codec, Action<string> log)
    {
        _codec = codec;
        _log = log;
        // A client that is slow to read must not lose an output.
        foreach (NetMQSocket socket in new NetMQSocket[] { _shell, _input, _control, _output })
        {
            socket.Options.SendHighWatermark = 0;
        }
        // The subscription of each client is reported, not only of the first.
        _output.Options.XPubVerbose = true;
        // Do not wait for peers that are gone.
        foreach (NetMQSocket socket in new NetMQSocket[] { _shell, _input, _control, _output, _heartbeat })
        {
            socket.Options.Linger = TimeSpan.FromMilliseconds(500);
        }
        // A client that reconnects with its old identity gets the answers.
        foreach (RouterSocket socket in new[] { _shell, _input, _control })
        {
            socket.Options.RouterHandover = true;
        }

        Bind(_shell, connection.Address, connection.ShellPort);
        Bind(_output, connection.Address, connection.OutputPort);
        Bind(_input, connection.Address, connection.InputPort);
        Bind(_control, connection.Address, connection.ControlPort);
        Bind(_heartbeat, connection.Address, connection.HeartbeatPort);

        _shell.ReceiveReady += (_, _) => Receive(_shell, message => ShellReceived?.Invoke(message));
        _input.ReceiveReady += (_, _) => Receive(_input, message => InputReceived?.Invoke(message));
        _control.ReceiveReady += (_, _) => Receive(_control, message => ControlReceived?.Invoke(message));
        _heartbeat.ReceiveReady += (_, _) => _heartbeat.SendMultipartMessage(_heartbeat.ReceiveMultipartMessage());
        _output.ReceiveReady += (_, _) => Welcome(_output.ReceiveFrameBytes());
        _outgoing.ReceiveReady += (_, _) =>
        {
            while (_outgoing.TryDequeue(out (NetMQSocket Socket, JupyterMessage Message) next, TimeSpan.Zero))
            {
                Send(next.Socket, next.Message);
                Interlocked.Increment(ref _sent);
            }
        };
        _controlOutgoing.ReceiveReady += (_, _) =>
        {
            while (_controlOutgoing.TryDequeue(out JupyterMessage? next, TimeSpan.Zero))
            {
                Send(_control, next);
            }
        };
        _poller = [_shell, _input, _output, _heartbeat, _outgoing];
        _controlPoller = [_control, _controlOutgoing];
    }

    /// <summary>A request on the shell channel. Called on the socket's thread, which must not wait.</summary>
    public event Action<JupyterMessage>? ShellReceived;

    /// <summary>An answer on the input channel. Called on the socket's thread, which must not wait.</summary>
    public event Action<JupyterMessage>? InputReceived;

    /// <summary>A request on the control channel. Called on the control thread.</summary>
    public event Action<JupyterMessage>? ControlReceived;

    /// <summary>Begins to receive.</summary>
    public void Start()
    {
        _poller.RunAsync("jupyter");
        _handingOver = Task.Run(async () =>
        {
            while (await _handedOver.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                PassOn();
            }
        });
        _controlPoller.RunAsync("jupyter control");
    }

    /// <summary>Sends on the shell channel.</summary>
    public void SendShell(JupyterMessage message) => HandOver(_shell, message);

    /// <summary>Sends on the input channel.</summary>
    public void SendInput(JupyterMessage message) => HandOver(_input, message);

    /// <summary>Sends on the control channel.</summary>
    public void SendControl(JupyterMessage message) => _controlOutgoing.Enqueue(message);

    /// <summary>Sends a message to all clients.</summary>
    public void Publish(string type, JsonObject content, JsonObject parentHeader, JsonObject? metadata = null) =>
        HandOver(_output, new JupyterMessage(type, content)
        {
            Route = [System.Text.Encoding.UTF8.GetBytes($"kernel.{_codec.Session}.{type}")],
            ParentHeader = parentHeader,
            Metadata = metadata ?? [],
        });

    /// <summary>
    /// Waits until what was handed over before is with the network. A process that ends must ask for it: the task that passes messages on
    /// runs on the pool, whose threads may all be busy.
    /// </summary>
    /// <param name="patience">How long to wait at most.</param>
    public void Flush(TimeSpan patience)
    {
        PassOn();
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < patience && Volatile.Read(ref _sent) < Volatile.Read(ref _given))
        {
            Thread.Sleep(5);
        }

        // The network's own thread writes what the sockets hold; nothing tells when it has.
        Thread.Sleep(OnTheWire);
    }

    public void Dispose()
    {
        _handedOver.Writer.TryComplete();
        _handingOver.Wait();
        _poller.Dispose();
        _controlPoller.Dispose();
        _outgoing.Dispose();
        _controlOutgoing.Dispose();
        foreach (NetMQSocket socket in new NetMQSocket[] { _shell, _input, _control, _output, _heartbeat })
        {
            socket.Dispose();
        }
    }

    private void HandOver(NetMQSocket socket, JupyterMessage message)
    {
        if (_handedOver.Writer.TryWrite((socket, message)))
        {
            Interlocked.Increment(ref _given);
        }
    }

    private void PassOn()
    {
        lock (_passing)
        {
            while (_handedOver.Reader.TryRead(out (NetMQSocket, JupyterMessage) next))
            {
                _outgoing.Enqueue(next);
            }
        }
    }

    private void Receive(RouterSocket socket, Action<JupyterMessage> receiver)
    {
        NetMQMessage? frames = null;
        while (socket.TryReceiveMultipartMessage(ref frames))
        {
            try
            {
                receiver(_codec.Read([.. frames!.Select(frame => frame.ToByteArray())]));
            }
            catch (InvalidDataException refused)
            {
                _log($"Refused {refused.Message}.");
            }
#pragma warning disable CA1031 // No message may end the thread, and with it the kernel.
            catch (Exception failed)
#pragma warning restore CA1031
            {
                _log($"Refused a message ({failed.GetType().Name}: {failed.Message})");
            }
        }
    }

    private void Send(NetMQSocket socket, JupyterMessage message)
    {
        try
        {
            socket.SendMultipartMessage(new NetMQMessage(_codec.Write(message)));
        }
        catch (NetMQException failed)
        {
            _log($"A {message.Type} could not be sent: {failed.Message}.");
        }
    }

    /// <summary>Tells a new subscriber that it will receive all messages from now on (Jupyter enhancement proposal 65).</summary>
    private void Welcome(byte[] subscription)
    {
        if (subscription is not [1, .. byte[] topic])
        {
            return;
        }

        Send(_output, new JupyterMessage(
            "iopub_welcome", new JsonObject { ["subscription"] = System.Text.Encoding.UTF8.GetString(topic) })
        { Route = [topic] });
    }

    private static void Bind(NetMQSocket socket, string address, int port)
    {
        string host = address is "*" or "0.0.0.0" ? "*" : IPAddress.TryParse(address, out IPAddress? ip)
            && ip.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address;
        try
        {
            socket.Bind(string.Create(CultureInfo.InvariantCulture, $"tcp://{host}:{port}"));
        }
        catch (Exception exception) when (exception is NetMQException or SocketException)
        {
            throw new IOException($"Port {port} of {address} cannot be listened on: {exception.Message.TrimEnd('.')}.", exception);
        }
    }
}

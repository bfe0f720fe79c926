using System.Text.Json.Nodes;
using System.Threading.Channels;
using CSharpNotebook.Session;

namespace CSharpNotebook.Jupyter;

/// <summary>
/// A Jupyter kernel for C#: listens on the ports of a connection file, and executes what clients send, one request after the other. Control
/// requests (interrupt, shutdown) do not wait for them.
/// </summary>
public sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>How long nobody asks for anything before completion is loaded.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(0.5);

    private readonly JupyterKernelOptions _options;
    private readonly MessageCodec _codec;
    private readonly KernelSockets _sockets;
    private readonly NotebookSession _session;
    private readonly ExecutionHistory _history = new();
    private readonly ExecuteRequests _executions;
    private readonly CodeRequests _code;
    private readonly Channel<JupyterMessage> _requests =
        Channel.CreateUnbounded<JupyterMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _end = new();
    private JsonObject _current = [];
    private int _abortedUntil = -1;
    private int _received;
    private int _handled;
    private int _answered;

    /// <summary>Binds the sockets of a connection file.</summary>
    /// <param name="connection">The connection file's content.</param>
    /// <param name="options">The options; the defaults when null.</param>
    /// <exception cref="IOException">A port cannot be listened on.</exception>
    public JupyterKernel(ConnectionFile connection, JupyterKernelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _options = options ?? new JupyterKernelOptions();
        _codec = new MessageCodec(connection.Key);
        _sockets = new KernelSockets(connection, _codec, _options.Log);
        _session = new NotebookSession(
            new SessionOptions { Packages = _options.Packages, WorkingDirectory = _options.WorkingDirectory, CanBeStopped = true });
        _executions = new ExecuteRequests(_session, _sockets, _history);
        _code = new CodeRequests(_session, _sockets);
    }

    /// <summary>Runs until a client shuts the kernel down, the process that started it has ended, or it is cancelled.</summary>
    /// <param name="cancellationToken">Ends the kernel.</param>
    /// <returns>A task that ends with the kernel.</returns>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using CancellationTokenRegistration registration =
            cancellationToken.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), _end);
        _sockets.ShellReceived += message =>
        {
            Interlocked.Increment(ref _received);
            _requests.Writer.TryWrite(message);
        };
        _sockets.InputReceived += _executions.Answer;
        _sockets.ControlReceived += HandleControl;
        Comms.Connect((type, content) => _sockets.Publish(type, content, parentHeader: []));
        VariablesChannel.Register(_session.Pane);
        _ = WarmUpAsync();
        AppDomain.CurrentDomain.UnhandledException += TellOfEnd;
        AppDomain.CurrentDomain.ProcessExit += TellOfExit;
        _sockets.Start();
        _sockets.Publish("status", new JsonObject { ["execution_state"] = "starting" }, parentHeader: []);
        if (_options.ParentProcess is { } parent)
        {
            _ = ParentWatch.WaitAsync(parent, _end.Token).ContinueWith(watch => End(watch.IsCompletedSuccessfully), TaskScheduler.Default);
        }

        try
        {
            await (await Task.WhenAny(HandleAllAsync(), EndedAsync()).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            AppDomain.CurrentDomain.UnhandledException -= TellOfEnd;
            AppDomain.CurrentDomain.ProcessExit -= TellOfExit;
        }
        Comms.Connect(null);
        _sockets.Flush(Grace);
    }

    /// <summary>Closes the sockets and ends the session.</summary>
    public void Dispose()
    {
        _sockets.Dispose();
        _session.Dispose();
        _end.Dispose();
    }

    private async Task HandleAllAsync()
    {
        try
        {
            await foreach (JupyterMessage request in _requests.Reader.ReadAllAsync(_end.Token).ConfigureAwait(false))
            {
                await HandleShellAsync(request).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // It was shut down.
        }
    }

    /// <summary>
    /// Ends some seconds after the kernel was to end: a cell that has not stopped by then must not keep the process alive.
    /// </summary>
    private async Task EndedAsync()
    {
        try
        {
            await Task.Delay(Timeout.Infinite, _end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _executions.Interrupt();
            await Task.Delay(Grace, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// An unhandled exception on a thread of the user's code ends the process; this sends the last message to the page.
    /// </summary>
    private void TellOfEnd(object sender, UnhandledExceptionEventArgs ending)
    {
        _sockets.Publish("stream", new JsonObject
        {
            ["name"] = "stderr",
            ["text"] = $"An exception that nothing caught ends the kernel: {ending.ExceptionObject}\n"
        }, _current.DeepClone().AsObject());
        _sockets.Flush(Grace);
    }

    /// <summary>
    /// A cell has called <see cref="Environment.Exit"/>: it gets its reply, as nobody else can tell the client what happened. That the
    /// process is gone, with its exit code, is then seen by whoever started it; Jupyter's server restarts the kernel.
    /// </summary>
    private void TellOfExit(object? sender, EventArgs ending)
    {
        if (_executions.EndWithProcess(Environment.ExitCode) is { } request)
        {
            SetStatus("idle", request);
            _sockets.Flush(Grace);
        }
    }

    private async Task HandleShellAsync(JupyterMessage request)
    {
        int number = ++_handled;
        _current = request.Header;
        SetStatus("busy", request);
        try
        {
            switch (request.Type)
            {
                case "execute_request" when number <= _abortedUntil:
                    _executions.Abort(request);
                    break;
                case "execute_request":
                    // Cells that were queued when a cell failed are not run; later ones are.
                    if (!await _executions.ExecuteAsync(request).ConfigureAwait(false))
                    {
                        _abortedUntil = Volatile.Read(ref _received);
                    }

                    break;
                case "complete_request" or "inspect_request" or "is_complete_request":
                    await _code.AnswerAsync(request, _end.Token).ConfigureAwait(false);
                    break;
                case "history_request":
                    _sockets.SendShell(
                        request.Reply("history_reply", new JsonObject { ["status"] = "ok", ["history"] = _history.Find(request) }));
                    break;
                case "comm_open" or "comm_msg" or "comm_close":
                    await ReceiveCommAsync(request).ConfigureAwait(false);
                    break;
                default:
                    HandleCommon(request, _sockets.SendShell);
                    break;
            }
        }
        catch (Exception exception) when (!_end.IsCancellationRequested)
        {
            _options.Log($"A {request.Type} failed: {exception.GetType().Name}: {exception.Message}");
            ReplyError(request, exception, _sockets.SendShell);
        }
        finally
        {
            Interlocked.Increment(ref _answered);
            SetStatus("idle", request);
        }
    }

    /// <summary>
    /// The compiler warms up while the client connects. Its completion follows when there is nothing else to do: a client that runs a
    /// whole notebook needs none, and its cells would share the processor with it.
    /// </summary>
    private async Task WarmUpAsync()
    {
        try
        {
            await NotebookSession.WarmUpAsync(_end.Token).ConfigureAwait(false);
            int received;
            do
            {
                received = Volatile.Read(ref _received);
                await Task.Delay(Quiet, _end.Token).ConfigureAwait(false);
            }
            while (received != Volatile.Read(ref _received) || received != Volatile.Read(ref _answered));
            await NotebookSession.WarmUpEditorAsync(_end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The kernel ended before.
        }
    }

    /// <summary>Called on the control thread.</summary>
    private void HandleControl(JupyterMessage request)
    {
        SetStatus("busy", request);
        switch (request.Type)
        {
            case "interrupt_request":
                _executions.Interrupt();
                _sockets.SendControl(request.Reply("interrupt_reply", new JsonObject { ["status"] = "ok" }));
                break;
            default:
                HandleCommon(request, _sockets.SendControl);
                break;
        }
        SetStatus("idle", request);
    }

    /// <summary>The requests that may come on either channel.</summary>
    private void HandleCommon(JupyterMessage request, Action<JupyterMessage> send)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                send(request.Reply("kernel_info_reply", KernelInfo.Reply()));
                break;
            case "comm_info_request":
                send(request.Reply(
                    "comm_info_reply", new JsonObject { ["status"] = "ok", ["comms"] = Comms.List(request.Text("target_name")) }));
                break;
            case "shutdown_request":
                var content = new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart", otherwise: false) };
                send(request.Reply("shutdown_reply", content));
                _sockets.Publish("shutdown_reply", content.DeepClone().AsObject(), request.Header.DeepClone().AsObject());
                _executions.Interrupt();
                End(true);
                break;
            default:
                _options.Log($"A {request.Type} is not known to this kernel.");
                ReplyError(request, new NotSupportedException($"{request.Type} is not known to this kernel."), send);
                break;
        }
    }

    private async Task ReceiveCommAsync(JupyterMessage message)
    {
        using var output = new CellOutputChannel(_sockets, message.Header, isSilent: false);
        await _executions.CallAsync(() => Comms.Receive(message), output).ConfigureAwait(false);
    }

    private static void ReplyError(JupyterMessage request, Exception exception, Action<JupyterMessage> send)
    {
        if (!request.Type.EndsWith("_request", StringComparison.Ordinal))
        {
            return;
        }

        send(request.Reply(request.Type.Replace("_request", "_reply", StringComparison.Ordinal), new JsonObject
        {
            ["status"] = "error",
            ["ename"] = exception.GetType().Name,
            ["evalue"] = exception.Message,
            ["traceback"] = new JsonArray(),
        }));
    }

    private void SetStatus(string state, JupyterMessage request) =>
        _sockets.Publish("status", new JsonObject { ["execution_state"] = state }, request.Header.DeepClone().AsObject());

    private void End(bool now)
    {
        if (!now)
        {
            return;
        }

        try
        {
            _end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
    }
}

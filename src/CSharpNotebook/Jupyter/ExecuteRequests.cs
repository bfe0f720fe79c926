using System.Globalization;
using System.Text.Json.Nodes;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Session;

namespace CSharpNotebook.Jupyter;

/// <summary>Runs cells: <c>execute_request</c>, with interrupts and the user's answers to a cell's input requests.</summary>
internal sealed class ExecuteRequests(NotebookSession session, KernelSockets sockets, ExecutionHistory history)
{
    private static readonly ErrorOutput Interrupted =
        new("Interrupted", "The cell was interrupted.", ["The cell was interrupted; what it had made until then is kept."]);

    private readonly Lock _lock = new();
    private CancellationTokenSource? _running;
    private CellInputChannel? _input;

    /// <summary>The running cell that has no reply yet; whoever takes it out replies.</summary>
    private Unanswered? _unanswered;

    /// <summary>Executes a cell and answers.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Whether the cells queued after it are to be run: not when it failed and the client asked to stop on errors.</returns>
    public async Task<bool> ExecuteAsync(JupyterMessage request)
    {
        string code = request.Text("code") ?? "";
        bool isSilent = request.Flag("silent", otherwise: false);
        bool isCounted = !isSilent && request.Flag("store_history", otherwise: true);
        using var output = new CellOutputChannel(sockets, request.Header, isSilent);
        // The cell's number is announced before it runs.
        int count = session.ExecutionCount + (isCounted ? 1 : 0);
        if (!isSilent)
        {
            sockets.Publish(
                "execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count }, request.Header.DeepClone().AsObject());
        }

        var unanswered = new Unanswered(request, output, count);
        Volatile.Write(ref _unanswered, unanswered);
        using var stop = Begin();
        (CellResult? result, ErrorOutput? error) = await RunAsync(code, request, output, isCounted, stop.Token).ConfigureAwait(false);
        if (isCounted)
        {
            history.Add(count, code, OutputText(result));
        }

        var reply = new JsonObject { ["status"] = error is null ? "ok" : "error", ["execution_count"] = count };
        if (error is null)
        {
            reply["payload"] = output.Payload;
            reply["user_expressions"] =
                await EvaluateAsync(request.Content["user_expressions"] as JsonObject, stop.Token).ConfigureAwait(false);
        }
        else
        {
            foreach ((string name, JsonNode? value) in CellOutputChannel.ErrorContent(error))
            {
                reply[name] = value?.DeepClone();
            }
        }
        output.Flush();
        if (Interlocked.CompareExchange(ref _unanswered, null, unanswered) == unanswered)
        {
            sockets.SendShell(request.Reply("execute_reply", reply));
        }

        return error is null || !request.Flag("stop_on_error", otherwise: true);
    }

    /// <summary>Answers the running cell when it ends the process: nothing else will, and the client would wait.</summary>
    /// <param name="exitCode">The exit code of the process.</param>
    /// <returns>The request of the cell; null when none was running.</returns>
    public JupyterMessage? EndWithProcess(int exitCode)
    {
        if (Interlocked.Exchange(ref _unanswered, null) is not { } cell)
        {
            return null;
        }

        string message = string.Create(
            CultureInfo.InvariantCulture, $"The cell ended its process with Environment.Exit({exitCode}), and the kernel with it.");
        var error = new ErrorOutput("Environment.Exit", message, [message]);
        cell.Output.Show(error, displayId: null);
        JsonObject reply = CellOutputChannel.ErrorContent(error);
        reply["status"] = "error";
        reply["execution_count"] = cell.Count;
        sockets.SendShell(cell.Request.Reply("execute_reply", reply));
        return cell.Request;
    }

    /// <summary>Answers a cell that is not to be run, because one before it failed.</summary>
    public void Abort(JupyterMessage request) =>
        sockets.SendShell(
            request.Reply("execute_reply", new JsonObject { ["status"] = "aborted", ["execution_count"] = session.ExecutionCount }));

    /// <summary>Runs code of a cell outside it, such as the handlers of a comm, so that it can be interrupted like a cell.</summary>
    public async Task CallAsync(Action code, ICellObserver observer)
    {
        using var stop = Begin();
        await session.CallAsync(code, observer, stop.Token).ConfigureAwait(false);
    }

    /// <summary>Stops the running cell; does nothing when there is none.</summary>
    public void Interrupt()
    {
        lock (_lock)
        {
            _running?.Cancel();
        }
    }

    /// <summary>Passes on the user's answer.</summary>
    public void Answer(JupyterMessage reply)
    {
        lock (_lock)
        {
            _input?.Answer(reply);
        }
    }

    /// <summary>Begins work that an interrupt can stop; it ends when the result is disposed.</summary>
    private Stoppable Begin()
    {
        var source = new CancellationTokenSource();
        lock (_lock)
        {
            _running = source;
        }

        return new Stoppable(this, source);
    }

    private async Task<(CellResult?, ErrorOutput?)> RunAsync(
        string code, JupyterMessage request, CellOutputChannel output, bool isCounted, CancellationToken stop)
    {
        var input = new CellInputChannel(sockets, request, stop);
        lock (_lock)
        {
            _input = input;
        }

        try
        {
            var cell = new CellRequest
            {
                // JupyterLab, Notebook 7 and Visual Studio Code tell the id of the cell, in the metadata.
                CellId = (request.Metadata["cellId"] as JsonValue)?.ToString(),
                Observer = output,
                Input = input,
                IsCounted = isCounted,
                KeepsOutputs = false,
            };
            CellResult result = await session.ExecuteAsync(code, cell, stop).ConfigureAwait(false);
            return (result, result.Failure?.ToOutput());
        }
        catch (OperationCanceledException)
        {
            output.Show(Interrupted, displayId: null);
            return (null, Interrupted);
        }
        finally
        {
            input.Close();
            lock (_lock)
            {
                _input = null;
            }
        }
    }

    /// <summary>The values of expressions that the client requests after the cell, each with its own success or error.</summary>
    private async Task<JsonObject> EvaluateAsync(JsonObject? expressions, CancellationToken stop)
    {
        var values = new JsonObject();
        foreach ((string name, JsonNode? expression) in expressions ?? [])
        {
            values[name] = await EvaluateAsync(expression?.ToString() ?? "", stop).ConfigureAwait(false);
        }
        return values;
    }

    private async Task<JsonObject> EvaluateAsync(string expression, CancellationToken stop)
    {
        ErrorOutput? error;
        try
        {
            CellResult result = await session.ExecuteAsync(expression, new CellRequest { IsCounted = false }, stop).ConfigureAwait(false);
            if (result.Succeeded)
            {
                return new JsonObject
                {
                    ["status"] = "ok",
                    ["data"] = result.Outputs is [.., ExecuteResultOutput last] ? CellOutputChannel.Data(last.Data) : new JsonObject(),
                    ["metadata"] = new JsonObject(),
                };
            }
            error = result.Failure!.ToOutput();
        }
        catch (OperationCanceledException)
        {
            error = Interrupted;
        }
        JsonObject value = CellOutputChannel.ErrorContent(error);
        value["status"] = "error";
        return value;
    }

    private static string? OutputText(CellResult? result) =>
        result?.Outputs is [.., ExecuteResultOutput last] ? last.Data.GetValueOrDefault("text/plain") : null;

    private sealed record Unanswered(JupyterMessage Request, CellOutputChannel Output, int Count);

    private readonly struct Stoppable(ExecuteRequests owner, CancellationTokenSource source) : IDisposable
    {
        public CancellationToken Token => source.Token;

        public void Dispose()
        {
            lock (owner._lock)
            {
                owner._running = null;
            }

            source.Dispose();
        }
    }
}

using System.Text.Json.Nodes;
using CSharpNotebook.Engine;
using CSharpNotebook.Format;
using CSharpNotebook.Session;

namespace CSharpNotebook.Jupyter;

/// <summary>Runs cells: <c>execute_request</c>, and what goes with it, interrupts and answers to what a cell asks.</summary>
internal sealed class ExecuteRequests(NotebookSession session, KernelSockets sockets, ExecutionHistory history) : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _running;
    private CellInputChannel? _input;

    /// <summary>Executes a cell and answers.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Whether the cells behind it are to be run: not when it failed and the client said that they then should not.</returns>
    public async Task<bool> ExecuteAsync(JupyterMessage request)
    {
        string code = request.Text("code") ?? "";
        bool isSilent = request.Flag("silent", otherwise: false);
        bool isCounted = !isSilent && request.Flag("store_history", otherwise: true);
        using var output = new CellOutputChannel(sockets, request.Header, isSilent);
        // What the cell is about to be is announced before it runs.
        int count = session.ExecutionCount + (isCounted ? 1 : 0);
        if (!isSilent)
            sockets.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count }, request.Header.DeepClone().AsObject());

        (CellResult? result, ErrorOutput? error) = await RunAsync(code, request, output, isCounted).ConfigureAwait(false);
        if (isCounted) history.Add(count, code, OutputText(result));
        var reply = new JsonObject { ["status"] = error is null ? "ok" : "error", ["execution_count"] = count };
        if (error is null)
        {
            reply["payload"] = output.Payload;
            reply["user_expressions"] = await EvaluateAsync(request.Content["user_expressions"] as JsonObject).ConfigureAwait(false);
        }
        else
        {
            foreach ((string name, JsonNode? value) in CellOutputChannel.ErrorContent(error)) reply[name] = value?.DeepClone();
        }
        output.Flush();
        sockets.SendShell(request.Reply("execute_reply", reply));
        return error is null || !request.Flag("stop_on_error", otherwise: true);
    }

    /// <summary>Answers a cell that is not to be run, because one before it failed.</summary>
    public void Abort(JupyterMessage request) =>
        sockets.SendShell(request.Reply("execute_reply", new JsonObject { ["status"] = "aborted", ["execution_count"] = session.ExecutionCount }));

    /// <summary>Stops the cell that is running; nothing happens when none is.</summary>
    public void Interrupt()
    {
        lock (_lock) _running?.Cancel();
    }

    /// <summary>Passes on what the user answered.</summary>
    public void Answer(JupyterMessage reply)
    {
        lock (_lock) _input?.Answer(reply.Text("value") ?? "");
    }

    public void Dispose()
    {
        lock (_lock) _running?.Dispose();
    }

    private async Task<(CellResult?, ErrorOutput?)> RunAsync(string code, JupyterMessage request, CellOutputChannel output, bool isCounted)
    {
        using var stop = new CancellationTokenSource();
        var input = new CellInputChannel(sockets, request, stop.Token);
        lock (_lock) (_running, _input) = (stop, input);
        try
        {
            var cell = new CellRequest { Observer = output, Input = input, IsCounted = isCounted };
            CellResult result = await session.ExecuteAsync(code, cell, stop.Token).ConfigureAwait(false);
            return (result, result.Failure?.ToOutput());
        }
        catch (OperationCanceledException)
        {
            var error = new ErrorOutput("Interrupted", "The cell was interrupted.", ["The cell was interrupted; what it had made until then is kept."]);
            output.Show(error, displayId: null);
            return (null, error);
        }
        finally
        {
            lock (_lock) (_running, _input) = (null, null);
        }
    }

    /// <summary>The values of expressions that the client wants to know after the cell, each with its own success or error.</summary>
    private async Task<JsonObject> EvaluateAsync(JsonObject? expressions)
    {
        var values = new JsonObject();
        foreach ((string name, JsonNode? expression) in expressions ?? [])
        {
            CellResult result = await session.ExecuteAsync(expression?.ToString() ?? "", new CellRequest { IsCounted = false }).ConfigureAwait(false);
            JsonObject value = result.Failure is { } failure
                ? CellOutputChannel.ErrorContent(failure.ToOutput())
                : new JsonObject
                {
                    ["data"] = result.Outputs is [.., ExecuteResultOutput last] ? CellOutputChannel.Data(last.Data) : new JsonObject(),
                    ["metadata"] = new JsonObject(),
                };
            value["status"] = result.Succeeded ? "ok" : "error";
            values[name] = value;
        }
        return values;
    }

    private static string? OutputText(CellResult? result) =>
        result?.Outputs is [.., ExecuteResultOutput last] ? last.Data.GetValueOrDefault("text/plain") : null;
}

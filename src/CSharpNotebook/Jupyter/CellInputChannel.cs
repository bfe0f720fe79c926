using System.Text.Json.Nodes;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Jupyter;

/// <summary>Requests input from the client that runs a cell, and waits for the user's answer.</summary>
/// <param name="sockets">The sockets to send on.</param>
/// <param name="request">The request that runs the cell.</param>
/// <param name="cancellationToken">Ends the waiting when the cell is interrupted.</param>
internal sealed class CellInputChannel(KernelSockets sockets, JupyterMessage request, CancellationToken cancellationToken) : ICellInput
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<string>? _answer;
    private bool _isClosed;

    public string Ask(string prompt, bool isPassword)
    {
        if (!request.Flag("allow_stdin", otherwise: false))
        {
            throw new NotSupportedException($"The cell asks \"{prompt}\", but this client does not allow input.");
        }

        Task<string> answer;
        lock (_lock)
        {
            if (_isClosed)
            {
                throw new NotSupportedException($"\"{prompt}\" was asked after the cell had ended, when nobody answers any more.");
            }

            _answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            answer = _answer.Task;
        }
        sockets.SendInput(new JupyterMessage("input_request", new JsonObject { ["prompt"] = prompt, ["password"] = isPassword })
        {
            Route = request.Route,
            ParentHeader = request.Header.DeepClone().AsObject(),
        });
        answer.Wait(cancellationToken);
        return answer.Result;
    }

    /// <summary>Receives an answer; one that is not expected, or from another client, is dropped.</summary>
    public void Answer(JupyterMessage reply)
    {
        if (!reply.Route.Zip(request.Route).All(frames => frames.First.AsSpan().SequenceEqual(frames.Second)))
        {
            return;
        }

        lock (_lock)
        {
            _answer?.TrySetResult(reply.Text("value") ?? "");
        }
    }

    /// <summary>The cell has ended.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
        }
    }
}

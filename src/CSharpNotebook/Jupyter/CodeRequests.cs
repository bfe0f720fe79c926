using System.Text.Json.Nodes;
using CSharpNotebook.Intelligence;
using CSharpNotebook.Session;

namespace CSharpNotebook.Jupyter;

/// <summary>
/// Answers an editor's requests about code that is being written: <c>complete_request</c>, <c>inspect_request</c>,
/// <c>is_complete_request</c>.
/// </summary>
internal sealed class CodeRequests(NotebookSession session, KernelSockets sockets)
{
    public async Task AnswerAsync(JupyterMessage request, CancellationToken cancellationToken)
    {
        string code = request.Text("code") ?? "";
        int position = CursorPosition.ToText(code, request.Number("cursor_pos") ?? int.MaxValue);
        JsonObject content = request.Type switch
        {
            "complete_request" => await CompleteAsync(code, position, cancellationToken).ConfigureAwait(false),
            "inspect_request" =>
                await InspectAsync(code, position, request.Number("detail_level") == 1, cancellationToken).ConfigureAwait(false),
            _ => IsComplete(code),
        };
        sockets.SendShell(request.Reply(request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content));
    }

    private async Task<JsonObject> CompleteAsync(string code, int position, CancellationToken cancellationToken)
    {
        CompletionAnswer answer = await session.CompleteAsync(code, position, cancellationToken).ConfigureAwait(false);
        int start = CursorPosition.FromText(code, answer.Start);
        int end = CursorPosition.FromText(code, answer.End);
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. answer.Matches.Select(match => (JsonNode?)match.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. answer.Matches.Select(match => (JsonNode?)new JsonObject
                {
                    ["text"] = match.Text,
                    ["type"] = match.Kind,
                    ["start"] = start,
                    ["end"] = end,
                })]),
            },
        };
    }

    private async Task<JsonObject> InspectAsync(string code, int position, bool isFull, CancellationToken cancellationToken)
    {
        InspectionAnswer? answer = await session
            .InspectAsync(code, position, isFull ? InspectionDetail.Full : InspectionDetail.Brief, cancellationToken).ConfigureAwait(false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = answer is not null,
            ["data"] = answer is null ? [] : new JsonObject { ["text/plain"] = answer.Text, ["text/markdown"] = answer.Markdown },
            ["metadata"] = new JsonObject(),
        };
    }

    private JsonObject IsComplete(string code)
    {
        CodeCompleteness completeness = session.Completeness(code);
        return completeness.State switch
        {
            CodeState.Incomplete => new JsonObject { ["status"] = "incomplete", ["indent"] = completeness.Indent },
            CodeState.Invalid => new JsonObject { ["status"] = "invalid" },
            _ => new JsonObject { ["status"] = "complete" },
        };
    }
}

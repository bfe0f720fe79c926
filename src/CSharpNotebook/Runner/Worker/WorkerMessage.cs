using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Runner;

/// <summary>What runner and worker tell each other: one line of JSON each.</summary>
/// <param name="Kind">What is said; it decides which of the members count.</param>
internal sealed record WorkerMessage(WorkerMessageKind Kind)
{
    /// <summary>The number that the runner gave the execution, so that what a thread says after its cell's end is told apart.</summary>
    public int Execution { get; init; }

    public string? Name { get; init; }

    public string? Text { get; init; }

    public string? DisplayId { get; init; }

    public JsonElement? Output { get; init; }

    public int? Count { get; init; }

    public long? Limit { get; init; }

    public WorkerFailure? Failure { get; init; }
}

/// <summary>What a <see cref="WorkerMessage"/> says.</summary>
internal enum WorkerMessageKind
{
    /// <summary>
    /// To the worker: the folder is <c>Text</c>, the mark in its raw output is <c>Name</c>, the limit of output is <c>Limit</c>.
    /// </summary>
    Start,

    /// <summary>From the worker: cells can come.</summary>
    Ready,

    /// <summary>To the worker: run the source <c>Text</c> in the language <c>Name</c>.</summary>
    Execute,

    /// <summary>From the worker: <c>Text</c> on the stream <c>Name</c>.</summary>
    Write,

    /// <summary>From the worker: an output, and the id under which it can be updated.</summary>
    Show,

    /// <summary>From the worker: what was shown under an id is now <c>Output</c>.</summary>
    Update,

    /// <summary>From the worker: the cell's outputs go; with a <c>Name</c> only when the next comes.</summary>
    Clear,

    /// <summary>From the worker: the cell has ended, with its count and its failure.</summary>
    Done,

    /// <summary>From the worker: the process is about to end with the exit code <c>Count</c>.</summary>
    Exit,

    /// <summary>To the worker: there are no more cells; and its answer.</summary>
    End,
}

/// <summary>A <see cref="CellFailure"/> on its way between processes; the exception itself stays behind.</summary>
internal sealed record WorkerFailure(CellFailureKind Kind, string Name, string Message, int? Line, int? Column, string[] Traceback)
{
    public static WorkerFailure? FromCell(CellFailure? failure) =>
        failure is null ? null : new(failure.Kind, failure.Name, failure.Message, failure.Line, failure.Column, [.. failure.Traceback]);

    public CellFailure ToFailure() => new(Kind, Name, Message) { Line = Line, Column = Column, Traceback = [.. Traceback] };
}

/// <summary>Serialisers made at build time: reflection would cost every worker some of its start.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 512)]
[JsonSerializable(typeof(WorkerMessage))]
internal sealed partial class WorkerJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Runner;

/// <summary>The messages between runner and worker: one line of JSON each.</summary>
/// <param name="Kind">The kind; it decides which of the members are used.</param>
internal sealed record WorkerMessage(WorkerMessageKind Kind)
{
    /// <summary>The number that the runner gave the execution, which identifies output of threads after their cell's end.</summary>
    public int Execution { get; init; }

    public string? Name { get; init; }

    public string? Text { get; init; }

    public string? DisplayId { get; init; }

    public JsonElement? Output { get; init; }

    public int? Count { get; init; }

    public long? Limit { get; init; }

    public bool Preview { get; init; }

    public WorkerFailure? Failure { get; init; }
}

/// <summary>The kinds of <see cref="WorkerMessage"/>.</summary>
internal enum WorkerMessageKind
{
    /// <summary>
    /// To the worker: the folder is <c>Text</c>, the mark in its raw output is <c>Name</c>, the limit of output is <c>Limit</c>;
    /// <c>Preview</c> says whether C# is the preview.
    /// </summary>
    Start,

    /// <summary>From the worker: it is ready for cells.</summary>
    Ready,

    /// <summary>To the worker: run the source <c>Text</c> in the language <c>Name</c>.</summary>
    Execute,

    /// <summary>From the worker: <c>Text</c> on the stream <c>Name</c>.</summary>
    Write,

    /// <summary>From the worker: an output, and the id under which it can be updated.</summary>
    Show,

    /// <summary>From the worker: the display with an id is now <c>Output</c>.</summary>
    Update,

    /// <summary>From the worker: the cell's outputs are removed; with a <c>Name</c> only at the next output.</summary>
    Clear,

    /// <summary>From the worker: the cell has ended, with its count and its failure.</summary>
    Done,

    /// <summary>From the worker: the process is about to end with the exit code <c>Count</c>.</summary>
    Exit,

    /// <summary>To the worker: there are no more cells; and its answer.</summary>
    End,
}

/// <summary>A <see cref="CellFailure"/> sent between processes, without the exception itself.</summary>
internal sealed record WorkerFailure(CellFailureKind Kind, string Name, string Message, int? Line, int? Column, string[] Traceback)
{
    public static WorkerFailure? FromCell(CellFailure? failure) =>
        failure is null ? null : new(failure.Kind, failure.Name, failure.Message, failure.Line, failure.Column, [.. failure.Traceback]);

    public CellFailure ToFailure() => new(Kind, Name, Message) { Line = Line, Column = Column, Traceback = [.. Traceback] };
}

/// <summary>Serialisers made at build time, since reflection would slow the start of every worker.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 512)]
[JsonSerializable(typeof(WorkerMessage))]
internal sealed partial class WorkerJson : JsonSerializerContext;

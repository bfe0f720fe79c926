using System.Collections.Immutable;
using System.Text.Json;

namespace CSharpNotebook.Format;

/// <summary>What a code cell produced: one of <see cref="StreamOutput"/>, <see cref="DisplayDataOutput"/>,
/// <see cref="ExecuteResultOutput"/>, <see cref="ErrorOutput"/> and <see cref="UnknownOutput"/>.</summary>
public abstract record CellOutput
{
    private protected CellOutput()
    {
    }

    /// <summary>What the file has, where that is not what this output would be written as; it is written unchanged.</summary>
    internal JsonElement? Stored { get; init; }
}

/// <summary>Text that a cell wrote to the console (<c>stream</c>).</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text, with the line ends that were written.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>
/// An output in several representations: the common part of <see cref="DisplayDataOutput"/> and <see cref="ExecuteResultOutput"/>.
/// </summary>
/// <param name="Data">The representations.</param>
public abstract record RichOutput(MimeBundle Data) : CellOutput
{
    /// <summary>The metadata of the output; empty by default.</summary>
    public NotebookMetadata Metadata { get; init; } = NotebookMetadata.Empty;
}

/// <summary>A value that a cell displayed (<c>display_data</c>).</summary>
/// <param name="Data">The representations.</param>
public sealed record DisplayDataOutput(MimeBundle Data) : RichOutput(Data);

/// <summary>The value of the expression that ends a cell (<c>execute_result</c>).</summary>
/// <param name="ExecutionCount">The number of the execution in its session, counted from 1; null when it is not known.</param>
/// <param name="Data">The representations.</param>
public sealed record ExecuteResultOutput(int? ExecutionCount, MimeBundle Data) : RichOutput(Data);

/// <summary>What stopped a cell (<c>error</c>).</summary>
/// <param name="Name">The type of the error.</param>
/// <param name="Message">Its message.</param>
/// <param name="Traceback">The lines that show where it happened.</param>
public sealed record ErrorOutput(string Name, string Message, ImmutableArray<string> Traceback) : CellOutput;

/// <summary>
/// An output that is none of the notebook format: another program stored it, and it is kept and written as it is.
/// </summary>
public sealed record UnknownOutput : CellOutput
{
    /// <summary>Makes an output.</summary>
    /// <param name="content">The JSON of the output.</param>
    public UnknownOutput(JsonElement content)
    {
        Content = content.Clone();
        Stored = Content;
    }

    /// <summary>The JSON of the output.</summary>
    public JsonElement Content { get; }
}

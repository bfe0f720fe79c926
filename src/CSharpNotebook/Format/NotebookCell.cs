using System.Collections.Immutable;
using System.Text.Json;

namespace CSharpNotebook.Format;

/// <summary>A cell of a notebook: one of <see cref="MarkdownCell"/>, <see cref="CodeCell"/> and <see cref="RawCell"/>.</summary>
public abstract record NotebookCell
{
    private protected NotebookCell(string source) => Source = source;

    /// <summary>
    /// The id of the cell, unique in its notebook: 1 to 64 letters, digits, hyphens and underscores. Empty by default: the notebook
    /// that the cell is added to gives it an id made from the cell's place and text.
    /// </summary>
    public string Id { get; init; } = "";

    /// <summary>The text of the cell; lines end in <c>\n</c>.</summary>
    public string Source { get; init; }

    /// <summary>The metadata of the cell; empty by default.</summary>
    public NotebookMetadata Metadata { get; init; } = NotebookMetadata.Empty;

    /// <summary>The tags of the cell (<c>metadata.tags</c>), in their order.</summary>
    public ImmutableArray<string> Tags =>
        Metadata.TryGetValue("tags", out JsonElement tags) && tags.ValueKind == JsonValueKind.Array
            ? [.. tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)]
            : [];
}

/// <summary>A cell of text in Markdown.</summary>
public sealed record MarkdownCell : NotebookCell
{
    /// <summary>Makes a cell.</summary>
    /// <param name="source">The text of the cell; lines end in <c>\n</c>.</param>
    public MarkdownCell(string source) : base(source)
    {
    }

    /// <summary>Files that the text refers to as <c>attachment:NAME</c>: name to representations; empty by default.</summary>
    public NotebookMetadata Attachments { get; init; } = NotebookMetadata.Empty;
}

/// <summary>A cell that is passed on unchanged.</summary>
public sealed record RawCell : NotebookCell
{
    /// <summary>Makes a cell.</summary>
    /// <param name="source">The text of the cell; lines end in <c>\n</c>.</param>
    public RawCell(string source) : base(source)
    {
    }

    /// <summary>Files that the text refers to: name to representations; empty by default.</summary>
    public NotebookMetadata Attachments { get; init; } = NotebookMetadata.Empty;
}

/// <summary>A cell of code with what it produced when it was last executed.</summary>
public sealed record CodeCell : NotebookCell
{
    /// <summary>Makes a cell.</summary>
    /// <param name="source">The text of the cell; lines end in <c>\n</c>.</param>
    public CodeCell(string source) : base(source)
    {
    }

    /// <summary>The number of the execution that produced the outputs; null when the cell was not executed.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>The outputs in order; empty by default.</summary>
    public ImmutableArray<CellOutput> Outputs { get; init; } = [];
}

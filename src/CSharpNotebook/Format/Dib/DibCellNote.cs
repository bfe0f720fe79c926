using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Format.Dib;

/// <summary>
/// What a cell of a notebook has and the text of a <c>.dib</c> file cannot say. The notes are in the order of the cells, in
/// <c>csharpNotebook.cells</c> of the <c>#!meta</c>.
/// </summary>
internal sealed record DibCellNote
{
    /// <summary>The beginning of the hash of the text, by which a cell is found again when cells were added or removed.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>The number of segments that the cell extends over: more than 1 when it has lines that name kernels.</summary>
    public int Parts { get; private init; } = 1;

    /// <summary>Whether empty lines at the ends belong to the cell.</summary>
    public bool IsExact { get; private init; }

    private string Id { get; init; } = "";

    private bool IsRaw { get; init; }

    private NotebookMetadata? Metadata { get; init; }

    private NotebookMetadata Attachments { get; init; } = NotebookMetadata.Empty;

    /// <summary>The note of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="parts">The segments as which it is written.</param>
    /// <param name="standard">The metadata that it would get without a note.</param>
    public static DibCellNote Of(NotebookCell cell, IReadOnlyList<DibSegment> parts, NotebookMetadata standard) => new()
    {
        Hash = HashOf(cell.Source),
        Parts = parts.Count,
        IsExact = parts.Count > 1 || parts[0].Content != cell.Source || cell.Source.Length == 0,
        Id = cell.Id,
        IsRaw = cell is RawCell,
        Metadata = DibMetadata.IsSame(cell.Metadata, standard) ? null : cell.Metadata,
        Attachments = cell switch
        {
            MarkdownCell markdown => markdown.Attachments,
            RawCell raw => raw.Attachments,
            _ => NotebookMetadata.Empty,
        },
    };

    /// <summary>The cell with what the note says of it.</summary>
    public NotebookCell Apply(NotebookCell cell)
    {
        NotebookCell result = cell switch
        {
            MarkdownCell when IsRaw => new RawCell(cell.Source) { Attachments = Attachments },
            MarkdownCell markdown => markdown with { Attachments = Attachments },
            _ => cell,
        };
        return result with { Id = Id, Metadata = Metadata ?? cell.Metadata };
    }

    public static string HashOf(string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 4));

    public static bool IsNote(JsonElement note) => note.ValueKind == JsonValueKind.Object
        && Has(note, "hash", JsonValueKind.String)
        && Has(note, "id", JsonValueKind.String)
        && (!note.TryGetProperty("parts", out JsonElement parts)
            || parts.ValueKind == JsonValueKind.Number && parts.TryGetInt32(out int number) && number > 0)
        && Has(note, "metadata", JsonValueKind.Object)
        && Has(note, "attachments", JsonValueKind.Object);

    public static DibCellNote Read(JsonElement note) => new()
    {
        Hash = NotebookMetadata.From(note).Text("hash") ?? "",
        Parts = note.TryGetProperty("parts", out JsonElement parts) ? parts.GetInt32() : 1,
        IsExact = note.TryGetProperty("exact", out _),
        Id = NotebookMetadata.From(note).Text("id") ?? "",
        IsRaw = note.TryGetProperty("raw", out _),
        Metadata = note.TryGetProperty("metadata", out JsonElement metadata) ? NotebookMetadata.From(metadata) : null,
        Attachments = note.TryGetProperty("attachments", out JsonElement attachments)
            ? NotebookMetadata.From(attachments)
            : NotebookMetadata.Empty,
    };

    public JsonObject Write()
    {
        var note = new JsonObject { ["hash"] = Hash, ["id"] = Id };
        if (Parts > 1)
        {
            note["parts"] = Parts;
        }

        if (IsExact)
        {
            note["exact"] = true;
        }

        if (IsRaw)
        {
            note["raw"] = true;
        }

        if (Metadata is not null)
        {
            note["metadata"] = Metadata.ToNode();
        }

        if (Attachments.Count > 0)
        {
            note["attachments"] = Attachments.ToNode();
        }

        return note;
    }

    private static bool Has(JsonElement note, string key, JsonValueKind kind) =>
        !note.TryGetProperty(key, out JsonElement value) || value.ValueKind == kind;
}

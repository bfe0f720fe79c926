using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CSharpNotebook.Format.Dib;

/// <summary>
/// Reads the <c>.dib</c> format of Polyglot Notebooks, as Microsoft.DotNet.Interactive.Documents does: a line <c>#!NAME</c> that is the
/// name of a kernel, and nothing else, begins a cell; other <c>#!</c> lines belong to their cell; empty lines around a cell do not.
/// </summary>
internal static class DibReader
{
    public static Notebook Read(ReadOnlySpan<byte> utf8, string file)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        return Utf8.IsValid(utf8)
            ? Parse(Encoding.UTF8.GetString(utf8), file)
            : throw new NotebookFormatException(file, "line 1", "the text is not UTF-8, as a notebook (.dib) is");
    }

    public static Notebook Parse(string text, string file)
    {
        // A carriage return belongs to a cell unless it is the file's way to end lines.
        bool hasCarriageReturns = text.Contains("\r\n", StringComparison.Ordinal)
            && text.AsSpan().Count("\r\n") == text.AsSpan().Count('\n');
        text = hasCarriageReturns ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
        NotebookMetadata meta = DibMeta.Read(text, file);
        var kernels = new DibKernels(meta.GetValueOrDefault(DibMetadata.KernelInfo));
        List<DibSegment> segments = DibSegment.Split(text, kernels);
        int place = segments.FindIndex(segment => segment.Kernel == DibKernels.Meta);
        if (place >= 0)
        {
            segments.RemoveAt(place);
        }

        return new Notebook(Cells(segments, Notes(meta), file)) { Metadata = DibMetadata.Read(meta, kernels.Default) };
    }

    /// <summary>The metadata that a cell of code gets from its kernel.</summary>
    public static NotebookMetadata Standard(string kernel) => NotebookMetadata.Empty
        .With("dotnet_interactive", new JsonObject { ["language"] = kernel })
        .With("polyglot_notebook", new JsonObject { ["kernelName"] = kernel });

    private static DibCellNote[] Notes(NotebookMetadata meta) =>
        meta.TryGetValue(DibMetadata.Own, out JsonElement own) && own.TryGetProperty("cells", out JsonElement cells)
            ? [.. cells.EnumerateArray().Select(DibCellNote.Read)]
            : [];

    private static List<NotebookCell> Cells(List<DibSegment> segments, DibCellNote[] notes, string file)
    {
        // The text before the first line that names a kernel is a cell only if there is any.
        segments.RemoveAll(segment => segment.Header.Length == 0 && segment.Content.Length == 0);
        bool isUnchanged = notes.Sum(note => (long)note.Parts) == segments.Count;
        var cells = new List<NotebookCell>();
        int next = 0;
        for (int index = 0; index < segments.Count;)
        {
            int found = isUnchanged ? next : Array.FindIndex(notes, next, note => Fits(note, segments, index));
            DibCellNote? note = found >= 0 ? notes[found] : null;
            next = note is null ? next : found + 1;
            List<DibSegment> parts = segments.GetRange(index, note?.Parts ?? 1);
            index += parts.Count;
            if (parts[0].Kernel == DibKernels.Meta)
            {
                string line = string.Create(CultureInfo.InvariantCulture, $"line {parts[0].Line}");
                throw new NotebookFormatException(file, line, "there is a second #!meta; one was expected");
            }

            string source = note is { IsExact: true } ? DibSegment.Join(parts) : parts[0].Content;
            if (source.Length > 0 || note is not null)
            {
                NotebookCell cell = Cell(parts[0].Kernel, source);
                cells.Add(note is null ? cell : note.Apply(cell));
            }
        }

        return cells;
    }

    private static bool Fits(DibCellNote note, List<DibSegment> segments, int index)
    {
        if (index + note.Parts > segments.Count)
        {
            return false;
        }

        string source = note.IsExact ? DibSegment.Join(segments.GetRange(index, note.Parts)) : segments[index].Content;
        return DibCellNote.HashOf(source) == note.Hash;
    }

    private static NotebookCell Cell(string kernel, string source) =>
        kernel == DibKernels.Markdown ? new MarkdownCell(source) : new CodeCell(source) { Metadata = Standard(kernel) };
}

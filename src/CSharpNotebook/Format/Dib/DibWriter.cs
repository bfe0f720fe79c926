using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Format.Dib;

/// <summary>
/// Writes the <c>.dib</c> format of Polyglot Notebooks. Reading it gives the notebook again but for outputs and execution counts, for
/// which it has no place: what the text cannot say is in the <c>#!meta</c>, where other programs do not look.
/// </summary>
internal static class DibWriter
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    public static string Write(Notebook notebook)
    {
        string kernel = DibMetadata.DefaultKernel(notebook.Metadata);
        string[] kernels = [.. notebook.Cells.Select(cell => KernelOf(cell, kernel))];
        JsonObject meta = DibMetadata.Write(notebook.Metadata, kernels);
        string cells = string.Join('\n', notebook.Cells.Zip(kernels, (cell, name) => $"#!{name}\n\n{cell.Source}\n"));
        DibKernels known = new(meta.TryGetPropertyValue(DibMetadata.KernelInfo, out JsonNode? declared)
            ? JsonSerializer.SerializeToElement(declared)
            : default);
        List<DibSegment>[] parts = [.. notebook.Cells.Zip(kernels, (cell, name) =>
            DibSegment.Split($"#!{name}\n\n{cell.Source}\n", known)[1..])];
        string simple = Text(meta, cells);
        if (Array.TrueForAll(parts, each => each.Count == 1) && IsSame(DibReader.Parse(simple, "notebook"), notebook))
        {
            return simple;
        }

        if (meta[DibMetadata.Own] is not JsonObject own)
        {
            meta[DibMetadata.Own] = own = [];
        }

        own["cells"] = new JsonArray([.. notebook.Cells.Select((cell, index) => DibCellNote.Of(
            cell, parts[index], cell is CodeCell ? DibReader.Standard(kernels[index]) : NotebookMetadata.Empty).Write())]);
        return Text(meta, cells);
    }

    private static string Text(JsonObject meta, string cells)
    {
        var text = new StringBuilder();
        if (meta.Count > 0)
        {
            text.Append("#!meta\n\n").Append(meta.ToJsonString(Json)).Append('\n').Append(cells.Length > 0 ? "\n" : "");
        }

        return text.Append(cells).ToString();
    }

    /// <summary>The name in the line that begins a cell.</summary>
    private static string KernelOf(NotebookCell cell, string standard)
    {
        if (cell is not CodeCell)
        {
            return DibKernels.Markdown;
        }

        string kernel = cell.Metadata.Text("polyglot_notebook", "kernelName") ?? cell.Metadata.Text("dotnet_interactive", "language")
            ?? standard;
        bool isName = kernel.Length > 0 && !kernel.Any(char.IsWhiteSpace) && kernel is not (DibKernels.Markdown or DibKernels.Meta);
        return !isName ? DibKernels.Standard : new DibKernels().Find("#!" + kernel) ?? kernel;
    }

    private static bool IsSame(Notebook left, Notebook right) =>
        left.Cells.Length == right.Cells.Length && left.Cells.Zip(right.Cells).All(pair =>
            pair.First.GetType() == pair.Second.GetType()
            && pair.First.Id == pair.Second.Id
            && pair.First.Source == pair.Second.Source
            && DibMetadata.IsSame(pair.First.Metadata, pair.Second.Metadata)
            && pair.Second is not MarkdownCell { Attachments.Count: > 0 });
}

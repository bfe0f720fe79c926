using System.Globalization;
using System.Text.Json;

namespace CSharpNotebook.Format.Dib;

/// <summary>Reads the JSON that follows <c>#!meta</c>; its errors say in one sentence where and why it is not what was expected.</summary>
internal static class DibMeta
{
    private const string Expected = "a JSON object such as {\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}} was expected";

    /// <summary>Reads the object, which goes up to the next line with <c>#!</c>, whatever kernels there are.</summary>
    /// <param name="text">The text of the whole file.</param>
    /// <param name="file">The file in messages.</param>
    /// <returns>The object; empty when there is none.</returns>
    /// <exception cref="NotebookFormatException">It is not such an object.</exception>
    public static NotebookMetadata Read(string text, string file)
    {
        string[] lines = text.Split('\n');
        int start = Array.FindIndex(lines, line => line.TrimEnd('\r') == "#!" + DibKernels.Meta) + 1;
        if (start == 0)
        {
            return NotebookMetadata.Empty;
        }

        int end = Array.FindIndex(lines, start, line => line.StartsWith("#!", StringComparison.Ordinal));
        try
        {
            using var document = JsonDocument.Parse(
                string.Join('\n', lines[start..(end < 0 ? lines.Length : end)]), NotebookReader.DocumentOptions);
            JsonElement root = document.RootElement;
            if (HalfCharacter.Find(root, "$") is not null)
            {
                throw Wrong("#!meta has half a surrogate pair, but valid Unicode was expected");
            }

            string? problem = root.ValueKind != JsonValueKind.Object ? $"#!meta is not an object; {Expected}"
                : root.TryGetProperty(DibMetadata.KernelInfo, out JsonElement declared) ? Problem(declared)
                : null;
            problem ??= root.TryGetProperty(DibMetadata.Own, out JsonElement own) ? ProblemOfOwn(own) : null;
            return problem is null ? NotebookMetadata.From(root) : throw Wrong(problem);
        }
        catch (JsonException exception)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"line {start + 1 + (exception.LineNumber ?? 0)}");
            throw new NotebookFormatException(file, line, $"the text after #!meta is not JSON; {Expected}", exception);
        }

        NotebookFormatException Wrong(string problem) =>
            new(file, string.Create(CultureInfo.InvariantCulture, $"line {start}"), problem);
    }

    /// <summary>What is wrong with a <c>kernelInfo</c>; null when it can be used.</summary>
    public static string? Problem(JsonElement declared)
    {
        bool isGood = declared.ValueKind == JsonValueKind.Object
            && (!declared.TryGetProperty("defaultKernelName", out JsonElement name) || name.ValueKind == JsonValueKind.String)
            && (!declared.TryGetProperty("items", out JsonElement items)
                || items.ValueKind == JsonValueKind.Array && items.EnumerateArray().All(IsKernel));
        return isGood ? null : $"the kernelInfo of #!meta does not name its kernels; {Expected}";
    }

    private static bool IsKernel(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String
        && (!item.TryGetProperty("aliases", out JsonElement aliases)
            || aliases.ValueKind == JsonValueKind.Array
            && aliases.EnumerateArray().All(alias => alias.ValueKind == JsonValueKind.String));

    private static string? ProblemOfOwn(JsonElement own)
    {
        bool isGood = own.ValueKind == JsonValueKind.Object
            && (!own.TryGetProperty("metadata", out JsonElement metadata) || metadata.ValueKind == JsonValueKind.Object)
            && (!own.TryGetProperty("cells", out JsonElement cells)
                || cells.ValueKind == JsonValueKind.Array && cells.EnumerateArray().All(DibCellNote.IsNote));
        return isGood
            ? null
            : $"the {DibMetadata.Own} of #!meta was changed by hand into something else; without it, the rest of the file can be read";
    }
}

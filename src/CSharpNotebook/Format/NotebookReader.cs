using System.Text.Json;
using System.Text.Unicode;

namespace CSharpNotebook.Format;

/// <summary>Reads nbformat 4.0 and later; its errors say in one sentence where and why a file is not in this format.</summary>
internal sealed class NotebookReader
{
    internal static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = 256 };

    private readonly string _file;

    private NotebookReader(string file) => _file = file;

    public static Notebook Read(ReadOnlyMemory<byte> utf8, string file)
    {
        if (utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            utf8 = utf8[3..];
        }

        if (utf8.IsEmpty)
        {
            throw new NotebookFormatException(file, "$", "the file is empty; a notebook (.ipynb) was expected");
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            throw new NotebookFormatException(file, "$", "the text is not UTF-8, as a notebook (.ipynb) is");
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, DocumentOptions);
            return new NotebookReader(file).ReadNotebook(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw JsonPath.Locate(utf8.Span, file, exception);
        }
    }

    /// <summary>One output, in notebook form.</summary>
    public static CellOutput ReadOutput(JsonElement output) => new NotebookReader("output").ReadOutput(output, "$");

    private Notebook ReadNotebook(JsonElement root)
    {
        if (HalfCharacter.Find(root, "$") is { } place)
        {
            throw Wrong(place, "half a surrogate pair was found, but valid Unicode was expected");
        }

        Expect(root, "$", JsonValueKind.Object);
        int major = Integer(Member(root, "$", "nbformat"), "$.nbformat");
        if (major != 4)
        {
            throw Wrong(
                "$.nbformat", $"the notebook format is {major}, but 4 was expected (Jupyter converts older notebooks when it saves them)");
        }

        JsonElement cells = Expect(Member(root, "$", "cells"), "$.cells", JsonValueKind.Array);
        return new Notebook(cells.EnumerateArray().Select((cell, index) => ReadCell(cell, $"$.cells[{index}]")).ToArray())
        {
            Metadata = Metadata(root, "$", "metadata"),
        };
    }

    private NotebookCell ReadCell(JsonElement cell, string path)
    {
        Expect(cell, path, JsonValueKind.Object);
        string type = Text(Member(cell, path, "cell_type"), $"{path}.cell_type");
        string source = Lines(Member(cell, path, "source"), $"{path}.source");
        NotebookCell result = type switch
        {
            "markdown" => new MarkdownCell(source) { Attachments = Metadata(cell, path, "attachments") },
            "raw" => new RawCell(source) { Attachments = Metadata(cell, path, "attachments") },
            "code" => new CodeCell(source)
            {
                ExecutionCount = Count(cell, path),
                Outputs = [.. Expect(Member(cell, path, "outputs"), $"{path}.outputs", JsonValueKind.Array)
                    .EnumerateArray().Select((output, index) => ReadOutput(output, $"{path}.outputs[{index}]"))],
            },
            _ => throw Wrong($"{path}.cell_type", $"the cell type is '{type}', but code, markdown or raw was expected"),
        };
        return result with
        {
            Id = cell.TryGetProperty("id", out JsonElement id) ? Text(id, $"{path}.id") : "",
            Metadata = Metadata(cell, path, "metadata"),
        };
    }

    /// <summary>
    /// One output. A stored output is not the notebook's own work: one that is odd is no reason to refuse the notebook, and is kept as it
    /// is.
    /// </summary>
    private CellOutput ReadOutput(JsonElement output, string path)
    {
        try
        {
            return ReadKnown(output, path);
        }
        catch (NotebookFormatException)
        {
            return (CellOutput?)OddError(output) ?? new UnknownOutput(output);
        }
    }

    /// <summary>An error in which something is missing, as far as it can be read; null when the output is not an error.</summary>
    private static ErrorOutput? OddError(JsonElement output)
    {
        if (output.ValueKind != JsonValueKind.Object || TextOf("output_type") != "error")
        {
            return null;
        }

        IEnumerable<JsonElement> lines = output.TryGetProperty("traceback", out JsonElement traceback) switch
        {
            true when traceback.ValueKind == JsonValueKind.Array => traceback.EnumerateArray(),
            true => [traceback],
            false => [],
        };
        return new ErrorOutput(
            TextOf("ename"),
            TextOf("evalue"),
            [.. lines.Where(line => line.ValueKind == JsonValueKind.String).Select(line => line.GetString()!)])
        {
            Stored = output.Clone(),
        };

        string TextOf(string key) =>
            output.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }

    private CellOutput ReadKnown(JsonElement output, string path)
    {
        Expect(output, path, JsonValueKind.Object);
        string type = Text(Member(output, path, "output_type"), $"{path}.output_type");
        return type switch
        {
            "stream" => new StreamOutput(
                Text(Member(output, path, "name"), $"{path}.name"), Lines(Member(output, path, "text"), $"{path}.text")),
            "display_data" => new DisplayDataOutput(Bundle(output, path)) { Metadata = Metadata(output, path, "metadata") },
            "execute_result" =>
                new ExecuteResultOutput(Count(output, path), Bundle(output, path)) { Metadata = Metadata(output, path, "metadata") },
            "error" => new ErrorOutput(
                Text(Member(output, path, "ename"), $"{path}.ename"),
                Text(Member(output, path, "evalue"), $"{path}.evalue"),
                [.. Expect(Member(output, path, "traceback"), $"{path}.traceback", JsonValueKind.Array)
                    .EnumerateArray().Select((line, index) => Text(line, $"{path}.traceback[{index}]"))]),
            _ => throw Wrong(
                $"{path}.output_type", $"the output type is '{type}', but stream, display_data, execute_result or error was expected"),
        };
    }

    private MimeBundle Bundle(JsonElement output, string path)
    {
        MimeBundle bundle = MimeBundle.Empty;
        foreach (JsonProperty property in Expect(Member(output, path, "data"), $"{path}.data", JsonValueKind.Object).EnumerateObject())
        {
            string content = MimeBundle.IsJson(property.Name)
                ? property.Value.GetRawText()
                : Lines(property.Value, $"{path}.data['{property.Name}']");
            bundle = bundle.With(property.Name, content);
        }
        return bundle;
    }

    private NotebookMetadata Metadata(JsonElement owner, string path, string key) =>
        owner.TryGetProperty(key, out JsonElement metadata)
            ? NotebookMetadata.From(Expect(metadata, $"{path}.{key}", JsonValueKind.Object))
            : NotebookMetadata.Empty;

    private int? Count(JsonElement owner, string path) =>
        owner.TryGetProperty("execution_count", out JsonElement count) && count.ValueKind != JsonValueKind.Null
            ? Integer(count, $"{path}.execution_count")
            : null;

    /// <summary>Text that may be one string or a list of lines.</summary>
    private string Lines(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value, path),
        JsonValueKind.Array => string.Concat(value.EnumerateArray().Select((line, index) => Text(line, $"{path}[{index}]"))),
        _ => throw Wrong(path, $"{Name(value.ValueKind)} was found, but a text or a list of lines was expected"),
    };

    private string Text(JsonElement value, string path) => Expect(value, path, JsonValueKind.String).GetString()!;

    private int Integer(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
            ? number
            : throw Wrong(path, $"{Name(value.ValueKind)} was found, but an integer was expected");

    private JsonElement Member(JsonElement owner, string path, string key) =>
        owner.TryGetProperty(key, out JsonElement value) ? value : throw Wrong(path, $"the key \"{key}\" is missing");

    private JsonElement Expect(JsonElement value, string path, JsonValueKind kind) =>
        value.ValueKind == kind ? value : throw Wrong(path, $"{Name(value.ValueKind)} was found, but {Name(kind)} was expected");

    private NotebookFormatException Wrong(string path, string problem) => new(_file, path, problem);

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}

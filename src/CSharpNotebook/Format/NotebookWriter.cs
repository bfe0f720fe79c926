using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpNotebook.Format;

/// <summary>Builds the JSON of nbformat 4.5, with texts as lists of lines where Jupyter writes them so.</summary>
internal static class NotebookWriter
{
    public static string ToJson(Notebook notebook) => JupyterJson.Write(new JsonObject
    {
        ["cells"] = new JsonArray([.. notebook.Cells.Select(Cell)]),
        ["metadata"] = notebook.Metadata.ToNode(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    private static JsonNode Cell(NotebookCell cell)
    {
        var node = new JsonObject
        {
            ["id"] = cell.Id,
            ["metadata"] = cell.Metadata.ToNode(),
            ["source"] = Lines(cell.Source),
        };
        switch (cell)
        {
            case CodeCell code:
                node["cell_type"] = "code";
                node["execution_count"] = code.ExecutionCount;
                node["outputs"] = new JsonArray([.. code.Outputs.Select(StoredOutput)]);
                break;
            case MarkdownCell markdown:
                node["cell_type"] = "markdown";
                if (markdown.Attachments.Count > 0)
                {
                    node["attachments"] = markdown.Attachments.ToNode();
                }

                break;
            case RawCell raw:
                node["cell_type"] = "raw";
                if (raw.Attachments.Count > 0)
                {
                    node["attachments"] = raw.Attachments.ToNode();
                }

                break;
        }
        return node;
    }

    /// <summary>One output as the file had it, or in notebook form.</summary>
    private static JsonNode? StoredOutput(CellOutput output) =>
        output.Stored is { } stored ? JsonSerializer.SerializeToNode(stored) : Output(output);

    /// <summary>One output, in notebook form.</summary>
    public static JsonObject Output(CellOutput output) => output switch
    {
        StreamOutput stream => new JsonObject { ["output_type"] = "stream", ["name"] = stream.Name, ["text"] = Lines(stream.Text) },
        ErrorOutput error => new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        ExecuteResultOutput result => new JsonObject
        {
            ["output_type"] = "execute_result",
            ["execution_count"] = result.ExecutionCount,
            ["data"] = Bundle(result.Data),
            ["metadata"] = result.Metadata.ToNode(),
        },
        DisplayDataOutput display => new JsonObject
        {
            ["output_type"] = "display_data",
            ["data"] = Bundle(display.Data),
            ["metadata"] = display.Metadata.ToNode(),
        },
        _ => throw new InvalidOperationException($"{output.GetType().Name} is not an output of the notebook format."),
    };

    private static JsonObject Bundle(MimeBundle bundle)
    {
        var node = new JsonObject();
        foreach ((string mimeType, string content) in bundle)
        {
            if (MimeBundle.IsJson(mimeType))
            {
                node[mimeType] = JsonNode.Parse(content, documentOptions: NotebookReader.DocumentOptions);
            }
            else if (IsSplit(mimeType))
            {
                node[mimeType] = Lines(content);
            }
            else
            {
                node[mimeType] = content;
            }
        }
        return node;
    }

    /// <summary>The types that Jupyter writes as a list of lines; others (base64) stay one string.</summary>
    private static bool IsSplit(string mimeType) =>
        mimeType is "application/javascript" or "image/svg+xml" || mimeType.StartsWith("text/", StringComparison.Ordinal);

    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        int start = 0;
        for (int index = 0; index < text.Length; index++)
        {
            if (!EndsLine(text[index]))
            {
                continue;
            }

            if (text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n')
            {
                index++;
            }

            lines.Add((JsonNode)text[start..(index + 1)]);
            start = index + 1;
        }
        if (start < text.Length)
        {
            lines.Add((JsonNode)text[start..]);
        }

        return lines;
    }

    /// <summary>The line ends of Python's <c>str.splitlines</c>, by which Jupyter splits.</summary>
    private static bool EndsLine(char character) =>
        character is '\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029';
}

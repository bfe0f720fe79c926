using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.Page;

/// <summary>
/// JavaScript: runs in the page that shows the notebook, and does not run without a page. A variable that is shared to it becomes a
/// property of <c>window</c>, by way of JSON.
/// </summary>
internal sealed class JavaScriptLanguage() : PageLanguage("javascript")
{
    // JSON has no NaN and infinities; they are passed as strings with their names.
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public override void SetValue(string name, object? value, Type type, CellContext context)
    {
        try
        {
            // The default encoder escapes < and >, so the value cannot end the script element.
            context.Sink.AddDisplay(Show(
                $"window[{JsonSerializer.Serialize(name, Json)}] = {JsonSerializer.Serialize(value is DataFrame frame ? Rows(frame) : value, Json)};"));
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw CellFailures.Value($"The variable {name} cannot go to javascript: a {type.Name} cannot be written as JSON.", exception);
        }
    }

    /// <summary>A data frame as its rows, each with the columns as properties.</summary>
    private static IEnumerable<Dictionary<string, object?>> Rows(DataFrame frame) =>
        frame.Rows.Select(row => frame.Columns.Select((column, index) => (column.Name, row[index]))
            .ToDictionary(cell => cell.Name, cell => (object?)cell.Item2, StringComparer.Ordinal));

    protected override MimeBundle Show(string text) =>
        MimeBundle.Empty.With("text/html", $"<script type=\"text/javascript\">\n{text}\n</script>").With("text/plain", text);
}

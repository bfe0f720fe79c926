using System.Net;
using CSharpNotebook.Cells;
using CSharpNotebook.Display;
using CSharpNotebook.Display.Tables;
using CSharpNotebook.Format;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.Variables;

/// <summary>
/// The variables of a session, kept in sight: an output that is replaced after each cell that has changed them. That works in every front
/// end. Where the page has a channel to the kernel, it also shows them beside the notebook (<see cref="PaneScript"/>), and
/// <see cref="Show"/> answers its clicks.
/// </summary>
internal sealed class VariablesPane(LanguageHost languages)
{
    private (CellOutputSink Sink, string Id)? _display;
    private string _shown = "";

    /// <summary>Receives the table as HTML when it has changed; set while a page shows it.</summary>
    public Action<string>? Changed { get; set; }

    /// <summary>The current table.</summary>
    public string Table => Format()["text/html"];

    /// <summary>Shows the variables in a new output; an earlier one stays as it is.</summary>
    public void Open(CellOutputSink sink)
    {
        MimeBundle table = Format();
        _shown = table["text/html"];
        _display = (sink, sink.AddDisplay(WithScript(table)));
    }

    /// <summary>Brings the table up to date after a cell.</summary>
    public void Refresh()
    {
        if (_display is null && Changed is null)
        {
            return;
        }

        MimeBundle table = Format();
        if (table["text/html"] == _shown)
        {
            return;
        }

        _shown = table["text/html"];
        _display?.Sink.UpdateDisplay(_display.Value.Id, WithScript(table));
        Changed?.Invoke(_shown);
    }

    /// <summary>A value as HTML.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="start">The first row, of a frame.</param>
    /// <returns>The HTML, and the number of rows of a frame; null when there is no such variable.</returns>
    public (string Html, long? Rows)? Show(string name, long start)
    {
        if (languages.Variables.FirstOrDefault(variable => variable.Name == name) is not { } variable)
        {
            return null;
        }

        if (variable.Value is DataFrame frame)
        {
            start = Math.Clamp(start, 0, Math.Max(0, frame.Rows.Count - 1));
            int count = (int)Math.Min(ValueTable.ShownRows, frame.Rows.Count - start);
            DataFrame page = frame[Enumerable.Range(0, count).Select(row => start + row)];
            return ((TableReader.Read(page) with { Rows = frame.Rows.Count, Start = start }).ToHtml(), frame.Rows.Count);
        }

        MimeBundle value = ResultFormatter.Format(variable.Value);
        return (value.GetValueOrDefault("text/html") ?? value.GetValueOrDefault("image/svg+xml")
            ?? $"<pre>{WebUtility.HtmlEncode(value["text/plain"])}</pre>", null);
    }

    private MimeBundle Format() => VariableTable.Format(languages.Variables);

    private static MimeBundle WithScript(MimeBundle table) => table.With("text/html", PaneScript.Around(table["text/html"]));
}

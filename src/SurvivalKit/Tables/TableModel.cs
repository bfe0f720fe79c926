using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A table to be read: texts in rows and columns, with a title and footnotes; written as text, Markdown, HTML, LaTeX or CSV.</summary>
public sealed class TableModel
{
    /// <summary>Makes a table.</summary>
    /// <param name="title">What it shows; may be empty.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, each with one cell a column.</param>
    /// <param name="footnotes">What stands below it, a line each.</param>
    /// <exception cref="ArgumentException">A row has not one cell a column.</exception>
    public TableModel(string title, IEnumerable<TableColumn> columns, IEnumerable<TableRow> rows, params IEnumerable<string> footnotes)
    {
        Title = title;
        Columns = [.. columns];
        Rows = [.. rows];
        Footnotes = [.. footnotes];
        if (Rows.FirstOrDefault(row => row.Cells.Length != Columns.Length) is { } uneven)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The row \"{uneven.Cells.FirstOrDefault()}\" has {uneven.Cells.Length} cells; {Columns.Length} were expected."), nameof(rows));
        }
    }

    /// <summary>What the table shows.</summary>
    public string Title { get; }

    /// <summary>The columns.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>The rows.</summary>
    public ImmutableArray<TableRow> Rows { get; }

    /// <summary>What stands below the table, a line each.</summary>
    public ImmutableArray<string> Footnotes { get; }

    /// <summary>Columns that align in a terminal.</summary>
    public string ToText() => TableText.Write(this);

    /// <summary>A Markdown table.</summary>
    public string ToMarkdown() => TableMarkdown.Write(this);

    /// <summary>An HTML table; texts are escaped.</summary>
    public string ToHtml() => TableHtml.Write(this);

    /// <summary>A LaTeX tabular with rules of the booktabs package.</summary>
    public string ToLatex() => TableLatex.Write(this);

    /// <summary>Comma-separated values (RFC 4180), the header first.</summary>
    public string ToCsv() => TableCsv.Write(this);

    /// <summary>A frame with a text column for each column.</summary>
    public DataFrame ToDataFrame() => new(
        Columns.Select((column, c) => (DataFrameColumn)new StringDataFrameColumn(column.Header, Rows.Select(row => row.Cells[c]))));

    /// <inheritdoc/>
    public override string ToString() => ToText();
}

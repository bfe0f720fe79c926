using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A table to be read: cells in rows and columns, with a title, the sentences above and below it, and cautions for the
/// reader.</summary>
/// <remarks>A table without columns consists of its sentences, as the one line of a test.</remarks>
public sealed class TableModel : IResult
{
    /// <summary>Makes a table.</summary>
    /// <param name="title">What it shows; may be empty.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, each with one cell a column.</param>
    /// <param name="notes">The notes below it, a line each.</param>
    /// <exception cref="ArgumentException">A row has not one cell a column.</exception>
    public TableModel(string title, IEnumerable<TableColumn> columns, IEnumerable<TableRow> rows, params IEnumerable<TableNote> notes)
    {
        Title = title;
        Columns = [.. columns];
        Rows = [.. rows];
        Notes = [.. notes];
        if (Rows.FirstOrDefault(row => row.Cells.Length != Columns.Length) is { } uneven)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The row \"{uneven.Cells.FirstOrDefault()}\" has {NumberText.Count(uneven.Cells.Length, "cell")}; {Columns.Length} were expected."),
                nameof(rows));
        }
    }

    /// <summary>What the table shows.</summary>
    public string Title { get; }

    /// <summary>The sentences between title and table, a line each: the number of observations and the like.</summary>
    public ImmutableArray<string> Lead { get; init; } = [];

    /// <summary>Cautions to read before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>The columns.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>The rows.</summary>
    public ImmutableArray<TableRow> Rows { get; }

    /// <summary>The notes below the table, a line each.</summary>
    public ImmutableArray<TableNote> Notes { get; }

    /// <summary>A table that is a sentence, without columns.</summary>
    /// <param name="sentence">The sentence.</param>
    public static TableModel Sentence(string sentence) => new("", [], []) { Lead = [sentence] };

    /// <summary>The table itself.</summary>
    public ImmutableArray<TableModel> ToTables() => [this];

    /// <summary>A frame with a column for each column: of numbers where each cell is one or empty, otherwise of texts.</summary>
    public DataFrame ToDataFrame() =>
        new(Columns.Select((column, place) => FrameColumn.Cells(column.Header, [.. Rows.Select(row => row.Cells[place])])));

    /// <summary>title, lead, cautions, columns, rows (a text or a number a cell) and notes.</summary>
    public ResultRecord ToRecord() => new()
    {
        ["title"] = Title,
        ["lead"] = Lead,
        ["cautions"] = Cautions,
        ["columns"] = Columns.Select(column => column.Header),
        ["rows"] = Rows.Select(row => row.Cells.Select(cell => cell.Value ?? (object)cell.Text)),
        ["notes"] = Notes.Select(note => note.ToString()),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}

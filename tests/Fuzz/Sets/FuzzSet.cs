using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Fuzz;

/// <summary>A random data set; immutable.</summary>
/// <param name="Columns">Its columns, of one length.</param>
internal sealed record FuzzSet(ImmutableArray<FuzzColumn> Columns)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Columns[0].Values.Length;

    /// <summary>The values of a column.</summary>
    public double[] this[string name] => Columns.First(column => column.Name == name).Values;

    /// <summary>The set of some rows only.</summary>
    public FuzzSet Of(IReadOnlyList<int> rows) => new([.. Columns.Select(column => column.Of(rows))]);

    /// <summary>The set of those columns that a question names.</summary>
    public FuzzSet Of(Question question) => new([.. Columns.Where(column => question.Names(column.Name))]);

    /// <summary>The set with another column in the place of one of its name.</summary>
    public FuzzSet With(FuzzColumn other) => new([.. Columns.Select(column => column.Name == other.Name ? other : column)]);

    /// <summary>The set as the library takes it.</summary>
    public DataFrame ToFrame() => new([.. Columns.Select(column => column.IsText
        ? (DataFrameColumn)new StringDataFrameColumn(column.Name, column.Values.Select(LetterOf))
        : new DoubleDataFrameColumn(column.Name, column.Values.Select(value => double.IsNaN(value) ? (double?)null : value)))]);

    /// <summary>The set as an expression of R.</summary>
    public string ToR() => "data.frame(" + string.Join(", ", Columns.Select(column =>
        $"{column.Name} = c({string.Join(", ", column.Values.Select(value => column.IsText
            ? LetterOf(value) is { } letter ? $"\"{letter}\"" : "NA"
            : double.IsNaN(value) ? "NA" : value.ToString("R", CultureInfo.InvariantCulture)))})")) + ")";

    private static string? LetterOf(double place) => double.IsNaN(place) ? null : ((char)('a' + (int)place)).ToString();
}

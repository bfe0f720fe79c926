using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Rows of a frame in any order and number, with their kinds: factors keep their levels, text stays text.</summary>
internal static class FrameRows
{
    /// <summary>The rows of a column; a negative place is a missing value.</summary>
    public static DataFrameColumn Take(DataFrameColumn column, int[] rows)
    {
        DataFrameColumn taken = column.Clone(Array.Exists(rows, row => row < 0)
            ? new Int32DataFrameColumn("", rows.Select(row => row < 0 ? (int?)null : row))
            : new Int32DataFrameColumn("", rows));
        taken.SetName(column.Name);
        return taken;
    }

    /// <summary>A column of numbers; not-a-number is missing.</summary>
    public static DataFrameColumn Numbers(string name, double[] values) => FrameColumn.Numbers(name, values);

    /// <summary>A column of whole numbers, as of a status; not-a-number is missing.</summary>
    public static DataFrameColumn Whole(string name, double[] values) =>
        new Int32DataFrameColumn(name, values.Select(value => double.IsNaN(value) ? (int?)null : (int)value));

    /// <summary>Throws where a new column would have the name of one that is there.</summary>
    /// <param name="known">The columns that are there.</param>
    /// <param name="name">The name of the new one.</param>
    /// <param name="what">What the new one is.</param>
    /// <param name="source">The file.</param>
    public static void CheckNew(IEnumerable<string> known, string name, string what, string? source)
    {
        if (name.Length == 0)
        {
            throw new SurvivalDataException($"The column of {what} has an empty name; a name was expected.");
        }

        if (known.Contains(name, StringComparer.Ordinal))
        {
            throw SurvivalDataException.AtColumn(source, name, $"the column is there already; another name for {what} was expected.");
        }
    }
}

using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Columns of a frame by name, with an error that lists the existing names.</summary>
internal static class FrameColumns
{
    public static DataFrameColumn Named(DataFrame data, string name) =>
        data.Columns.IndexOf(name) is >= 0 and int index
            ? data.Columns[index]
            : throw SurvivalDataException.AtColumn(
                SurvivalData.SourceOf(
                    data), name,
                    $"there is no such column; the columns are {string.Join(", ", data.Columns.Select(column => column.Name))}.");

    public static FormulaValue Values(DataFrame data, string name) => ColumnValues.Read(Named(data, name), SurvivalData.SourceOf(data));

    public static FormulaValue.Levels Levels(DataFrame data, string name) => Values(data, name).AsLevels();

    /// <summary>The column's numbers; missing ones are not-a-number.</summary>
    public static double[] Numbers(DataFrame data, string name) =>
        Values(data, name).AsNumbers()?.ToArray()
        ?? throw SurvivalDataException.AtColumn(SurvivalData.SourceOf(data), name, "the column holds text; numbers were expected.");
}

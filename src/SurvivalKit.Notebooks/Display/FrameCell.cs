using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Notebooks;

/// <summary>The parts of a frame in words.</summary>
internal static class FrameCell
{
    public static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static string TypeName(DataFrameColumn column) => column switch
    {
        FactorColumn factor => string.Create(CultureInfo.InvariantCulture, $"factor, {factor.Levels.Length} level{(factor.Levels.Length == 1 ? "" : "s")}"),
        StringDataFrameColumn => "text",
        BooleanDataFrameColumn => "logical",
        DateTimeDataFrameColumn => "date",
        DoubleDataFrameColumn or SingleDataFrameColumn or DecimalDataFrameColumn => "number",
        _ => column.IsNumericColumn() ? "whole number" : column.DataType.Name,
    };

    public static string Size(DataFrame frame, int rowsShown) => string.Create(
        CultureInfo.InvariantCulture,
        $"{frame.Rows.Count} rows, {frame.Columns.Count} columns{(frame.Rows.Count > rowsShown ? $"; the first {rowsShown} rows are shown" : "")}");
}

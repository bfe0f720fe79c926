using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The values and types of a frame as text.</summary>
internal static class FrameCell
{
    /// <summary>A value: a number with six significant digits, a date without a time that is midnight, empty where it is missing.</summary>
    public static TableCell Read(object? value) => value switch
    {
        null => TableCell.Empty,
        double number => TableCell.Number(number, NumberKind.Computed),
        int or long or short or byte => TableCell.Number(Convert.ToDouble(value, CultureInfo.InvariantCulture), NumberKind.Count),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime date => Text(date),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A date in ISO 8601, without a time that is midnight.</summary>
    public static string Text(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The type of a column by its name in R.</summary>
    public static string TypeName(DataFrameColumn column) => column switch
    {
        FactorColumn factor => $"factor, {NumberText.Count(factor.Levels.Length, "level")}",
        StringDataFrameColumn => "text",
        BooleanDataFrameColumn => "logical",
        DateTimeDataFrameColumn => "date",
        DoubleDataFrameColumn or SingleDataFrameColumn or DecimalDataFrameColumn => "number",
        _ => column.IsNumericColumn() ? "whole number" : column.DataType.Name,
    };
}

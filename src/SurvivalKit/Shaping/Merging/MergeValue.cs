using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Single values of columns of any kind.</summary>
internal static class MergeValue
{
    /// <summary>The value that says that no event happened: R's 0, FALSE, "" and first level.</summary>
    public static object Censored(DataFrameColumn column) => column switch
    {
        FactorColumn factor => factor.Levels.Length > 0
            ? factor.Levels[0]
            : throw SurvivalDataException.AtColumn(null, column.Name, "the factor has no levels; the first one means no event."),
        StringDataFrameColumn => "",
        BooleanDataFrameColumn => false,
        DateTimeDataFrameColumn => throw SurvivalDataException.AtColumn(
            null, column.Name, "the values of an event are dates; numbers, text, a factor or TRUE/FALSE were expected."),
        _ => 0.0,
    };

    /// <summary>An empty column of the kind of another, with a value in each row.</summary>
    public static DataFrameColumn Filled(string name, DataFrameColumn like, int rows, object? value) => like switch
    {
        FactorColumn factor => new FactorColumn(name, Enumerable.Repeat((string?)value, rows), factor.Levels),
        StringDataFrameColumn => new StringDataFrameColumn(name, Enumerable.Repeat((string?)value, rows)),
        BooleanDataFrameColumn => new BooleanDataFrameColumn(name, Enumerable.Repeat((bool?)value, rows)),
        DateTimeDataFrameColumn => new DateTimeDataFrameColumn(name, Enumerable.Repeat((DateTime?)value, rows)),
        _ => new DoubleDataFrameColumn(name, Enumerable.Repeat((double?)value, rows)),
    };

    /// <summary>Numbers of any type as doubles, other columns as they are.</summary>
    public static DataFrameColumn Plain(DataFrameColumn column) =>
        column.IsNumericColumn() && column is not DoubleDataFrameColumn
            ? new DoubleDataFrameColumn(column.Name, Enumerable.Range(0, (int)column.Length).Select(row => Number(column[row])))
            : column;

    /// <summary>A value as a number; null where it is missing.</summary>
    public static double? Number(object? value) => value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    /// <summary>Whether values of one column can stand in the other.</summary>
    public static bool IsSameKind(DataFrameColumn one, DataFrameColumn other) => (one, other) switch
    {
        (FactorColumn left, FactorColumn right) => left.Levels.SequenceEqual(right.Levels),
        (FactorColumn, _) or (_, FactorColumn) => false,
        _ => one.IsNumericColumn() == other.IsNumericColumn() && (one.IsNumericColumn() || one.DataType == other.DataType),
    };

    /// <summary>A value that a user gave, as one of a column.</summary>
    /// <exception cref="SurvivalDataException">It is none of the column's kind.</exception>
    public static object? Given(object? value, DataFrameColumn column, string name)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return (value, column) switch
        {
            (null, _) => null,
            (_, StringDataFrameColumn) => text,
            (_, BooleanDataFrameColumn) => text.ToUpperInvariant() switch
            {
                "TRUE" or "T" or "1" => true,
                "FALSE" or "F" or "0" => false,
                _ => throw Wrong("TRUE or FALSE"),
            },
            (_, DateTimeDataFrameColumn) => DateTime.TryParse(text, CultureInfo.InvariantCulture, out DateTime date)
                ? date : throw Wrong("a date as 2024-03-31"),
            (bool truth, _) => truth ? 1.0 : 0.0,
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number : throw Wrong("a number"),
        };

        SurvivalDataException Wrong(string expected) => SurvivalDataException.AtColumn(
            null, name, $"the value \"{text}\" before the first observation is none of its kind; {expected} was expected.");
    }
}

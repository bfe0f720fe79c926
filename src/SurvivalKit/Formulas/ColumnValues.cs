using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The values of a frame's column as a formula uses them.</summary>
internal static class ColumnValues
{
    public static FormulaValue Of(DataFrameColumn column, string? source = null)
    {
        switch (column)
        {
            case DoubleDataFrameColumn numbers:
                return new FormulaValue.Numbers(ToDoubles(numbers));
            case Int32DataFrameColumn integers:
                return new FormulaValue.Numbers(ToDoubles(integers));
            case BooleanDataFrameColumn logicals:
                return new FormulaValue.Logicals([.. logicals]);
            case FactorColumn factor:
                return Levels(factor, factor.Levels);
            case StringDataFrameColumn text:
                return Levels(text, text.OfType<string>().Distinct(StringComparer.Ordinal).Order(LevelOrder.Text)) with { IsText = true };
            default:
                return column.IsNumericColumn()
                    ? new FormulaValue.Numbers(ToDoubles(column))
                    : throw SurvivalDataException.AtColumn(
                        source, column.Name, $"a column of {column.DataType.Name} cannot stand in a formula; numbers, text or TRUE/FALSE were expected.");
        }
    }

    private static double[] ToDoubles<T>(PrimitiveDataFrameColumn<T> column)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var values = new double[column.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = column[i] is { } value ? double.CreateChecked(value) : double.NaN;
        }

        return values;
    }

    private static double[] ToDoubles(DataFrameColumn column)
    {
        var values = new double[column.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = column[i] is { } value ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) : double.NaN;
        }

        return values;
    }

    private static FormulaValue.Levels Levels(StringDataFrameColumn column, IEnumerable<string> levels)
    {
        string[] names = [.. levels];
        var codeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int level = 0; level < names.Length; level++)
        {
            codeOf[names[level]] = level;
        }

        var codes = new int[column.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = column[i] is { } value ? codeOf[value] : -1;
        }

        return new FormulaValue.Levels(codes, [.. names]);
    }
}

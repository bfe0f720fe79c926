using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Makes columns of numbers as a CSV file of the same values would give them.</summary>
internal static class NumberColumns
{
    // Beyond it, not every whole number is a double.
    private const double GreatestWhole = 1L << 53;

    /// <summary>A column of numbers: whole where all are.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">A number a row; missing ones are not a number. They are overwritten.</param>
    public static DataFrameColumn Of(string name, double[] values)
    {
        int missing = 0;
        bool areWhole = true;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
            {
                missing++;
            }
            else
            {
                areWhole &= Math.Floor(value) == value && Math.Abs(value) <= GreatestWhole;
            }
        }

        return TypedColumns.Of(name, new CsvColumn.Numbers(values, areWhole, missing));
    }
}

using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Numbers as a column of a frame; what is not a number is missing in it.</summary>
internal static class FrameColumn
{
    public static DoubleDataFrameColumn Of(string name, IEnumerable<double> values) =>
        new(name, values.Select(value => double.IsNaN(value) ? (double?)null : value));
}

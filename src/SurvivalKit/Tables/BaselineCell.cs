namespace SurvivalKit;

/// <summary>The numbers behind a cell of a baseline table.</summary>
/// <param name="Known">The number of rows whose value is known: the denominator of <see cref="Percent"/>.</param>
/// <param name="Count">The number in this category; for a measurement the number of values.</param>
/// <param name="Values">The measurement's known values, increasing; empty for a category.</param>
public sealed record BaselineCell(int Known, int Count, System.Collections.Immutable.ImmutableArray<double> Values)
{
    /// <summary>The share of the category in per cent of the known; not a number where none is known.</summary>
    public double Percent => 100.0 * Count / Known;

    /// <summary>The mean of the values; not a number without a value.</summary>
    public double Mean => Values.IsEmpty ? double.NaN : Values.Average();

    /// <summary>The standard deviation of the values; not a number with fewer than two.</summary>
    public double StandardDeviation => Values.Length < 2 ? double.NaN : SampleSummary.Summarize(Values).StandardDeviation;

    /// <summary>A quantile of the values, as R's <c>quantile</c> of type 7; not a number without a value.</summary>
    /// <param name="probability">The fraction, from 0 (the smallest) to 1 (the largest).</param>
    public double Quantile(double probability)
    {
        if (Values.IsEmpty)
        {
            return double.NaN;
        }

        double place = probability * (Values.Length - 1);
        int below = (int)Math.Floor(place);
        int above = Math.Min(below + 1, Values.Length - 1);
        return Values[below] + ((place - below) * (Values[above] - Values[below]));
    }
}

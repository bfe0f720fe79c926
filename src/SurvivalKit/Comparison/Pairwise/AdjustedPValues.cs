using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>P values adjusted for the number of tests; agrees with R's <c>p.adjust</c>.</summary>
public static class AdjustedPValues
{
    /// <summary>Adjusts P values.</summary>
    /// <param name="p">The P values, from 0 to 1; NaN stays NaN and does not count as a test.</param>
    /// <param name="adjustment">The method.</param>
    /// <returns>The adjusted values in the order of the given ones; none is smaller than its own P value.</returns>
    /// <exception cref="SurvivalDataException">A P value is not between 0 and 1.</exception>
    public static ImmutableArray<double> Adjust(ReadOnlySpan<double> p, PValueAdjustment adjustment)
    {
        double[] adjusted = p.ToArray();
        int[] order = Known(adjusted);
        int tests = order.Length;
        double latest = adjustment == PValueAdjustment.BenjaminiHochberg ? 1 : 0;
        for (int i = 0; i < tests; i++)
        {
            // Step-down methods go from the smallest P value on, the step-up method from the largest.
            int rank = adjustment == PValueAdjustment.BenjaminiHochberg ? tests - i : i + 1;
            ref double value = ref adjusted[order[rank - 1]];
            value = adjustment switch
            {
                PValueAdjustment.None => value,
                PValueAdjustment.Bonferroni => Math.Min(1, tests * value),
                PValueAdjustment.Holm => latest = Math.Max(latest, Math.Min(1, (tests - rank + 1) * value)),
                PValueAdjustment.BenjaminiHochberg => latest = Math.Min(latest, (double)tests / rank * value),
                _ => throw new ArgumentOutOfRangeException(nameof(adjustment), adjustment, "There is no such adjustment."),
            };
        }

        return [.. adjusted];
    }

    // The places of the values that are numbers, the smallest first.
    private static int[] Known(double[] p)
    {
        int outside = Array.FindIndex(p, value => value is < 0 or > 1);
        if (outside >= 0)
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"P value {outside + 1} is {p[outside]}; a number from 0 to 1 was expected."));
        }

        return [.. Enumerable.Range(0, p.Length).Where(i => !double.IsNaN(p[i])).OrderBy(i => p[i])];
    }
}

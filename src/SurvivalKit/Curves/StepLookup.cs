using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Reads a curve at given times.</summary>
internal static class StepLookup
{
    public static ImmutableArray<SurvivalEstimate> At(KaplanMeierCurve curve, IEnumerable<double> times)
    {
        var estimates = ImmutableArray.CreateBuilder<SurvivalEstimate>();
        int row = 0;
        foreach (double time in times.Order())
        {
            if (double.IsNaN(time))
            {
                throw new ArgumentException("Not a number was given; a time was expected.", nameof(times));
            }

            double events = 0;
            double censored = 0;
            int atRiskRow = FirstNotBefore(curve.Time, time);
            for (; row < curve.Time.Length && curve.Time[row] <= time; row++)
            {
                events += curve.Events[row];
                censored += curve.Censored[row];
            }

            double atRisk = atRiskRow < curve.AtRisk.Length ? curve.AtRisk[atRiskRow] : 0;
            int last = row - 1;
            estimates.Add(last < 0
                ? new(time, atRisk, events, censored, 1, 0, 1, 1)
                : new(time, atRisk, events, censored, curve.Survival[last], curve.StandardError[last], curve.Lower[last], curve.Upper[last]));
        }

        return estimates.ToImmutable();
    }

    private static int FirstNotBefore(ImmutableArray<double> times, double time)
    {
        int place = times.BinarySearch(time);
        return place >= 0 ? place : ~place;
    }
}

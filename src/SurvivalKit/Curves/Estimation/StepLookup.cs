using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Reads a curve at given times.</summary>
internal static class StepLookup
{
    public readonly record struct Place(double Time, double AtRisk, double Events, double Censored, int Row);

    public static ImmutableArray<SurvivalEstimate> At(KaplanMeierCurve curve, IEnumerable<double> times) =>
    [
        .. Places(curve.Time, curve.AtRisk, curve.Events, curve.Censored, times).Select(at => at.Row < 0
            ? new SurvivalEstimate(at.Time, at.AtRisk, at.Events, at.Censored, 1, 0, 1, 1)
            : new(
                at.Time,
                at.AtRisk,
                at.Events,
                at.Censored,
                curve.Survival[at.Row],
                curve.StandardError[at.Row],
                curve.Lower[at.Row],
                curve.Upper[at.Row])),
    ];

    public static ImmutableArray<HazardEstimate> At(NelsonAalenCurve curve, IEnumerable<double> times) =>
    [
        .. Places(curve.Time, curve.AtRisk, curve.Events, curve.Censored, times).Select(at => at.Row < 0
            ? new HazardEstimate(at.Time, at.AtRisk, at.Events, at.Censored, 0, 0, 0, 0)
            : new(
                at.Time,
                at.AtRisk,
                at.Events,
                at.Censored,
                curve.CumulativeHazard[at.Row],
                curve.StandardError[at.Row],
                curve.Lower[at.Row],
                curve.Upper[at.Row])),
    ];

    /// <summary>The row that holds at a time; -1 before the first.</summary>
    public static int LastNotAfter(ImmutableArray<double> times, double time) =>
        times.BinarySearch(time) is var place && place >= 0 ? place : ~place - 1;

    /// <summary>For each time, in increasing order, the counts since the one before and the row that holds there; -1 before the
    /// first.</summary>
    public static List<Place> Places(
        ImmutableArray<double> rowTimes,
        ImmutableArray<double> rowAtRisk,
        ImmutableArray<double> rowEvents,
        ImmutableArray<double> rowCensored,
        IEnumerable<double> times)
    {
        var places = new List<Place>();
        int row = 0;
        foreach (double time in times.Order())
        {
            if (double.IsNaN(time))
            {
                throw new SurvivalDataException("Not a number was given; a time was expected.");
            }

            double events = 0;
            double censored = 0;
            int atRiskRow = FirstNotBefore(rowTimes, time);
            for (; row < rowTimes.Length && rowTimes[row] <= time; row++)
            {
                events += rowEvents[row];
                censored += rowCensored[row];
            }

            places.Add(new(time, atRiskRow < rowAtRisk.Length ? rowAtRisk[atRiskRow] : 0, events, censored, row - 1));
        }

        return places;
    }

    private static int FirstNotBefore(ImmutableArray<double> times, double time)
    {
        int place = times.BinarySearch(time);
        return place >= 0 ? place : ~place;
    }
}

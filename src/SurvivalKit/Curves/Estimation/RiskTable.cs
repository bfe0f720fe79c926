using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>For each distinct end time of a group: the weights at risk, with the event and censored.</summary>
/// <param name="Observations">The number of observations, or of subjects where they have several, whatever their weights.</param>
/// <param name="Time">The distinct times at which observations end, increasing.</param>
/// <param name="AtRisk">The weight at risk just before each time.</param>
/// <param name="Events">The weight of those with the event.</param>
/// <param name="Censored">The weight of those that are censored.</param>
/// <param name="EventRows">The number of observations with the event, whatever their weights.</param>
internal sealed record RiskTable(
    int Observations,
    ImmutableArray<double> Time,
    ImmutableArray<double> AtRisk,
    ImmutableArray<double> Events,
    ImmutableArray<double> Censored,
    ImmutableArray<double> EventRows)
{
    /// <summary>Counts the observations of a group.</summary>
    public static RiskTable Count(SampleRows group)
    {
        int distinct = Distinct(group.Time.Span);
        double[] time = GC.AllocateUninitializedArray<double>(distinct);
        double[] atRisk = GC.AllocateUninitializedArray<double>(distinct);
        double[] events = GC.AllocateUninitializedArray<double>(distinct);
        double[] censored = GC.AllocateUninitializedArray<double>(distinct);
        double[] eventRows = events;
        if (group.Sample.Weights.Length == 0 && group.Entrants.IsEmpty)
        {
            Count(group, time, atRisk, events, censored);
        }
        else
        {
            eventRows = GC.AllocateUninitializedArray<double>(distinct);
            Weigh(group, time, atRisk, events, censored, eventRows);
        }

        return new RiskTable(
            group.Sample.Copies.Length > 0
                ? group.Sample.CopiesOf(group.Rows.Span)
                : SubjectRows.Count(group.Sample.Subjects, group.Rows.Span),
            Share(time),
            Share(atRisk),
            Share(events),
            Share(censored),
            Share(eventRows));
    }

    private static int Distinct(ReadOnlySpan<double> sorted)
    {
        int distinct = sorted.IsEmpty ? 0 : 1;
        for (int i = 1; i < sorted.Length; i++)
        {
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        return distinct;
    }

    // All weights are 1 and all are at risk from the origin: the risk set is the rows that have not ended yet.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(SampleRows group, double[] time, double[] atRisk, double[] events, double[] censored)
    {
        ReadOnlySpan<int> rows = group.Rows.Span;
        bool[] isEvent = group.Sample.Event;
        int at = 0;
        foreach (RiskSet set in group.Rising)
        {
            int count = 0;
            for (int i = set.First; i < set.End; i++)
            {
                count += isEvent[rows[i]] ? 1 : 0;
            }

            time[at] = set.Time;
            atRisk[at] = rows.Length - set.First;
            events[at] = count;
            censored[at++] = set.End - set.First - count;
        }
    }

    // From the last time to the first: the risk set is the rows that end at or after it, without those that enter at or after it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Weigh(SampleRows group, double[] time, double[] atRisk, double[] events, double[] censored, double[] eventRows)
    {
        ReadOnlySpan<int> rows = group.Rows.Span;
        ReadOnlySpan<int> entrants = group.Entrants.Span;
        double[] weights = group.Sample.Weights;
        bool[] goesOn = group.Sample.GoesOn;
        int[] copies = group.Sample.Copies;
        double stillIn = 0;
        double notYetIn = 0;
        int rowsAtRisk = 0;
        int entry = entrants.Length;
        int at = time.Length;
        foreach (RiskSet set in group.Falling)
        {
            double died = 0;
            double left = 0;
            int withEvent = 0;
            int counted = 0;
            for (int i = set.End - 1; i >= set.First; i--)
            {
                double weight = weights.Length == 0 ? 1 : weights[rows[i]];
                bool isEvent = group.Sample.Event[rows[i]];
                stillIn += weight;
                died += isEvent ? weight : 0;
                // Without a second branch that depends on the event, which would be unpredictable.
                left += isEvent | (goesOn.Length > 0 && goesOn[rows[i]]) ? 0 : weight;
                rowsAtRisk += weight > 0 ? 1 : 0;
                withEvent += !isEvent ? 0 : copies.Length == 0 ? 1 : copies[rows[i]];
                counted += isEvent && weight > 0 ? 1 : 0;
            }

            for (; entry > set.Entered; entry--)
            {
                double weight = weights.Length == 0 ? 1 : weights[entrants[entry - 1]];
                notYetIn += weight;
                rowsAtRisk -= weight > 0 ? 1 : 0;
            }

            // Where all at risk have the event the survival is exactly 0, whatever the rounding of sums of fractional weights.
            at--;
            (time[at], events[at], censored[at], eventRows[at]) = (set.Time, died, left, withEvent);
            atRisk[at] = rowsAtRisk == counted ? died : stillIn - notYetIn;
        }
    }

    private static ImmutableArray<double> Share(double[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}

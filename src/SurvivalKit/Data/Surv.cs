using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>A survival response: for each observation a time, whether the event happened then, and where there is left truncation or a
/// changing covariate, the time from which the observation was at risk. Equals R's <c>Surv</c> of the types right and counting.</summary>
/// <remarks>Immutable. An interval is open on the left, <c>(start, stop]</c>: a row that enters at t is not at risk at t.</remarks>
public sealed class Surv
{
    private Surv(ImmutableArray<double> start, ImmutableArray<double> time, ImmutableArray<bool> isEvent)
    {
        Start = start;
        Time = time;
        Event = isEvent;
    }

    /// <summary>The names of the parts, for messages.</summary>
    internal SurvNames Names { get; private init; } = SurvNames.Default;

    /// <summary>The rows in the caller's data, from 0, for messages; null: in order.</summary>
    internal int[]? Rows { get; private init; }

    /// <summary>The number of observations.</summary>
    public int Count => Time.Length;

    /// <summary>Whether observations have a start, that is, are intervals <c>(start, stop]</c>.</summary>
    public bool IsCounting => !Start.IsEmpty;

    /// <summary>The start of each observation's time at risk; empty when all start at the origin.</summary>
    public ImmutableArray<double> Start { get; }

    /// <summary>The time of the event or the end of observation.</summary>
    public ImmutableArray<double> Time { get; }

    /// <summary>Whether the event happened at <see cref="Time"/>; otherwise the observation is censored there.</summary>
    public ImmutableArray<bool> Event { get; }

    /// <summary>Right-censored observations.</summary>
    /// <param name="time">Time of event or censoring, finite; a negative one is a time before the origin, as in R.</param>
    /// <param name="status">0 censored, 1 event; or 1 censored, 2 event.</param>
    /// <exception cref="SurvivalDataException">Lengths differ, a time is not finite, or a status is
    /// neither 0/1 nor 1/2.</exception>
    public static Surv Right(ReadOnlySpan<double> time, ReadOnlySpan<double> status) =>
        Make([], [.. time], StatusCoding.ToEvents(status, "status", null, null), SurvNames.Default, null, null);

    /// <summary>Right-censored observations.</summary>
    /// <param name="time">Time of event or censoring, finite; a negative one is a time before the origin, as in R.</param>
    /// <param name="isEvent">Whether the event happened.</param>
    /// <exception cref="SurvivalDataException">Lengths differ, or a time is not finite.</exception>
    public static Surv Right(ReadOnlySpan<double> time, ReadOnlySpan<bool> isEvent) =>
        Make([], [.. time], [.. isEvent], SurvNames.Default, null, null);

    /// <summary>Observations at risk during <c>(start, stop]</c>: left truncation, or one subject in several rows.</summary>
    /// <param name="start">The time from which an observation is at risk, finite.</param>
    /// <param name="stop">The time of event or censoring, after its start.</param>
    /// <param name="isEvent">Whether the event happened at <paramref name="stop"/>.</param>
    /// <exception cref="SurvivalDataException">Lengths differ, a time is not finite, or a stop is not after its start.</exception>
    public static Surv Counting(ReadOnlySpan<double> start, ReadOnlySpan<double> stop, ReadOnlySpan<bool> isEvent) =>
        Make([.. start], [.. stop], [.. isEvent], SurvNames.Default, null, null);

    /// <summary>Observations as R prints them: <c>5</c>, <c>7+</c> (censored), <c>(2,9]</c>, <c>(2,9+]</c>; the first twenty.</summary>
    public override string ToString()
    {
        IEnumerable<string> shown = Enumerable.Range(0, Math.Min(Count, 20)).Select(Text);
        return string.Join(" ", shown) + (Count > 20 ? " ..." : "");
    }

    /// <summary>Checks and makes a response; the rows name the place of an error in the caller's data.</summary>
    internal static Surv Make(
        double[] start, double[] time, bool[] isEvent, SurvNames names, string? source, ReadOnlySpan<int> rows)
    {
        if (time.Length != isEvent.Length || (start.Length > 0 && start.Length != time.Length))
        {
            throw new SurvivalDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"Surv has {time.Length} time{(time.Length == 1 ? "" : "s")} and {isEvent.Length} status{(isEvent.Length == 1 ? "" : "es")}{(start.Length > 0 ? $" and {start.Length} start{(start.Length == 1 ? "" : "s")}" : "")}; one each was expected."));
        }

        // A fast pass, since the data are nearly always valid; the slow one finds the place of an error.
        bool sound = IsSound(start, time);
        for (int i = 0; i < time.Length && !sound; i++)
        {
            int row = rows.IsEmpty ? i : rows[i];
            if (!double.IsFinite(time[i]))
            {
                throw At(names.Time, row, time[i], "is not finite; a time was expected.");
            }

            if (start.Length > 0 && !double.IsFinite(start[i]))
            {
                throw At(names.Start, row, start[i], "is not finite; a time was expected.");
            }

            if (start.Length > 0 && start[i] >= time[i])
            {
                throw At(names.Time, row, time[i], string.Create(
                    CultureInfo.InvariantCulture, $"is not after its start {start[i]}; stop > start was expected."));
            }
        }

        return new Surv(Share(start), Share(time), Share(isEvent)) { Names = names, Rows = rows.IsEmpty ? null : rows.ToArray() };

        SurvivalDataException At(string column, int row, double value, string problem) =>
            SurvivalDataException.AtCell(source, row + 1L, column, Number(value), Number(value) + " " + problem);
    }

    /// <summary>The same response with times that differ only by rounding made equal: <see cref="NearTies"/>.</summary>
    internal Surv WithNearTiesJoined() =>
        TimeOrder.Sort(this, joinNearTies: true) is var order
            && ReferenceEquals(order.Time, TimeArray) ? this : new Surv(Share(order.Start), Share(order.Time), Event);

    /// <summary>The array behind <see cref="Time"/>; never written to.</summary>
    internal double[] TimeArray => ImmutableCollectionsMarshal.AsArray(Time)!;

    /// <summary>The array behind <see cref="Start"/>; never written to.</summary>
    internal double[] StartArray => ImmutableCollectionsMarshal.AsArray(Start)!;

    /// <summary>The array behind <see cref="Event"/>; never written to.</summary>
    internal bool[] EventArray => ImmutableCollectionsMarshal.AsArray(Event)!;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsSound(double[] start, double[] time)
    {
        bool sound = Finite.All(time) && Finite.All(start);
        for (int i = 0; i < start.Length; i++)
        {
            sound &= start[i] < time[i];
        }

        return sound;
    }

    private static ImmutableArray<T> Share<T>(T[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private string Text(int i)
    {
        string end = Number(Time[i]) + (Event[i] ? "" : "+");
        return IsCounting ? $"({Number(Start[i])},{end}]" : end;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>A survival response: for each observation a time, whether the event happened then, and where there is left truncation or a
/// changing covariate, the time from which the observation was at risk. Equals R's <c>Surv</c> of the types right, counting and
/// interval2.</summary>
/// <remarks>Immutable. An interval is open on the left, <c>(start, stop]</c>: a row that enters at t is not at risk at t.</remarks>
public sealed partial class Surv
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

    /// <summary>The cause of each observation's event where causes compete: its place among <see cref="Causes"/> counted from 1, and 0 for
    /// a censored one; empty where there is one kind of event.</summary>
    public ImmutableArray<int> Cause { get; private init; } = [];

    /// <summary>The names of the competing causes; empty where there is one kind of event.</summary>
    public ImmutableArray<string> Causes { get; private init; } = [];

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

    /// <summary>The same observations with competing causes of their events, as R's <c>Surv(time, factor(status))</c>.</summary>
    /// <param name="cause">For each observation the place of its cause counted from 1, or 0 where it is censored.</param>
    /// <param name="causes">The names of the causes.</param>
    /// <exception cref="SurvivalDataException">There is no cause, causes and observations are not one each, a place is none of a cause, or
    /// an observation has an event without a cause or a cause without an event.</exception>
    public Surv WithCauses(ReadOnlySpan<int> cause, params ReadOnlySpan<string> causes)
    {
        if (causes.IsEmpty || cause.Length != Count)
        {
            throw new SurvivalDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"There are {causes.Length} causes, and {cause.Length} codes of them for {Count} observations; one each was expected."));
        }

        for (int i = 0; i < cause.Length; i++)
        {
            if (cause[i] < 0 || cause[i] > causes.Length || cause[i] > 0 != Event[i])
            {
                string expected = Event[i]
                    ? string.Create(CultureInfo.InvariantCulture, $"the event was expected to have a cause from 1 to {causes.Length}.")
                    : "a censored observation was expected to have 0.";
                string code = cause[i].ToString(CultureInfo.InvariantCulture);
                throw SurvivalDataException.AtCell(null, (Rows?[i] ?? i) + 1L, Names.Status, code, $"{code} is no cause; {expected}");
            }
        }

        return WithCauses(cause.ToArray(), [.. causes]);
    }

    /// <summary>Observations as R prints them: <c>5</c>, <c>7+</c> (censored), <c>(2,9]</c>, <c>(2,9+]</c>, with a cause <c>5:relapse</c>;
    /// the first twenty.</summary>
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
            && ReferenceEquals(order.Time, TimeArray) ? this : new Surv(Share(order.Start), Share(order.Time), Event)
            {
                Cause = Cause,
                Causes = Causes,
            };

    /// <summary>The same observations with causes that fit the events; the array is not copied.</summary>
    internal Surv WithCauses(int[] cause, ImmutableArray<string> causes) =>
        new(Start, Time, Event) { Names = Names, Rows = Rows, Cause = Share(cause), Causes = causes };

    /// <summary>The array behind <see cref="Time"/>; never written to.</summary>
    internal double[] TimeArray => ImmutableCollectionsMarshal.AsArray(Time)!;

    /// <summary>The array behind <see cref="Start"/>; never written to.</summary>
    internal double[] StartArray => ImmutableCollectionsMarshal.AsArray(Start)!;

    /// <summary>The array behind <see cref="Event"/>; never written to.</summary>
    internal bool[] EventArray => ImmutableCollectionsMarshal.AsArray(Event)!;

    /// <summary>The array behind <see cref="Cause"/>; never written to.</summary>
    internal int[] CauseArray => ImmutableCollectionsMarshal.AsArray(Cause)!;

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
        if (IsInterval)
        {
            return IntervalText(i);
        }

        string end = Number(Time[i]) + (!Event[i] ? "+" : Causes.IsEmpty ? "" : ":" + Causes[Cause[i] - 1]);
        return IsCounting ? $"({Number(Start[i])},{end}]" : end;
    }
}

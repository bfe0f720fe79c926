using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <content>Times that are known to be in intervals.</content>
public sealed partial class Surv
{
    /// <summary>Whether observations are intervals in which the event happened: R's type <c>interval2</c>.</summary>
    public bool IsInterval => !LeftLimit.IsEmpty;

    /// <summary>The time after which the event happened, minus infinity where none is known; empty unless
    /// <see cref="IsInterval"/>.</summary>
    /// <remarks>The event is in <c>(left, right]</c>; equal limits are an exact time.</remarks>
    public ImmutableArray<double> LeftLimit { get; private init; } = [];

    /// <summary>The time until which the event happened, infinity where it had not (right-censored); empty unless
    /// <see cref="IsInterval"/>.</summary>
    public ImmutableArray<double> RightLimit { get; private init; } = [];

    /// <summary>Observations whose event is known to be in <c>(left, right]</c>, as R's
    /// <c>Surv(left, right, type = "interval2")</c>.</summary>
    /// <remarks><see cref="Time"/> is then the right limit, or the left one where there is no right; <see cref="Event"/> says which times
    /// are exact.</remarks>
    /// <param name="left">The time after which the event happened; not-a-number or minus infinity: before
    /// <paramref name="right"/>.</param>
    /// <param name="right">The time until which it happened; not-a-number or infinity: after <paramref name="left"/>. Equal to the left: an
    /// exact time.</param>
    /// <exception cref="SurvivalDataException">Lengths differ, a left is after its right, or an observation has no limit.</exception>
    public static Surv Interval(ReadOnlySpan<double> left, ReadOnlySpan<double> right) =>
        MakeIntervals([.. left], [.. right], IntervalNames, null, null);

    private static SurvNames IntervalNames { get; } = new("left", "right", "status");

    internal static Surv MakeIntervals(double[] left, double[] right, SurvNames names, string? source, int[]? rows)
    {
        if (left.Length != right.Length)
        {
            throw new SurvivalDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"There are {left.Length} left limits and {right.Length} right ones; one each was expected."));
        }

        double[] time = new double[left.Length];
        bool[] isExact = new bool[left.Length];
        for (int i = 0; i < left.Length; i++)
        {
            left[i] = double.IsNaN(left[i]) ? double.NegativeInfinity : left[i];
            right[i] = double.IsNaN(right[i]) ? double.PositiveInfinity : right[i];
            time[i] = double.IsFinite(right[i]) ? right[i] : left[i];
            isExact[i] = left[i] == right[i];
            bool isUnbounded = !double.IsFinite(time[i]);
            if (isUnbounded || left[i] > right[i])
            {
                throw SurvivalDataException.AtCell(
                    source,
                    (rows?[i] ?? i) + 1L,
                    names.Start,
                    Number(left[i]),
                    isUnbounded ? "the interval has no limit; a time on one side at least was expected."
                        : $"{Number(left[i])} is after its right limit {Number(right[i])}; left <= right was expected.");
            }
        }

        return new Surv([], Share(time), Share(isExact)) { Names = names, Rows = rows, LeftLimit = Share(left), RightLimit = Share(right) };
    }

    /// <summary>The array behind <see cref="LeftLimit"/>; never written to.</summary>
    internal double[] LeftArray => ImmutableCollectionsMarshal.AsArray(LeftLimit)!;

    /// <summary>The array behind <see cref="RightLimit"/>; never written to.</summary>
    internal double[] RightArray => ImmutableCollectionsMarshal.AsArray(RightLimit)!;

    // As R prints them: "5", "5+", "5-" and "[2, 5]".
    private string IntervalText(int i) =>
        Event[i] ? Number(Time[i])
        : double.IsPositiveInfinity(RightLimit[i]) ? Number(LeftLimit[i]) + "+"
        : double.IsNegativeInfinity(LeftLimit[i]) ? Number(RightLimit[i]) + "-"
        : $"({Number(LeftLimit[i])},{Number(RightLimit[i])}]";
}

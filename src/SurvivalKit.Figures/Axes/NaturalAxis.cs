using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>A logarithmic axis whose ends are where the estimates need them, with ticks of one ladder of round numbers.</summary>
internal static class NaturalAxis
{
    private const int MostTicks = 8;

    // Shares of the axis' length: what is left free at an end; how far an end goes on to the next tick; how long a side of 1 is that needs
    // a tick.
    private const double Margin = 0.03;
    private const double Near = 0.1;
    private const double Used = 0.15;

    // From the finest to the coarsest. Doubling is read most easily around 1; tenths and powers of ten serve where the axis is longer.
    private static readonly ImmutableArray<ImmutableArray<double>> Ladders =
    [
        [0.9, 0.95, 1, 1.05, 1.1],
        [0.8, 0.9, 1, 1.1, 1.2],
        [0.5, 0.75, 1, 1.5, 2],
        [0.125, 0.25, 0.5, 1, 2, 4, 8, 16],
        [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100],
        [0.0001, 0.001, 0.01, 0.1, 1, 10, 100, 1000, 10000],
        [0.0001, 0.01, 1, 100, 10000],
    ];

    /// <summary>
    /// The axis for the given estimates: on each side of 1 as far as the farthest interval, but no farther than three times the farthest
    /// estimate or five-fold; intervals that go farther are cut.
    /// </summary>
    public static LogAxis For(IReadOnlyCollection<(double Ratio, double Lower, double Upper)> estimates)
    {
        double above = Math.Log(End(estimates.Select(estimate => (estimate.Ratio, estimate.Upper))));
        double below = Math.Log(End(estimates.Select(estimate => (1 / estimate.Ratio, 1 / estimate.Lower))));
        double margin = Margin * (above + below);
        return Best(Math.Exp(-below - margin), Math.Exp(above + margin), Reached);
    }

    /// <summary>The axis with given ends.</summary>
    public static LogAxis Between(double lower, double upper) => Best(lower, upper, (_, one, other) => (one, other));

    // With the finest ladder that is as long as the axis and has not too many ticks on it.
    private static LogAxis Best(
        double lower, double upper, Func<ImmutableArray<double>, double, double, (double Lower, double Upper)> ends)
    {
        LogAxis[] axes =
        [
            .. Ladders.Where(ladder => ladder == Ladders[^1] || (ladder[0] <= lower * 1.1 && ladder[^1] >= upper / 1.1)).Select(ladder =>
            {
                (double from, double to) = ends(ladder, lower, upper);
                ImmutableArray<double> ticks = [.. ladder.Where(tick => tick >= from * 0.999 && tick <= to * 1.001)];
                return new LogAxis(from, to, ticks) { AreTicksRound = true };
            }),
        ];
        return axes.FirstOrDefault(axis => axis.Ticks.Length <= MostTicks, axes[^1]);
    }

    // An end goes on to the next tick where that is near, or where its side of 1 is used and would have none.
    private static (double Lower, double Upper) Reached(ImmutableArray<double> ladder, double lower, double upper)
    {
        double length = Math.Log(upper / lower);
        double below = ladder.Where(tick => tick <= lower).DefaultIfEmpty(lower).Max();
        double above = ladder.Where(tick => tick >= upper).DefaultIfEmpty(upper).Min();
        bool needsBelow = -Math.Log(lower) > Used * length && !ladder.Any(tick => tick >= lower && tick < 1);
        bool needsAbove = Math.Log(upper) > Used * length && !ladder.Any(tick => tick <= upper && tick > 1);
        return (
            needsBelow || Math.Log(lower / below) < Near * length ? below : lower,
            needsAbove || Math.Log(above / upper) < Near * length ? above : upper);
    }

    private static double End(IEnumerable<(double Ratio, double Limit)> estimates)
    {
        double reach = 1.02, farthest = 1;
        foreach ((double ratio, double limit) in estimates)
        {
            farthest = Math.Max(farthest, ratio);
            reach = Math.Max(reach, limit);
        }

        return Math.Min(Math.Min(reach, Math.Max(5, 3 * farthest)), 10000);
    }
}

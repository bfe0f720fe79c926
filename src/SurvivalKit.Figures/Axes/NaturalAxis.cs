using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>A logarithmic axis whose ends are where the estimates need them, with ticks of one ladder of round numbers.</summary>
internal static class NaturalAxis
{
    private const int FewestTicks = 3;
    private const int MostTicks = 8;

    // Shares of the axis' length: what is left free at an end, and how far an end goes on to the next tick.
    private const double Margin = 0.03;
    private const double Near = 0.1;

    // In the order in which they are tried: doubling is read most easily, tenths and powers of ten serve where the axis is longer, and the
    // last where it is so short that doubling has too few ticks on it.
    private static readonly ImmutableArray<ImmutableArray<double>> Ladders =
    [
        [0.125, 0.25, 0.5, 1, 2, 4, 8, 16],
        [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100],
        [0.0001, 0.001, 0.01, 0.1, 1, 10, 100, 1000, 10000],
        [0.0001, 0.01, 1, 100, 10000],
        [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4],
        [0.8, 0.9, 1, 1.1, 1.2],
        [0.9, 0.95, 1, 1.05, 1.1],
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
        (double lower, double upper) = (Math.Exp(-below - margin), Math.Exp(above + margin));

        // Where no ladder has enough ticks, the ends go on to the next ticks of the finest that is long enough.
        double near = Near * Math.Log(upper / lower);
        return Best(Ladders, lower, upper, ladder => Ends(ladder, lower, upper, near))
            ?? Best(Ladders.Reverse(), lower, upper, ladder => Ends(ladder, lower, upper, double.PositiveInfinity))
            ?? Between(lower, upper);
    }

    /// <summary>The axis with given ends, which are its ticks where it is too short for others.</summary>
    public static LogAxis Between(double lower, double upper) => Best(Ladders, lower, upper, _ => (lower, upper))
        ?? new LogAxis(lower, upper, [lower, .. lower < 1 && upper > 1 ? (double[])[1] : [], upper]) { AreTicksRound = true };

    // With the first ladder that is as long as the axis and has neither too few nor too many ticks on it.
    private static LogAxis? Best(
        IEnumerable<ImmutableArray<double>> ladders,
        double lower,
        double upper,
        Func<ImmutableArray<double>, (double Lower, double Upper)> ends) => ladders
        .Where(ladder => ladder[0] <= lower * 1.1 && ladder[^1] >= upper / 1.1)
        .Select(ladder =>
        {
            (double from, double to) = ends(ladder);
            ImmutableArray<double> ticks = [.. ladder.Where(tick => tick >= from * 0.999 && tick <= to * 1.001)];
            return new LogAxis(from, to, ticks) { AreTicksRound = true };
        })
        .FirstOrDefault(axis => axis.Ticks.Length is >= FewestTicks and <= MostTicks);

    // An end goes on to the next tick where that is near.
    private static (double Lower, double Upper) Ends(ImmutableArray<double> ladder, double lower, double upper, double near) => (
        ladder.Where(tick => tick <= lower && Math.Log(lower / tick) < near).DefaultIfEmpty(lower).Max(),
        ladder.Where(tick => tick >= upper && Math.Log(tick / upper) < near).DefaultIfEmpty(upper).Min());

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

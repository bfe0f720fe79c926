using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>A logarithmic axis around 1 whose ends and ticks are each other's reciprocals.</summary>
internal sealed record LogAxis(double Lower, double Upper, ImmutableArray<double> Ticks)
{
    private static readonly ImmutableArray<double> Ends = [1.25, 1.5, 2, 3, 4, 5, 8, 10, 16, 20, 25, 40, 64, 100, 1000, 10000];

    /// <summary>Whether the ticks are round numbers, whose labels have all their digits.</summary>
    public bool AreTicksRound { get; init; }

    /// <summary>
    /// The axis for the given estimates: as wide as the widest interval, but no wider than three times the farthest
    /// estimate or five-fold; intervals that are wider still are cut.
    /// </summary>
    public static LogAxis For(IReadOnlyCollection<(double Ratio, double Lower, double Upper)> estimates)
    {
        double reach = 1.2, farthest = 1;
        foreach ((double ratio, double lower, double upper) in estimates)
        {
            farthest = Math.Max(farthest, Distance(ratio));
            reach = Math.Max(reach, Math.Max(Distance(lower), Distance(upper)));
        }

        double wanted = Math.Min(reach, Math.Max(5, 3 * farthest));
        foreach (double end in Ends)
        {
            if (end >= wanted * 0.999)
            {
                return new LogAxis(1 / end, end, SymmetricTicks(end));
            }
        }

        return new LogAxis(1 / Ends[^1], Ends[^1], SymmetricTicks(Ends[^1]));
    }

    /// <summary>The axis with given ends.</summary>
    public static LogAxis Between(double lower, double upper) =>
        new(lower, upper, [.. SymmetricTicks(Math.Max(upper, 1 / lower)).Where(t => t >= lower * 0.999 && t <= upper * 1.001)]);

    /// <summary>Position of a value from 0 (the lower end) to 1.</summary>
    public double Fraction(double value) => Math.Log(value / Lower) / Math.Log(Upper / Lower);

    /// <summary>A tick's label.</summary>
    public string LabelOf(double tick) => AreTicksRound ? tick.ToString("0.####", CultureInfo.InvariantCulture) : Label(tick);

    /// <summary>A tick's label with at most two significant digits.</summary>
    public static string Label(double tick) => tick >= 1
        ? tick.ToString("0.##", CultureInfo.InvariantCulture)
        : tick.ToString(tick >= 0.1 ? "0.##" : tick >= 0.01 ? "0.###" : "0.#####", CultureInfo.InvariantCulture);

    private static double Distance(double ratio) => ratio > 0 && double.IsFinite(ratio) ? Math.Max(ratio, 1 / ratio) : 1;

    private static ImmutableArray<double> SymmetricTicks(double end)
    {
        double[] above = end switch
        {
            <= 1.3 => [1.25],
            <= 1.6 => [1.25, 1.5],
            <= 2.1 => [1.5, 2],
            <= 5.1 => [2, 4],
            <= 10.1 => [2, 5, 10],
            <= 21 => [5, 20],
            <= 64 => [5, 25],
            <= 101 => [10, 100],
            <= 1001 => [10, 100, 1000],
            _ => [100, 10000],
        };
        return [.. above.Where(t => t <= end * 1.001).Reverse().Select(t => 1 / t), 1, .. above.Where(t => t <= end * 1.001)];
    }
}

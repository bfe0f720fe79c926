using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>A time at which a curve changes or an observation is censored, with the values of the fit.</summary>
internal readonly record struct SurvivalStep(
    double Time, double AtRisk, double Events, double Censored, double Survival, double Lower, double Upper);

/// <summary>One curve and its label; all numbers come from the fit.</summary>
internal sealed class SurvivalGroup
{
    private readonly KaplanMeierCurve _curve;

    /// <param name="curve">The fitted curve.</param>
    /// <param name="label">Its label in the figure.</param>
    public SurvivalGroup(KaplanMeierCurve curve, string label)
    {
        _curve = curve;
        Label = label;
        Steps =
        [
            .. Enumerable.Range(0, curve.Time.Length).Select(i => new SurvivalStep(
                curve.Time[i], curve.AtRisk[i], curve.Events[i], curve.Censored[i], curve.Survival[i], curve.Lower[i], curve.Upper[i])),
        ];
        Median = curve.Median;
    }

    /// <summary>Name of the group in the fit, such as <c>sex=1</c>.</summary>
    public string Name => _curve.Group;

    /// <summary>The label of the curve.</summary>
    public string Label { get; }

    /// <summary>The rows of the fit.</summary>
    public ImmutableArray<SurvivalStep> Steps { get; }

    /// <summary>Number of observations.</summary>
    public int Count => _curve.Observations;

    /// <summary>Number of events.</summary>
    public double Events => _curve.EventTotal;

    /// <summary>Median survival time with its interval.</summary>
    public QuantileEstimate Median { get; }

    /// <summary>Time of the last observation, 0 where there is none.</summary>
    public double End => Steps.IsEmpty ? 0 : Steps[^1].Time;

    /// <summary>The estimates at given increasing times; events and censored are counted since the previous time.</summary>
    public ImmutableArray<SurvivalEstimate> At(ImmutableArray<double> times) => _curve.At(times);

    /// <summary>
    /// The default label of a curve: the level alone where it is a word (<c>arm=EP alone</c> gives <c>EP alone</c>), else
    /// the fit's name (<c>sex=1</c>).
    /// </summary>
    public static string LabelOf(string group)
    {
        int sign = group.IndexOf('=', StringComparison.Ordinal);
        if (sign < 0)
        {
            return group == "all" ? "All" : group;
        }

        string level = group[(sign + 1)..];
        bool plain = level.Length > 0 && !level.Contains('=', StringComparison.Ordinal)
            && !double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            && !level.Equals("TRUE", StringComparison.OrdinalIgnoreCase) && !level.Equals("FALSE", StringComparison.OrdinalIgnoreCase);
        return plain ? level : group;
    }
}

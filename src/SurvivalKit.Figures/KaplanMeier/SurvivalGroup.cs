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
    private readonly double _scale;

    /// <param name="curve">The fitted curve.</param>
    /// <param name="label">Its label in the figure.</param>
    /// <param name="scale">How many units of the curve's time are one of the figure's.</param>
    public SurvivalGroup(KaplanMeierCurve curve, string label, double scale = 1)
    {
        _curve = curve;
        _scale = scale;
        Label = label;
        Steps =
        [
            .. Enumerable.Range(0, curve.Time.Length).Select(i => new SurvivalStep(
                curve.Time[i] / scale,
                curve.AtRisk[i],
                curve.Events[i],
                curve.Censored[i],
                curve.Survival[i],
                curve.Lower[i],
                curve.Upper[i])),
        ];
        QuantileEstimate median = curve.Median;
        Median = median with { Estimate = median.Estimate / scale, Lower = median.Lower / scale, Upper = median.Upper / scale };
    }

    // The times of the curve by those of the figure.
    private Dictionary<double, double> Times => field ??= Exact();

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
    public ImmutableArray<SurvivalEstimate> At(ImmutableArray<double> times)
    {
        if (_scale == 1)
        {
            return _curve.At(times);
        }

        // A time of the curve, divided and multiplied, may come out just before itself.
        double[] own = [.. times.Select(time => Times.TryGetValue(time, out double exact) ? exact : time * _scale)];
        return [.. _curve.At(own).Zip(times, (at, time) => at with { Time = time })];
    }

    private Dictionary<double, double> Exact()
    {
        Dictionary<double, double> exact = new(_curve.Time.Length);
        foreach (double time in _curve.Time)
        {
            exact[time / _scale] = time;
        }

        return exact;
    }

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

namespace SurvivalKit.Published;

/// <summary>A printed figure that a search aims at: all values that print so.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Values">The values that print so under the rule of rounding that the audit found to fit.</param>
internal sealed record FigureTarget(Claim Claim, ValueRange Values)
{
    // A figure that is none (no median, no estimate) is as far as this many printed units.
    private const double Unreached = 300;

    // Steps of the distance; what machines may compute differently in the last digits stays below.
    private const double Grain = 1e-6;

    private readonly double _unitsOfOne = Math.Pow(10, Claim.Decimals);

    /// <summary>The distance to the values that print the same, in units of the last printed decimal; 0: it prints the same.</summary>
    public double Units(double? figure)
    {
        if (figure is not { } value || !double.IsFinite(value))
        {
            return Unreached;
        }

        double distance = Math.Max(Values.Low - value, value - Values.High) * _unitsOfOne;
        return distance <= 0 ? 0 : Math.Ceiling(distance / Grain) * Grain;
    }

    /// <summary>What a figure costs: its distance near the target, which rewards the last step to the digit; the square of it farther away, which
    /// shares what cannot be met yet among all figures.</summary>
    public double Cost(double? figure)
    {
        double units = Units(figure);
        return units < 1 ? units : units * units;
    }
}

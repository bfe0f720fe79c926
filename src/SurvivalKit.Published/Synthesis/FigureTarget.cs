namespace SurvivalKit.Published;

/// <summary>A target of a search: a printed figure with all values that are printed so.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Values">The values that are printed so under the rule of rounding found by the audit.</param>
internal sealed record FigureTarget(Claim Claim, ValueRange Values)
{
    // A figure without a value (no median, no estimate) has this distance in printed units.
    private const double Unreached = 300;

    // The resolution of the distance; differences between machines in the last digits are below it.
    private const double Grain = 1e-6;

    private readonly double _unitsOfOne = Math.Pow(10, Claim.Decimals);

    /// <summary>The distance to the values that are printed the same, in units of the last printed decimal; 0: printed the same.</summary>
    public double Units(double? figure)
    {
        if (figure is not { } value || !double.IsFinite(value))
        {
            return Unreached;
        }

        double distance = Math.Max(Values.Low - value, value - Values.High) * _unitsOfOne;
        return distance <= 0 ? 0 : Math.Ceiling(distance / Grain) * Grain;
    }

    /// <summary>The cost of a figure: a power of its distance in units of the last printed decimal.</summary>
    /// <param name="units">The distance.</param>
    /// <param name="power">Above 1, the misfit is spread over all figures; below 1, it is concentrated in few figures so that the others
    /// are printed the same. Below one unit the cost is the root, which rewards the last step to the digit, and never more than the
    /// distance.</param>
    public static double Cost(double units, double power) => power < 0 ? (units >= 1 ? (2 * units) - 1 : units * units) :
        units >= 1 ? Math.Pow(units, power) : power > 1 ? units : Math.Sqrt(units);
}

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
    public double Units(double? figure) => Math.Max(0, Beyond(figure));

    /// <summary>The same distance, negative within the values that are printed the same.</summary>
    public double Beyond(double? figure)
    {
        if (figure is not { } value || !double.IsFinite(value))
        {
            return Unreached;
        }

        double distance = Math.Max(Values.Low - value, value - Values.High) * _unitsOfOne;
        return double.IsNegativeInfinity(distance) ? distance : Math.Ceiling(distance / Grain) * Grain;
    }

    /// <summary>The cost of a figure in a search: quadratic near the values that are printed the same, linear farther away (Huber 1964), so
    /// that many small misses are cheaper than one large, and a large one does not outweigh all others.</summary>
    /// <param name="beyond">The distance, negative within.</param>
    /// <param name="margin">How far within the values it begins, in units of the last decimal: a search that is near on all figures is then
    /// within all of them.</param>
    public static double Cost(double beyond, double margin)
    {
        double units = beyond + margin;
        return units <= 0 ? 0 : units >= 1 ? (2 * units) - 1 : units * units;
    }
}

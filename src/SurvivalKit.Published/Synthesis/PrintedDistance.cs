namespace SurvivalKit.Published;

/// <summary>How far a figure is from printing as a claim does.</summary>
internal static class PrintedDistance
{
    // Not quite half a unit: a figure this near rounds to the printed one under every rule but truncation.
    private const double WithinRounding = 0.49;

    // Steps of the distance; what machines may compute differently in the last digits stays below.
    private const double Grain = 1e-5;

    /// <summary>The distance in units of the last printed decimal beyond the rounding interval; 0: it prints the same.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="figure">The figure; one that is not a number is far away.</param>
    public static double Of(Claim claim, double figure)
    {
        if (!double.IsFinite(figure))
        {
            return 1e6;
        }

        double distance = claim.Relation switch
        {
            ClaimRelation.Less => figure - claim.Value,
            ClaimRelation.Greater => claim.Value - figure,
            _ => Math.Abs(figure - claim.Value),
        };
        double units = (distance * Math.Pow(10, claim.Decimals)) - (claim.Relation == ClaimRelation.Equal ? WithinRounding : 0);
        return units <= 0 ? 0 : Math.Ceiling(units / Grain) * Grain;
    }
}

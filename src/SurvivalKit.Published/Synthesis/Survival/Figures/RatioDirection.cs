namespace SurvivalKit.Published;

/// <summary>Keeps a search on the printed side of 1, so that none ends at the reciprocal of a hazard ratio.</summary>
internal static class RatioDirection
{
    // Far more than a figure's own distance.
    private const double Wrong = 10_000;

    /// <summary>A cost where a ratio is on the other side of 1 than its claim; 0: it is not.</summary>
    public static double Penalty(double log, FigureTarget target) =>
        IsDirected(target.Claim) && log * (target.Claim.Value - 1) < 0 ? Wrong : 0;

    /// <summary>Whether the claim alone decides on which side of 1 the ratio is.</summary>
    private static bool IsDirected(Claim claim) =>
        (claim.Aspect == Aspects.HazardRatio && Math.Abs(claim.Value - 1) > 0.5 * Math.Pow(10, -claim.Decimals))
            || (claim.Aspect == Aspects.Lower && claim.Value > 1)
            || (claim.Aspect == Aspects.Upper && claim.Value < 1);
}

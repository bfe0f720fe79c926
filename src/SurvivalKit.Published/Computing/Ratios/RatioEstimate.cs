namespace SurvivalKit.Published;

/// <summary>An estimated ratio of hazards.</summary>
/// <param name="Log">Its logarithm.</param>
/// <param name="StandardError">The standard error of the logarithm.</param>
internal readonly record struct RatioEstimate(double Log, double StandardError)
{
    private const double Level = 0.95;

    private static readonly double Reach = ReferenceDistribution.NormalTwoSidedQuantile(1 - Level);

    /// <summary>The ratio, an end of its 95% interval, or Wald's P; <see langword="null"/>: there is no estimate.</summary>
    public double? Figure(string aspect) => !double.IsFinite(Log) || !double.IsFinite(StandardError) ? null : aspect switch
    {
        Aspects.HazardRatio => Math.Exp(Log),
        Aspects.Lower => Math.Exp(Log - (Reach * StandardError)),
        Aspects.Upper => Math.Exp(Log + (Reach * StandardError)),
        _ => ReferenceDistribution.NormalTwoSided(Log == 0 ? 0 : Log / StandardError),
    };
}

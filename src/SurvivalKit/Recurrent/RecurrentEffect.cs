namespace SurvivalKit;

/// <summary>The effect of a term on one event number, or the average over them.</summary>
/// <param name="Term">The term, as in a model with one effect for all events.</param>
/// <param name="Number">The event number; <see langword="null"/>: the average.</param>
/// <param name="Coefficient">The log hazard ratio; not a number where it is not estimable.</param>
/// <param name="StandardError">Its robust standard error.</param>
/// <param name="Z">The coefficient divided by its error.</param>
/// <param name="P">The two-sided P value.</param>
/// <param name="HazardRatio">The hazard ratio.</param>
/// <param name="Lower">Its lower confidence limit.</param>
/// <param name="Upper">Its upper confidence limit.</param>
public sealed record RecurrentEffect(
    string Term, int? Number, double Coefficient, double StandardError, double Z, double P, double HazardRatio, double Lower, double Upper)
{
    internal static RecurrentEffect Of(string term, int? number, double coefficient, double variance, double level)
    {
        double error = Math.Sqrt(variance);
        double z = coefficient / error;
        double half = ConfidenceLevel.NormalQuantile(level) * error;
        return new(
            term,
            number,
            coefficient,
            error,
            z,
            ReferenceDistribution.NormalTwoSided(z),
            Math.Exp(coefficient),
            Math.Exp(coefficient - half),
            Math.Exp(coefficient + half));
    }
}

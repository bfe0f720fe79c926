namespace SurvivalKit;

/// <summary>A coefficient and its profile-likelihood interval.</summary>
/// <param name="Name">The coefficient's name as in R.</param>
/// <param name="Coefficient">The estimate; NaN where it is not estimable.</param>
/// <param name="LowerCoefficient">The lower limit; minus infinity where the likelihood never falls far enough.</param>
/// <param name="UpperCoefficient">The upper limit; infinity where the likelihood never falls far enough.</param>
public sealed record ProfileInterval(string Name, double Coefficient, double LowerCoefficient, double UpperCoefficient)
{
    /// <summary>The hazard ratio, exp(coefficient).</summary>
    public double HazardRatio => Math.Exp(Coefficient);

    /// <summary>The lower limit of the hazard ratio; 0 where there is none.</summary>
    public double Lower => Math.Exp(LowerCoefficient);

    /// <summary>The upper limit of the hazard ratio; infinite where there is none.</summary>
    public double Upper => Math.Exp(UpperCoefficient);
}

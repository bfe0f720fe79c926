namespace SurvivalKit;

/// <summary>A coefficient of a Cox model; all values are NaN where it is not estimable.</summary>
/// <param name="Name">The coefficient's name as in R: <c>age</c>, <c>factor(sex)2</c>.</param>
/// <param name="Coefficient">The log hazard ratio for one unit more.</param>
/// <param name="StandardError">Its standard error, from the inverse information matrix.</param>
/// <param name="Z">Coefficient divided by its standard error, the robust one where there is one, which P and the limits also use.</param>
/// <param name="P">Two-sided P value of the Wald test of this coefficient.</param>
/// <param name="HazardRatio">The hazard ratio, exp(coefficient).</param>
/// <param name="Lower">Lower Wald confidence limit of the hazard ratio.</param>
/// <param name="Upper">Upper Wald confidence limit of the hazard ratio.</param>
public sealed record CoxTerm(
    string Name, double Coefficient, double StandardError, double Z, double P, double HazardRatio, double Lower, double Upper)
{
    /// <summary>The robust standard error of the log hazard ratio; <see langword="null"/> in a fit without.</summary>
    public double? RobustStandardError { get; init; }

    /// <summary>Whether the data determine this coefficient.</summary>
    public bool IsEstimable => double.IsFinite(Coefficient);
}

namespace SurvivalKit;

/// <summary>A parameter of a parametric regression; all values are NaN where it is not estimable.</summary>
/// <param name="Name">The name as in R: <c>(Intercept)</c>, <c>age</c>, <c>factor(sex)2</c>, <c>Log(scale)</c>; <c>shape</c> for
/// Gompertz, <c>Q</c>, <c>Log(P)</c>, <c>gamma1</c>, <c>after 12</c> for others.</param>
/// <param name="Coefficient">The estimate.</param>
/// <param name="StandardError">Its standard error, from the inverse information matrix.</param>
/// <param name="Z">Estimate divided by its standard error, the robust one where there is one, which P and the limits also use.</param>
/// <param name="P">Two-sided P value of the Wald test that the parameter is 0.</param>
/// <param name="Lower">Lower Wald confidence limit of the estimate.</param>
/// <param name="Upper">Upper Wald confidence limit of the estimate.</param>
public sealed record ParametricTerm(
    string Name, double Coefficient, double StandardError, double Z, double P, double Lower, double Upper)
{
    /// <summary>The robust standard error; <see langword="null"/> in a fit without.</summary>
    public double? RobustStandardError { get; init; }

    /// <summary>Whether the parameter is a scale or shape, not a coefficient of the linear predictor.</summary>
    public bool IsShape { get; init; }

    /// <summary>The factor exp(estimate) of a unit more: a time ratio where log time is modelled, a hazard or odds ratio for Gompertz,
    /// pieces and splines; else <see langword="null"/>.</summary>
    public RatioEstimate? Ratio { get; init; }

    /// <summary>Whether the data determine this parameter.</summary>
    public bool IsEstimable => double.IsFinite(Coefficient);

    internal static ParametricTerm Of(string name, double estimate, double modelError, double? robustError, double z)
    {
        double error = robustError ?? modelError;
        double ratio = estimate == 0 ? 0 : estimate / error;
        return new ParametricTerm(
            name, estimate, modelError, ratio, double.IsNaN(ratio) ? double.NaN : ReferenceDistribution.NormalTwoSided(ratio),
            estimate - (z * error), estimate + (z * error))
        {
            RobustStandardError = robustError,
        };
    }
}

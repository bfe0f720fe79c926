namespace SurvivalKit;

/// <summary>Which test of all coefficients of a term a regression table shows.</summary>
public enum RegressionTest
{
    /// <summary>Wald's, by the robust covariance where the fit has one: <see cref="CoxFit.WaldTestOf"/>.</summary>
    Wald,

    /// <summary>The likelihood ratio, for which the model is fitted again without the term:
    /// <see cref="CoxFit.LikelihoodRatioTestOf"/>.</summary>
    LikelihoodRatio,

    /// <summary>None.</summary>
    None,
}

namespace SurvivalKit;

/// <summary>Predictions from what a fit leaves behind.</summary>
internal static class CoxPredictor
{
    /// <summary>The curve of each stratum for the same covariates.</summary>
    public static CoxCurves Curves(CoxBasis basis, double[] covariates, CoxCurveOptions options) => new(
        [.. basis.Strata.Select(stratum => new CoxCurve(new CoxPoint(basis, stratum, covariates, basis.WeightedOffsetMean), null, options))], 0);
}

namespace SurvivalKit;

public sealed partial class CoxFit
{
    private readonly Lazy<CoxBasis> _basis;

    /// <summary>What the fit predicts from.</summary>
    internal CoxBasis Basis => _basis.Value;

    /// <summary>The cumulative baseline hazard of each stratum, with the survival that belongs to it, as R's <c>basehaz</c>.</summary>
    /// <param name="centered">Whether the covariates are at their means, as R's default, and not at 0. A column of -1, 0 and 1 only has
    /// its "mean" at 0. An offset is at its weighted mean in both.</param>
    /// <param name="options">Intervals; <see langword="null"/>: the documented defaults.</param>
    /// <returns>A curve for each stratum. Their errors are those of R's <c>survfit</c> for these covariates.</returns>
    public CoxCurves Baseline(bool centered = false, CoxCurveOptions? options = null) =>
        CoxPredictor.Curves(Basis, centered ? Basis.Means : new double[Basis.Means.Length], Completed(options));

    /// <summary>The survival curve of each stratum at the means of the covariates, as R's <c>survfit(fit)</c>: <see cref="Baseline"/>, centred.</summary>
    /// <param name="options">Intervals; <see langword="null"/>: the documented defaults.</param>
    public CoxCurves Curves(CoxCurveOptions? options = null) => Baseline(centered: true, options);

    private CoxCurveOptions Completed(CoxCurveOptions? options)
    {
        CoxCurveOptions completed = options ?? new CoxCurveOptions();
        completed = completed with { Level = completed.Level ?? Options.Level };
        ConfidenceLevel.Check(completed.Level.Value);
        return completed;
    }
}

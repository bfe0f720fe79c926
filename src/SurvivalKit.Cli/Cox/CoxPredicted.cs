namespace SurvivalKit.Cli;

/// <summary>What <c>survkit cox</c> was asked to predict; null or empty where it was not.</summary>
/// <param name="Baseline">The baseline hazards.</param>
/// <param name="Predictions">Linear predictors and risks of the new rows.</param>
/// <param name="Curves">The curves of the new rows that have all values, where times were asked for.</param>
/// <param name="Times">These times.</param>
internal sealed record CoxPredicted(CoxCurves? Baseline, CoxPredictions? Predictions, IReadOnlyList<CoxCurve> Curves, double[] Times)
{
    private readonly Dictionary<int, CoxCurve> _curves = Curves.ToDictionary(curve => curve.Row!.Value);

    /// <summary>What is predicted for a row (from 0) at the times; null where a value is missing.</summary>
    public IReadOnlyList<CoxEstimate>? At(int row) => _curves.TryGetValue(row + 1, out CoxCurve? curve) ? curve.At(Times) : null;

    /// <summary>The stratum of a row, where the model has strata.</summary>
    public string? StratumOf(int row) => Predictions!.Strata.IsEmpty ? null : Predictions.Strata[row];
}

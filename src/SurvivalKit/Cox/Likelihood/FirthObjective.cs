namespace SurvivalKit;

/// <summary>A partial log-likelihood with Firth's (1993) penalty, half the logarithm of the determinant of its information (Heinze
/// and Schemper 2001).</summary>
/// <remarks>The information is that of the unpenalised likelihood: it suffices for Newton's steps, and gives the standard errors.</remarks>
internal sealed class FirthObjective : ICoxObjective
{
    private readonly CoxLikelihood _likelihood;
    private readonly FirthSums _sums;
    private readonly CoxData _data;

    public FirthObjective(CoxData data, CoxLikelihood likelihood, Ties ties)
    {
        _likelihood = likelihood;

        // The penalty is the logarithm of an information that may vanish.
        likelihood.BeAccurate();
        _sums = new FirthSums(data, likelihood.Risks, ties);
        _data = data;
        Score = new double[data.Columns];
    }

    public double Value { get; private set; }

    public double[] Score { get; }

    public double[,] Information => _likelihood.Information;

    public double[] LinearPredictor => _likelihood.LinearPredictor;

    /// <inheritdoc/>
    public void BeAccurate() => _likelihood.BeAccurate();

    public void Evaluate(ReadOnlySpan<double> coefficients)
    {
        _likelihood.Evaluate(coefficients);
        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(Information);
        Value = _likelihood.Value + (factor.LogDeterminant / 2);
        double[] change = _sums.TraceOfChange(factor.Inverse());
        for (int j = 0; j < change.Length; j++)
        {
            Score[j] = _likelihood.Score[j] + (change[j] / 2);

            // The determinant in the units of the caller's columns.
            Value += factor.IsIndependent(j) ? Math.Log(_data.Scale[j]) : 0;
        }
    }
}

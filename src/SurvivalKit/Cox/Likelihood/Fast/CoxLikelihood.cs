namespace SurvivalKit;

/// <summary>The partial log-likelihood of a Cox model (Cox 1972, 1975) with its first and second derivatives, for Breslow's (1974) and
/// Efron's (1977) ties, on the centred and scaled covariates: the fast form of <see cref="PartialLikelihood"/>.</summary>
internal sealed class CoxLikelihood : ICoxObjective
{
    // Sums may be this much larger than their difference: a subtraction then keeps twelve of sixteen digits.
    private const double LargestCancellation = 1e4;

    private readonly CoxData _data;
    private readonly CoxRisks _risks;
    private readonly EventHazard _hazard;
    private readonly RiskSetMoments _moments;
    private readonly SteppedLikelihood _stepped;
    private bool _isAccurate;
    private bool _isStepped;

    /// <param name="data">The rows.</param>
    /// <param name="ties">Breslow's or Efron's rule.</param>
    public CoxLikelihood(CoxData data, Ties ties)
    {
        _data = data;
        _risks = new CoxRisks(data);
        _hazard = new EventHazard(data, ties);
        _moments = new RiskSetMoments(data, _risks, _hazard);
        _stepped = new SteppedLikelihood(data, _risks, ties);
    }

    public CoxRisks Risks => _risks;

    public double Value { get; private set; }

    public double[] Score => _isStepped ? _stepped.Score : _moments.Score;

    public double[,] Information => _isStepped ? _stepped.Information : _moments.Information;

    public double[] LinearPredictor => _risks.Predictor;

    /// <inheritdoc/>
    public void BeAccurate() => _isAccurate = true;

    public void Evaluate(ReadOnlySpan<double> coefficients)
    {
        _risks.Set(coefficients);
        _hazard.Set(_risks);
        _isStepped = _isAccurate || _risks.IsWide
            || !(_hazard.Cancellation <= LargestCancellation) || !(CancellationOfHazards() <= LargestCancellation);
        if (_isStepped && _data.Lasting is { } lasting)
        {
            lasting.Weights.AreImprecise = true;
            _isStepped = false;
        }

        if (_isStepped)
        {
            _stepped.Set();
        }
        else
        {
            _moments.Set([]);
        }

        Value = _isStepped ? _stepped.Value : _risks.EventPredictors - _hazard.LogDenominators;
    }

    // A row's hazard is that up to its end minus that up to its start; the ratio of these to their difference, over all rows.
    private double CancellationOfHazards()
    {
        if (_data.Start.Length == 0)
        {
            return 1;
        }

        ReadOnlySpan<double> cumulative = _moments.Hazards.Set([]).Cumulative;
        double sum = 0;
        for (int i = 0; i < _data.Rows; i++)
        {
            sum += _risks.Risk[i] * cumulative[_data.Events.BeforeStart[i]];
        }

        return 1 + (sum / (_data.EventWeight * Math.Max(1, _data.EventCount)));
    }
}

namespace SurvivalKit;

/// <summary>What residuals, predictions and tests of a fit are made from: the sorted data, and risks and hazards at the estimates, made when
/// they are first needed.</summary>
internal sealed class CoxState
{
    private readonly Lazy<(CoxRisks Risks, EventHazard Hazard)> _atEstimates;
    private readonly Lazy<RowHazards> _rowHazards;
    private readonly double[] _scaled;

    /// <param name="data">The rows as the likelihood visits them.</param>
    /// <param name="design">The covariates as the caller has them.</param>
    /// <param name="coefficients">The estimates; not a number where a column is dependent.</param>
    /// <param name="ties">The rule of the fit. Exact ties have no hazard of their own: Breslow's stands in, as in R.</param>
    public CoxState(CoxData data, DesignMatrix design, double[] coefficients, Ties ties)
    {
        Data = data;
        Design = design;
        Coefficients = coefficients;
        Ties = ties;
        _scaled = new double[coefficients.Length];
        for (int j = 0; j < _scaled.Length; j++)
        {
            _scaled[j] = double.IsNaN(coefficients[j]) ? 0 : coefficients[j] * data.Scale[j];
        }

        _atEstimates = new(() =>
        {
            var risks = new CoxRisks(data);
            risks.Set(_scaled);
            var hazard = new EventHazard(data, ties);
            hazard.Set(risks);
            return (risks, hazard);
        });
        _rowHazards = new(() => new RowHazards(data, Hazard).Set([]));
    }

    public CoxData Data { get; }

    public DesignMatrix Design { get; }

    public double[] Coefficients { get; }

    public Ties Ties { get; }

    /// <summary>The observations that belong together; <see langword="null"/>: each stands for itself.</summary>
    public GroupCodes? Clusters { get; init; }

    /// <summary>Where the columns came from.</summary>
    public CoxSource Source { get; init; } = CoxSource.None;

    /// <summary>The coefficients of the scaled columns; 0 where one is not estimable.</summary>
    public ReadOnlySpan<double> ScaledCoefficients => _scaled;

    /// <summary>Predictors and risks of the sorted rows, counted from a level of their stratum that only matters together with <see cref="Hazard"/>.</summary>
    public CoxRisks Risks => _atEstimates.Value.Risks;

    /// <summary>The hazard at the event times, on the same level.</summary>
    public EventHazard Hazard => _atEstimates.Value.Hazard;

    /// <summary>The cumulative hazards of event times and rows, on the same level.</summary>
    public RowHazards RowHazards => _rowHazards.Value;

    /// <summary>The linear predictor of each observation in the caller's order, covariates as they are (not centred), offset included.</summary>
    public double[] LinearPredictor()
    {
        var predictor = new double[Data.Rows];
        for (int i = 0; i < Data.Offset.Length; i++)
        {
            predictor[Data.Order[i]] = Data.Offset[i];
        }

        for (int j = 0; j < Coefficients.Length; j++)
        {
            if (!double.IsNaN(Coefficients[j]))
            {
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(Design.Column(j), Coefficients[j], predictor, predictor);
            }
        }

        return predictor;
    }
}

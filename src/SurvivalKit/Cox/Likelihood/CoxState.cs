namespace SurvivalKit;

/// <summary>The state of a fit that residuals, predictions and tests need: the sorted data, and risks and hazards at the estimates,
/// computed on first use.</summary>
internal sealed class CoxState
{
    private readonly Lazy<(CoxRisks Risks, EventHazard Hazard)> _atEstimates;
    private readonly Lazy<RowHazards> _rowHazards;
    private readonly double[] _scaled;
    private CoxState? _given;

    /// <param name="data">The rows in the order of the likelihood.</param>
    /// <param name="design">The covariates in the caller's units and order.</param>
    /// <param name="coefficients">The estimates; NaN where a column is linearly dependent.</param>
    /// <param name="ties">The rule of the fit. Exact ties define no baseline hazard: Breslow's is used, as in R.</param>
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

    /// <summary>The sorted rows; in the limit of a likelihood without a maximum stratified by level as well.</summary>
    public CoxData Data { get; }

    /// <summary>The limit that this is the state of; <see langword="null"/> where the likelihood has a maximum.</summary>
    public CoxLimit? Limit { get; private init; }

    /// <summary>The state in the caller's strata, at coefficients that go far in the directions in which the likelihood rises; the same as
    /// this one where it has a maximum.</summary>
    public CoxState Given => _given ?? this;

    public DesignMatrix Design { get; }

    public double[] Coefficients { get; }

    public Ties Ties { get; }

    /// <summary>The same rows in the strata of given numbers, one an observation.</summary>
    public required Func<int[], CoxData> Restratified { get; init; }

    /// <summary>Whether the likelihood has to be evaluated accurately (<see cref="ICoxObjective.BeAccurate"/>).</summary>
    public bool NeedsAccuracy { get; init; }

    /// <summary>Whether columns are so nearly dependent that the likelihood was maximised in others (<see cref="ColumnBasis"/>).</summary>
    public bool IsIllConditioned { get; init; }

    /// <summary>The cluster of each observation; <see langword="null"/>: each is its own.</summary>
    public GroupCodes? Clusters { get; init; }

    /// <summary>The source of the columns.</summary>
    public CoxSource Source { get; init; } = CoxSource.None;

    /// <summary>The coefficients of the scaled columns; 0 where one is not estimable.</summary>
    public ReadOnlySpan<double> ScaledCoefficients => _scaled;

    /// <summary>Predictors and risks of the sorted rows, less a constant of their stratum that cancels against
    /// <see cref="Hazard"/>.</summary>
    public CoxRisks Risks => _atEstimates.Value.Risks;

    /// <summary>The hazard at the event times, with the same constant.</summary>
    public EventHazard Hazard => _atEstimates.Value.Hazard;

    /// <summary>The cumulative hazards of event times and rows, with the same constant.</summary>
    public RowHazards RowHazards => _rowHazards.Value;

    /// <summary>The state in the limit.</summary>
    public CoxState InTheLimit(CoxLimit limit) => new(limit.Data, Design, limit.Coefficients, Ties)
    {
        Restratified = Restratified,
        NeedsAccuracy = NeedsAccuracy,
        IsIllConditioned = IsIllConditioned,
        Clusters = Clusters,

        // Its strata have no names.
        Source = new CoxSource(null, [], Source.Rows),
        Limit = limit,
        _given = this,
    };

    /// <summary>The linear predictor of each observation in the caller's order, covariates not centred, offset included.</summary>
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

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The hazard ratios of a Cox model that the study prints, with their intervals and P values.</summary>
internal sealed class CoxFigure : SurvivalFigure
{
    private readonly SurvivalDraft _survival;
    private readonly ImmutableArray<CovariateDraft> _covariates;
    private readonly ImmutableArray<int> _terms;
    private readonly CoxPReading _test;
    private readonly CoxNewton _model;
    private readonly (CovariateDraft Covariate, double[] Values)[] _columns;
    private readonly double[] _x;

    public CoxFigure(
        SurvivalDraft survival,
        int endpoint,
        ImmutableArray<CovariateDraft> covariates,
        Ties ties,
        CoxPReading test,
        string armColumn,
        ImmutableArray<(int Term, FigureTarget Target)> targets)
        : base(endpoint, [.. targets.Select(target => target.Target)])
    {
        (_survival, _covariates, _test) = (survival, covariates, test);
        _terms = [.. targets.Select(target => target.Term)];
        _columns = [.. covariates.SelectMany(covariate => covariate.Columns.Select(column => (covariate, column.Values)))];
        _model = new CoxNewton(Array.ConvertAll(_columns, column => column.Values), ties);
        _x = new double[_columns.Length];
        IsOfArms = covariates.All(covariate => covariate.Name == armColumn);
    }

    public override int Effort => 2 + _model.Columns;

    public override bool IsOfArms { get; }

    public override bool DependsOn(CovariateDraft covariate) => _covariates.Contains(covariate);

    public override bool Foretells => true;

    public override void Keep() => _model.Keep();

    protected override double Compute(Span<double?> values) =>
        Values(_model.Fit(_survival.Endpoints[Endpoint]), isForetold: false, values);

    protected override double Foretell(SurvivalMove move, Span<double?> values)
    {
        _model.Influence.Begin();
        EndpointDraft endpoint = _survival.Endpoints[Endpoint];
        Contribute(endpoint, move.First, isChanged: false, move);
        Contribute(endpoint, move.First, isChanged: true, move);
        if (move.Second >= 0)
        {
            Contribute(endpoint, move.Second, isChanged: false, move);
            Contribute(endpoint, move.Second, isChanged: true, move);
        }

        return Values(_model.Foretell(), isForetold: true, values);
    }

    // Takes a patient as he is away, or adds him as a change would leave him.
    private void Contribute(EndpointDraft endpoint, int patient, bool isChanged, SurvivalMove move)
    {
        int other = patient == move.First ? move.Second : move.First;
        int time = endpoint.Times[patient];
        bool happened = endpoint.Events[patient];
        CovariateDraft? changed = isChanged && move.IsOfCovariate ? _survival.Changing[move.Place] : null;
        if (isChanged)
        {
            (time, happened) = move.Kind switch
            {
                SurvivalMoveKind.SetTime => (move.Time, happened),
                SurvivalMoveKind.ExchangeTimes => (endpoint.Times[other], endpoint.Events[other]),
                SurvivalMoveKind.ExchangeEvents or SurvivalMoveKind.FlipEvent => (time, !happened),
                _ => (time, happened),
            };
        }

        for (int c = 0; c < _columns.Length; c++)
        {
            (CovariateDraft covariate, double[] values) = _columns[c];
            double value = covariate != changed ? values[patient]
                : move.Kind == SurvivalMoveKind.SetIndicator ? move.Value
                : values[other];
            _x[c] = _model.Standard(c, value);
        }

        _model.Influence.Add(_x, time, happened, isChanged ? 1 : -1);
    }

    private double Values(bool hasEstimate, bool isForetold, Span<double?> values)
    {
        if (!hasEstimate)
        {
            values.Clear();
            return 0;
        }

        double penalty = 0;
        for (int i = 0; i < values.Length; i++)
        {
            RatioEstimate ratio = _model.Ratio(_terms[i]);
            string aspect = Targets[i].Claim.Aspect;
            values[i] = aspect != Aspects.P || isForetold ? ratio.Figure(aspect) : P(_terms[i], ratio);
            penalty += RatioDirection.Penalty(ratio.Log, Targets[i]);
        }

        return penalty;
    }

    private double? P(int term, RatioEstimate ratio) => _test switch
    {
        CoxPReading.Score when _model.Columns == 1 => ReferenceDistribution.ChiSquareUpper(_model.ScoreStatistic(), 1),
        CoxPReading.LikelihoodRatio => _model.LikelihoodRatio(term) is { } statistic
            ? ReferenceDistribution.ChiSquareUpper(statistic, 1)
            : null,
        _ => ratio.Figure(Aspects.P),
    };
}

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
        _model = new CoxNewton([.. covariates.SelectMany(covariate => covariate.Columns).Select(column => column.Values)], ties);
        IsOfArms = covariates.All(covariate => covariate.Name == armColumn);
    }

    public override int Effort => 2 + _model.Columns;

    public override bool IsOfArms { get; }

    public override bool DependsOn(CovariateDraft covariate) => _covariates.Contains(covariate);

    protected override double Compute(Span<double?> values)
    {
        if (!_model.Fit(_survival.Endpoints[Endpoint]))
        {
            values.Clear();
            return 0;
        }

        double penalty = 0;
        for (int i = 0; i < values.Length; i++)
        {
            RatioEstimate ratio = _model.Ratio(_terms[i]);
            string aspect = Targets[i].Claim.Aspect;
            values[i] = aspect != Aspects.P ? ratio.Figure(aspect) : P(_terms[i], ratio);
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

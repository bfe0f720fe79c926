using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The hazard ratios of a Cox model that the study prints, with their intervals and P values.</summary>
internal sealed class CoxFigure : SurvivalFigure
{
    // Far more than a figure's own distance, so that no search ends at the reciprocal of a hazard ratio.
    private const double WrongDirection = 10_000;

    private readonly SurvivalDraft _survival;
    private readonly CohortModel _model;
    private readonly ImmutableArray<int> _terms;
    private readonly bool _isOfArms;
    private DesignMatrix? _design;

    public CoxFigure(
        SurvivalDraft survival, int endpoint, CohortModel model, string armColumn, ImmutableArray<(int Term, FigureTarget Target)> targets)
        : base(endpoint, [.. targets.Select(target => target.Target)])
    {
        (_survival, _model, _terms) = (survival, model, [.. targets.Select(target => target.Term)]);
        _isOfArms = model.Covariates.All(covariate => covariate.Column == armColumn);
    }

    public override int Effort => 2 + _model.Covariates.Length;

    public override bool IsOfArms => _isOfArms;

    public override bool DependsOn(FreeIndicator indicator) => _model.Covariates.Any(covariate => covariate.Column == indicator.Name);

    protected override double Compute(Span<double?> values)
    {
        CoxFit fit = Fit();
        double penalty = 0;
        for (int i = 0; i < values.Length; i++)
        {
            Claim claim = Targets[i].Claim;
            values[i] = CohortModel.Figure(fit, _terms[i], claim.Aspect);
            penalty += IsDirected(claim) && fit.Terms[_terms[i]].Coefficient * (claim.Value - 1) < 0 ? WrongDirection : 0;
        }

        return penalty;
    }

    /// <summary>Whether the claim alone decides on which side of 1 the ratio is.</summary>
    private static bool IsDirected(Claim claim) =>
        claim.Aspect == Aspects.HazardRatio
            || (claim.Aspect == Aspects.Lower && claim.Value > 1)
            || (claim.Aspect == Aspects.Upper && claim.Value < 1);

    private CoxFit Fit()
    {
        if (_isOfArms)
        {
            return _model.Fit(_survival.Response(Endpoint), _design ??= _model.Design(null));
        }

        int[]? complete = _model.HasMissing ? _model.Complete(Enumerable.Range(0, _survival.Arm.Length)) : null;
        return _model.Fit(
            complete is null ? _survival.Response(Endpoint) : _survival.Response(Endpoint, complete), _model.Design(complete));
    }
}

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The hazard ratios of a Cox model that the study prints, with their intervals and P values.</summary>
internal sealed class CoxFigure : SurvivalFigure
{
    // Far more than a figure's own distance, so that no search ends at the reciprocal of a hazard ratio.
    private const double WrongDirection = 10_000;

    private readonly SurvivalDraft _survival;
    private readonly CoxOptions _options;
    private readonly ImmutableArray<CoxCovariate> _covariates;
    private readonly ImmutableArray<int> _terms;
    private readonly bool _isOfArms;
    private DesignMatrix? _design;

    public CoxFigure(
        SurvivalDraft survival, int endpoint, Ties ties, ImmutableArray<CoxCovariate> covariates, string armColumn, ImmutableArray<(int Term, FigureTarget Target)> targets)
        : base(endpoint, [.. targets.Select(target => target.Target)])
    {
        (_survival, _covariates, _terms) = (survival, covariates, [.. targets.Select(target => target.Term)]);
        _options = new() { Ties = ties };
        _isOfArms = covariates.All(covariate => covariate.Column == armColumn);
    }

    public override int Effort => 2 + _covariates.Length;

    public override bool IsOfArms => _isOfArms;

    public override bool DependsOn(FreeIndicator indicator) => _covariates.Any(covariate => covariate.Column == indicator.Name);

    protected override double Compute(Span<double?> values)
    {
        CoxFit fit = Fit();
        double penalty = 0;
        for (int i = 0; i < values.Length; i++)
        {
            CoxTerm term = fit.Terms[_terms[i]];
            Claim claim = Targets[i].Claim;
            values[i] = fit.Status != FitStatus.Converged ? null : claim.Aspect switch
            {
                Aspects.HazardRatio => term.HazardRatio,
                Aspects.Lower => term.Lower,
                Aspects.Upper => term.Upper,
                _ => term.P,
            };
            penalty += IsDirected(claim) && term.Coefficient * (claim.Value - 1) < 0 ? WrongDirection : 0;
        }

        return penalty;
    }

    /// <summary>Whether the claim alone decides on which side of 1 the ratio is.</summary>
    private static bool IsDirected(Claim claim) =>
        claim.Aspect == Aspects.HazardRatio || (claim.Aspect == Aspects.Lower && claim.Value > 1) || (claim.Aspect == Aspects.Upper && claim.Value < 1);

    private CoxFit Fit()
    {
        if (_isOfArms)
        {
            _design ??= Design(null);
            return CoxModel.Fit(_survival.Response(Endpoint), _design, _options);
        }

        int[]? complete = Complete();
        return CoxModel.Fit(complete is null ? _survival.Response(Endpoint) : _survival.Response(Endpoint, complete), Design(complete), _options);
    }

    /// <summary>The patients without a missing value; <see langword="null"/>: all.</summary>
    private int[]? Complete()
    {
        foreach (CoxCovariate covariate in _covariates)
        {
            if (Array.IndexOf(covariate.Values, null) >= 0)
            {
                return [.. Enumerable.Range(0, _survival.Arm.Length).Where(i => _covariates.All(c => c.Values[i] is not null))];
            }
        }

        return null;
    }

    private DesignMatrix Design(int[]? patients)
    {
        var columns = new (string, double[])[_covariates.Length];
        for (int c = 0; c < columns.Length; c++)
        {
            double?[] values = _covariates[c].Values;
            var column = new double[patients?.Length ?? values.Length];
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = values[patients is null ? i : patients[i]]!.Value;
            }

            columns[c] = (_covariates[c].Name, column);
        }

        return DesignMatrix.FromColumns(columns);
    }
}

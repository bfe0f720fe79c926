using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The hazard ratios of a Cox model that the study prints, with their intervals and P values.</summary>
internal sealed class CoxFigure(
    SurvivalDraft survival,
    int endpoint,
    Ties ties,
    ImmutableArray<CoxCovariate> covariates,
    ImmutableArray<(string Term, Claim Claim)> claims) : SurvivalFigure(endpoint)
{
    // More than all figures of a model can miss together, so that no search settles on the mirror image of a hazard ratio.
    private const double WrongDirection = 50;

    private readonly int[] _complete =
        [.. Enumerable.Range(0, survival.Arm.Length).Where(i => covariates.All(covariate => covariate.Value(i) is not null))];

    public override bool DependsOn(SurvivalMove move) => move.Indicator is { } name
        ? covariates.Any(covariate => covariate.Column == name)
        : move.Endpoint == Endpoint;

    public override double Cost()
    {
        double[] times = [.. _complete.Select(i => survival.Times[Endpoint][i] / survival.Units[Endpoint])];
        bool[] events = [.. _complete.Select(i => survival.Events[Endpoint][i])];
        DesignMatrix design = DesignMatrix.FromColumns(covariates.Select(covariate =>
            (covariate.Name, (double[])[.. _complete.Select(i => covariate.Value(i)!.Value)])));
        CoxFit fit = CoxModel.Fit(Surv.Right(times, events), design, new() { Ties = ties });
        double cost = 0;
        foreach ((string name, Claim claim) in claims)
        {
            CoxTerm term = fit[name];
            bool isMirrored = claim.Aspect == Aspects.HazardRatio && (claim.Value - 1) * term.Coefficient < 0;
            cost += (isMirrored ? WrongDirection : 0) + Miss(claim, fit.Status != FitStatus.Converged ? null : claim.Aspect switch
            {
                Aspects.HazardRatio => term.HazardRatio,
                Aspects.Lower => term.Lower,
                Aspects.Upper => term.Upper,
                _ => term.P,
            });
        }

        return cost;
    }
}

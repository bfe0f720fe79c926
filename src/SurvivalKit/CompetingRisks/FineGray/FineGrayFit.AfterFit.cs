using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <content>Predictions, residuals and the test of proportional hazards.</content>
public sealed partial class FineGrayFit
{
    /// <summary>The baseline of each stratum: the incidence for covariates of 0, with the cumulative hazard of the
    /// subdistribution.</summary>
    /// <param name="options">Intervals; <see langword="null"/>: the documented defaults. Their scale is that of one minus the
    /// incidence.</param>
    public FineGrayCurves Baseline(CoxCurveOptions? options = null) =>
        new(_model.Baseline(centered: false, options), "Baseline incidence (covariates of 0)");

    /// <summary>Cumulative incidences for new observations: for each row that of its stratum, or of every stratum where the data do not
    /// name strata.</summary>
    /// <param name="newData">A frame with the columns that the terms name.</param>
    /// <param name="options">Intervals; <see langword="null"/>: the documented defaults. Their scale is that of one minus the
    /// incidence.</param>
    /// <returns>Curves in the order of the rows; rows with a missing value have none and are counted as missing.</returns>
    /// <exception cref="SurvivalDataException">A column is missing, or a level or stratum is unknown to the fit; the message names row,
    /// column and value.</exception>
    public FineGrayCurves Curves(DataFrame newData, CoxCurveOptions? options = null) =>
        new(_model.Curves(newData, options), "Predicted incidence");

    /// <summary>Linear predictors and the incidence at given times of new observations.</summary>
    /// <param name="newData">A frame with the columns that the terms name, and those of the strata where times are given.</param>
    /// <param name="times">The times; none: linear predictors only.</param>
    /// <exception cref="SurvivalDataException">A column is missing, a level or stratum is unknown to the fit, or a time is not a number;
    /// the message names row, column and value.</exception>
    public FineGrayPredictions Predict(DataFrame newData, params IEnumerable<double> times)
    {
        ImmutableArray<double> at = [.. times];

        // Incidences need the stratum of each row, linear predictors do not.
        CoxCurves curves = at.IsEmpty ? new CoxCurves([], 0) : _model.PredictSurvival(newData, at).Curves;
        return new(_model.Predict(newData, CoxReference.Zero), new FineGrayCurves(curves, ""), at, Options.Level);
    }

    /// <summary>Residuals of the events (Schoenfeld's, as <c>crr</c> of cmprsk gives them summed by time) or of the observations; equal to
    /// those of R's <c>coxph</c> on the rows of <c>finegray</c>, weighted and added up by observation.</summary>
    /// <param name="kind">Schoenfeld and scaled Schoenfeld residuals, a row an event of the cause; score residuals, dfbeta or dfbetas, a
    /// row an observation.</param>
    /// <exception cref="SurvivalDataException">The kind is another one, or is one of observations where the fit needed the rows written
    /// out.</exception>
    public CoxResiduals Residuals(CoxResidualKind kind)
    {
        Choice.Check(kind);
        bool ofEvents = kind is CoxResidualKind.Schoenfeld or CoxResidualKind.ScaledSchoenfeld;
        if (!ofEvents && kind is not (CoxResidualKind.Score or CoxResidualKind.DfBeta or CoxResidualKind.DfBetas))
        {
            throw new SurvivalDataException(
                $"A Fine-Gray model has no {ResidualTables.NameOf(kind)} residuals; schoenfeld, scaled-schoenfeld, score, dfbeta or dfbetas were expected.");
        }

        return ofEvents || _isBySums ? _model.Residuals(kind) : throw new SurvivalDataException(
            $"This fit has no {ResidualTables.NameOf(kind)} residuals, since its likelihood has no maximum or loses its digits in sums over the observations; schoenfeld or scaled-schoenfeld ones were expected.");
    }

    /// <summary>Tests whether the coefficients stay the same over time: the score test that a coefficient times a function of time would
    /// improve the fit (Grambsch and Therneau 1994); equal to R's <c>cox.zph</c> of <c>coxph</c> on the rows of <c>finegray</c>.</summary>
    /// <param name="transform">The time scale; default: <see cref="TimeTransform.KaplanMeier"/>, which is here the incidence of the cause
    /// just before the time, over all strata. R takes the Kaplan-Meier curve, or the ranks, of the written-out rows.</param>
    /// <remarks>The variance is that of the model, which takes the weights of those with another cause as known, as R does.</remarks>
    /// <exception cref="SurvivalDataException">No coefficient is estimable, all events have one time, or the logarithm of a time
    /// that is not positive is needed.</exception>
    public ProportionalHazardsTest ProportionalHazards(TimeTransform transform = TimeTransform.KaplanMeier)
    {
        Choice.Check(transform);
        return ProportionalHazards(
            SubdistributionTimeScale.Of(transform, _sample(), _place),
            transform == TimeTransform.KaplanMeier ? "incidence" : EventTimeScale.NameOf(transform));
    }

    /// <summary>Tests whether the coefficients stay the same over time, on a time scale given by the caller.</summary>
    /// <param name="transform">A function of time, finite at every time of an event of the cause.</param>
    /// <param name="name">The name of the scale in the result.</param>
    /// <exception cref="SurvivalDataException">No coefficient is estimable, all events have one value, or a value is not
    /// finite.</exception>
    public ProportionalHazardsTest ProportionalHazards(Func<double, double> transform, string name = "user") =>
        _model.ProportionalHazards(transform, name);
}

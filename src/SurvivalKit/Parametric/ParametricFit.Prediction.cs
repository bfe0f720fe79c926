using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <content>What is predicted.</content>
public sealed partial class ParametricFit
{
    internal ModelTerms? ModelTerms { get; init; }

    /// <summary>Predicts for new observations: survival, hazard or mean time at times, or quantiles of the time.</summary>
    /// <param name="newData">A frame with the columns that the terms and strata name; its factors are coded by the levels of the
    /// fit.</param>
    /// <param name="quantity">What is predicted.</param>
    /// <param name="at">The times; for <see cref="ParametricQuantity.Quantile"/> parts of the subjects, between 0 and 1.</param>
    /// <returns>An estimate a row and time, with errors by the delta method, robust where the fit is.</returns>
    /// <exception cref="SurvivalDataException">A column is missing, a level is unknown to the fit, a time or part cannot be used, or the
    /// fit was given columns and knows no terms.</exception>
    public ParametricPredictions Predict(DataFrame newData, ParametricQuantity quantity, params IEnumerable<double> at)
    {
        double[] points = CheckedPoints(newData, quantity, at);
        CodedData rows = ModelTerms!.Code(newData);
        return new ParametricPredictions(
            quantity, Options.Level, [.. ParametricPredictor.Predict(this, rows, quantity, [.. points])], rows.Omitted);
    }

    private double[] CheckedPoints(DataFrame data, ParametricQuantity quantity, IEnumerable<double> at)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(at);
        Choice.Check(quantity);
        if (ModelTerms is null || Status == FitStatus.NoEvents)
        {
            throw new SurvivalDataException(ModelTerms is null
                ? "The fit was given columns, and knows no terms to read new data by; a fit of a formula was expected."
                : "The fit has no estimates, since no event was observed; a fit to data with events was expected.");
        }

        double[] points = [.. at];
        bool isPart = quantity == ParametricQuantity.Quantile;
        int bad = Array.FindIndex(
            points, point => !double.IsFinite(point) || (isPart ? point is <= 0 or >= 1 : IsBefore(point)));
        if (bad >= 0)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"Predictions at {points[bad]} were asked for; {(isPart ? "parts between 0 and 1" : "finite times of 0 or more")} were expected."));
        }

        return points;
    }

    // Where time itself is modelled a time before 0 is one like any other.
    private bool IsBefore(double time) => time < 0
        && Options.Distribution is not (ParametricDistribution.Gaussian or ParametricDistribution.Logistic
            or ParametricDistribution.ExtremeValue);

    /// <summary>The places of a stratum's shapes in <see cref="Terms"/>.</summary>
    internal int[] ShapePlaces(int stratum)
    {
        int shapes = Terms.Length - 1 - _columns;
        int strata = Math.Max(1, _strata.Length);
        return [.. Enumerable.Range(0, shapes / strata).Select(shape => 1 + _columns + (shape * strata) + stratum)];
    }

    /// <summary>The distribution of the time of a subject.</summary>
    /// <param name="predictor">The linear predictor.</param>
    /// <param name="places">The places of the shapes.</param>
    internal ISubjectLifetime Lifetime(double predictor, int[] places)
    {
        ParametricDistribution distribution = Options.Distribution;
        if (_solution.Flexible is { } model)
        {
            IFlexibleLifetime lifetime = model.Family.At(Array.ConvertAll(places, place => Terms[place].Coefficient));
            bool isPiecewise = distribution == ParametricDistribution.PiecewiseExponential;
            return new FlexibleSubject(lifetime, predictor, 1 + places.Length, !isPiecewise, isPiecewise ? [.. model.Knots] : []);
        }

        double shape = places.Length > 0 ? Terms[places[0]].Coefficient : ParametricStart.FixedShape(distribution)!.Value;
        return new OneShapeSubject(ParametricStart.Lifetime(distribution, shape), predictor, places.Length > 0);
    }
}

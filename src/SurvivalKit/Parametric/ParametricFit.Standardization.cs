using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <content>What the fit says of a population.</content>
public sealed partial class ParametricFit
{
    /// <summary>A quantity of a population of rows: of the mixture of their distributions, as the mean of their survivals
    /// (G-computation).</summary>
    /// <param name="data">The rows to average over: the data of the fit, or a standard population.</param>
    /// <param name="quantity">What is estimated; a hazard is that of those who still live, a quantile that of the mean survival.</param>
    /// <param name="at">The times; for <see cref="ParametricQuantity.Quantile"/> parts of the subjects, between 0 and 1.</param>
    /// <exception cref="SurvivalDataException">As for <see cref="Predict"/>; no row is complete.</exception>
    public ParametricStandardized Standardized(DataFrame data, ParametricQuantity quantity, params IEnumerable<double> at)
    {
        double[] points = CheckedPoints(data, quantity, at);
        CodedData coded = ModelTerms!.Code(data);
        if (coded.Rows.Length == 0)
        {
            throw new SurvivalDataException("No row has all values that the model uses; one or more were expected.");
        }

        var population = new ParametricPopulation(this, coded.Design, coded.Strata, coded.Offset, coded.Rows.Length);
        return new(quantity, Options.Level, coded.Rows.Length, coded.Omitted, [.. Averages("all", population, quantity, points)]);
    }

    /// <summary>A quantity of a population if all its rows had the same value of a variable, for each of its values (direct adjustment,
    /// G-computation).</summary>
    /// <param name="data">The rows to average over: the data of the fit, or a standard population.</param>
    /// <param name="variable">A column of groups that the model uses.</param>
    /// <param name="quantity">What is estimated.</param>
    /// <param name="at">The times; for <see cref="ParametricQuantity.Quantile"/> parts of the subjects, between 0 and 1.</param>
    /// <exception cref="SurvivalDataException">As for <see cref="Predict"/>; the model does not use the variable, or it has no
    /// groups.</exception>
    public ParametricStandardized Standardized(
        DataFrame data, string variable, ParametricQuantity quantity, params IEnumerable<double> at)
    {
        ArgumentNullException.ThrowIfNull(variable);
        double[] points = CheckedPoints(data, quantity, at);
        var rows = new AdjustedRows(ModelTerms!, data, variable);
        return new(quantity, Options.Level, rows.Count, rows.Omitted, [.. rows.Groups.SelectMany((name, group) =>
        {
            CoxRowsToPredict own = rows.With(group);
            return Averages(name, new(this, own.Design, own.Strata, own.Offset, own.Rows), quantity, points);
        })]);
    }

    /// <summary>The linear predictor of a row, the intercept's 1 first.</summary>
    internal double Predictor(double[] x)
    {
        double predictor = 0;
        for (int j = 0; j < x.Length; j++)
        {
            predictor += Terms[j].IsEstimable ? Terms[j].Coefficient * x[j] : 0;
        }

        return predictor;
    }

    private IEnumerable<ParametricAverage> Averages(
        string group, ParametricPopulation population, ParametricQuantity quantity, double[] points)
    {
        double z = ConfidenceLevel.NormalQuantile(Options.Level);
        foreach (double point in points)
        {
            (double value, double[] gradient) = population.Of(quantity, point);
            double error = Math.Sqrt(ParametricPredictor.Quadratic(this, gradient));
            (double lower, double upper) = ParametricPredictor.Limits(Options.Distribution, quantity, value, z * error);
            yield return new(group, point, value, error, lower, upper);
        }
    }
}

using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <content>The tables of R's broom: a row a model and a row an observation; a row a term is <see cref="Terms"/>, as a frame
/// <see cref="ToDataFrame"/>.</content>
public sealed partial class CoxFit
{
    /// <summary>The model in one row, as broom's <c>glance</c>.</summary>
    public CoxGlance Glance => new(
        Observations, Events, Omitted, DegreesOfFreedom, NullLogLikelihood, LogLikelihood, Aic, Bic, LikelihoodRatio, Wald, Score,
        RobustScore, Concordance, Iterations, Status);

    /// <summary>The observations with their predictions and residuals, as broom's <c>augment</c>.</summary>
    /// <param name="data">The data of the fit, to which the columns are added in a copy; <see langword="null"/>:
    /// the new columns only.</param>
    /// <returns>
    /// With data all of their rows, the new columns missing where a row was left out; without, a row an observation used. The new columns:
    /// <c>.row</c> (the row of the data, from 1; without data only), <c>.fitted</c> (linear predictor, counted from the means of the
    /// stratum), <c>.se.fit</c> (its standard error), <c>.expected</c> (expected events) and <c>.resid</c> (martingale residual).
    /// </returns>
    /// <exception cref="SurvivalDataException">The data have another number of rows than those of the fit, or the fit was
    /// loaded and has no data.</exception>
    public DataFrame Augment(DataFrame? data = null)
    {
        CoxPredictions predictions = Predict();
        CoxResiduals residuals = Residuals(CoxResidualKind.Martingale);
        int[] rows = [.. State.Source.Rows.IsDefault ? Enumerable.Range(0, Observations) : State.Source.Rows];
        int total = Observations + Omitted;
        if (data is not null && data.Rows.Count != total)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The data have {NumberText.Count(data.Rows.Count, "row")} and those of the fit had {total}; the data of the fit were expected."));
        }

        DataFrame frame = data is null ? new DataFrame(new Int32DataFrameColumn(".row", rows.Select(row => row + 1))) : data.Clone();
        Add(".fitted", row => predictions.LinearPredictor[row]);
        Add(".se.fit", row => predictions.StandardError[row]);
        double[] martingale = residuals.Column(0).ToArray();
        CoxExpected expected = Expected();
        Add(".expected", row => expected.Events[row]);
        Add(".resid", row => martingale[row]);
        return frame;

        void Add(string name, Func<int, double> of)
        {
            var values = new double?[data is null ? rows.Length : total];
            for (int i = 0; i < rows.Length; i++)
            {
                values[data is null ? i : rows[i]] = of(i);
            }

            frame.Columns.Add(new DoubleDataFrameColumn(name, values));
        }
    }
}

using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Predictions of observations with their survival at given times: <see cref="CoxFit.PredictSurvival"/>.</summary>
public sealed class CoxPredictedSurvival : IResult
{
    private readonly Dictionary<int, CoxCurve> _curves;

    internal CoxPredictedSurvival(CoxPredictions predictions, CoxCurves curves, ImmutableArray<double> times, double level)
    {
        Predictions = predictions;
        Curves = curves;
        Times = times;
        Level = level;
        _curves = curves.ToDictionary(curve => curve.Row!.Value);
    }

    /// <summary>Linear predictors and risks.</summary>
    public CoxPredictions Predictions { get; }

    /// <summary>The curves that the survival is read off.</summary>
    internal CoxCurves Curves { get; }

    /// <summary>The times at which survival is predicted.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>The confidence level of the limits.</summary>
    public double Level { get; }

    /// <summary>The predicted survival of an observation at each of the times.</summary>
    /// <param name="row">The observation, from 0.</param>
    /// <returns>An estimate a time; none where a value that the model uses is missing.</returns>
    public ImmutableArray<CoxEstimate> At(int row) => _curves.TryGetValue(row + 1, out CoxCurve? curve) ? curve.At(Times) : [];

    /// <summary>A row for each observation and time.</summary>
    public ImmutableArray<TableModel> ToTables() => [CoxPredictionTables.Table(Predictions, this)];

    /// <summary>A row for each observation and time: row, stratum, linear_predictor, se, risk, time, survival,
    /// survival_se, lower, upper.</summary>
    public DataFrame ToDataFrame()
    {
        (int Row, CoxEstimate? Step)[] rows =
        [
            .. Enumerable.Range(0, Predictions.Count).SelectMany(row =>
                At(row) is { IsEmpty: false } steps ? steps.Select(step => (row, (CoxEstimate?)step)) : [(row, null)]),
        ];
        return new DataFrame(
            new Int32DataFrameColumn("row", rows.Select(row => row.Row + 1)),
            new StringDataFrameColumn("stratum", rows.Select(row => Predictions.Strata.IsEmpty ? null : Predictions.Strata[row.Row])),
            FrameColumn.Numbers("linear_predictor", rows.Select(row => Predictions.LinearPredictor[row.Row])),
            FrameColumn.Numbers("se", rows.Select(row => Predictions.StandardError[row.Row])),
            FrameColumn.Numbers("risk", rows.Select(row => Math.Exp(Predictions.LinearPredictor[row.Row]))),
            FrameColumn.Numbers("time", rows.Select(row => row.Step?.Time)),
            FrameColumn.Numbers("survival", rows.Select(row => row.Step?.Survival)),
            FrameColumn.Numbers("survival_se", rows.Select(row => row.Step?.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Step?.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Step?.Upper)));
    }

    /// <inheritdoc/>
    public ResultRecord ToRecord() => CoxPredictionTables.RecordOf(Predictions, this);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}

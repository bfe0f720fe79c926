using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Predictions of observations by a Fine-Gray model: linear predictors, and the cumulative incidence of the cause at given times;
/// <see cref="FineGrayFit.Predict"/>.</summary>
public sealed class FineGrayPredictions : IResult
{
    private readonly CoxPredictions _predictors;
    private readonly Dictionary<int, FineGrayCurve> _curves;

    internal FineGrayPredictions(CoxPredictions predictors, FineGrayCurves curves, ImmutableArray<double> times, double level)
    {
        _predictors = predictors;
        _curves = times.IsEmpty ? [] : curves.ToDictionary(curve => curve.Row!.Value);
        Times = times;
        Level = level;
    }

    /// <summary>The number of observations.</summary>
    public int Count => _predictors.Count;

    /// <summary>The number of those that have no prediction, because a value that the model uses is missing.</summary>
    public int Missing => _predictors.Missing;

    /// <summary>The log subdistribution hazard ratio to covariates of 0; not a number where a value is missing.</summary>
    public ImmutableArray<double> LinearPredictor => _predictors.LinearPredictor;

    /// <summary>Its standard error, robust.</summary>
    public ImmutableArray<double> StandardError => _predictors.StandardError;

    /// <summary>The stratum of each observation; empty where the model has none.</summary>
    public ImmutableArray<string?> Strata => _predictors.Strata;

    /// <summary>The times at which incidences are predicted; may be empty.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>The confidence level of the limits.</summary>
    public double Level { get; }

    /// <summary>The predicted incidence of an observation at each of the times.</summary>
    /// <param name="row">The observation, from 0.</param>
    /// <returns>An estimate a time; none where a value that the model uses is missing.</returns>
    public ImmutableArray<FineGrayEstimate> At(int row) =>
        _curves.TryGetValue(row + 1, out FineGrayCurve? curve) ? curve.At(Times) : [];

    /// <summary>A row for each observation and time: row, stratum, linear_predictor, se, time, incidence, incidence_se, lower,
    /// upper.</summary>
    public DataFrame ToDataFrame()
    {
        (int Row, FineGrayEstimate? Step)[] rows =
        [
            .. Enumerable.Range(0, Count).SelectMany(row =>
                At(row) is { IsEmpty: false } steps ? steps.Select(step => (row, (FineGrayEstimate?)step)) : [(row, null)]),
        ];
        return new DataFrame(
            new Int32DataFrameColumn("row", rows.Select(row => row.Row + 1)),
            new StringDataFrameColumn("stratum", rows.Select(row => Strata.IsEmpty ? null : Strata[row.Row])),
            FrameColumn.Numbers("linear_predictor", rows.Select(row => LinearPredictor[row.Row])),
            FrameColumn.Numbers("se", rows.Select(row => StandardError[row.Row])),
            FrameColumn.Numbers("time", rows.Select(row => row.Step?.Time)),
            FrameColumn.Numbers("incidence", rows.Select(row => row.Step?.Incidence)),
            FrameColumn.Numbers("incidence_se", rows.Select(row => row.Step?.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Step?.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Step?.Upper)));
    }

    /// <summary>A row for each observation and time.</summary>
    public ImmutableArray<TableModel> ToTables() => [FineGrayTables.Predictions(this)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["missing"] = Missing,
        ["predictions"] = Enumerable.Range(0, Count).Select(row => new ResultRecord
        {
            ["row"] = row + 1,
            ["stratum"] = Strata.IsEmpty ? null : Strata[row],
            ["linearPredictor"] = LinearPredictor[row],
            ["se"] = StandardError[row],
            ["at"] = At(row).Select(FineGrayTables.RecordOf),
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Linear predictors and risks of observations, one element an observation; equals R's <c>predict.coxph</c> of
/// the types lp and risk.</summary>
/// <remarks>Where a value that the model uses is missing, the prediction is not a number.</remarks>
public sealed class CoxPredictions : IResult
{
    private readonly CoxBasis _basis;
    private readonly CoxRowsToPredict _rows;
    private readonly Lazy<ImmutableArray<string?>> _strata;

    internal CoxPredictions(CoxBasis basis, CoxRowsToPredict rows, CoxReference reference)
    {
        CoxLinearPredictors predictors = CoxLinearPredictors.Compute(basis, rows, reference);
        _basis = basis;
        _rows = rows;
        _strata = new(StrataOfRows);
        Reference = reference;
        LinearPredictor = ImmutableCollectionsMarshal.AsImmutableArray(rows.Spread(predictors.Values));
        StandardError = ImmutableCollectionsMarshal.AsImmutableArray(rows.Spread(predictors.Errors));
        Missing = rows.Missing;
    }

    /// <summary>The number of observations.</summary>
    public int Count => LinearPredictor.Length;

    /// <summary>The number of those that have no prediction, because a value that the model uses is missing.</summary>
    public int Missing { get; }

    /// <summary>The reference level of the linear predictors.</summary>
    public CoxReference Reference { get; }

    /// <summary>The log hazard ratio to the reference, offset included (less the mean offset of the data of the fit).</summary>
    public ImmutableArray<double> LinearPredictor { get; }

    /// <summary>Its standard error.</summary>
    public ImmutableArray<double> StandardError { get; }

    /// <summary>The hazard ratio to the reference, exp(linear predictor).</summary>
    public ImmutableArray<double> Risk => [.. LinearPredictor.Select(Math.Exp)];

    /// <summary>The standard error of the risk by the delta method: risk times <see cref="StandardError"/>.</summary>
    /// <remarks>R's <c>predict(type = "risk", se.fit = TRUE)</c> multiplies by the root of the risk instead, which is the standard error of
    /// neither.</remarks>
    public ImmutableArray<double> RiskError => [.. LinearPredictor.Zip(StandardError, (predictor, error) => Math.Exp(predictor) * error)];

    /// <summary>The stratum of each observation, <see langword="null"/> where it is missing; empty where the model has no strata, or the
    /// data do not name them.</summary>
    public ImmutableArray<string?> Strata => _strata.Value;

    /// <summary>A row an observation: row (from 1), stratum (where there are strata), linear_predictor, se, risk, risk_se.</summary>
    public DataFrame ToDataFrame()
    {
        var frame = new DataFrame(
            new Int32DataFrameColumn("row", Enumerable.Range(1, Count)),
            Column("linear_predictor", LinearPredictor),
            Column("se", StandardError),
            Column("risk", Risk),
            Column("risk_se", RiskError));
        if (!Strata.IsEmpty)
        {
            frame.Columns.Insert(1, new StringDataFrameColumn("stratum", Strata));
        }

        return frame;
    }

    /// <summary>A row an observation: linear predictor, its error, and risk.</summary>
    public ImmutableArray<TableModel> ToTables() => [CoxPredictionTables.Table(this)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => CoxPredictionTables.RecordOf(this);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private ImmutableArray<string?> StrataOfRows()
    {
        if (_rows.Strata.Length == 0)
        {
            return [];
        }

        var names = new string?[_rows.Total];
        for (int i = 0; i < _rows.Rows; i++)
        {
            names[_rows.PlaceOf(i)] = _basis.Strata[_rows.Strata[i]].Name;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(names);
    }

    private static DoubleDataFrameColumn Column(string name, ImmutableArray<double> values) => new(name, MissingValues.AsNull(values));
}

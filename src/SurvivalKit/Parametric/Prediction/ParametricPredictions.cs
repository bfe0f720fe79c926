using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>What a parametric regression predicts for rows: <see cref="ParametricFit.Predict"/>.</summary>
public sealed class ParametricPredictions : IResult
{
    internal ParametricPredictions(ParametricQuantity quantity, double level, ImmutableArray<ParametricEstimate> estimates, int missing)
    {
        Quantity = quantity;
        Level = level;
        Estimates = estimates;
        Missing = missing;
    }

    /// <summary>What is predicted.</summary>
    public ParametricQuantity Quantity { get; }

    /// <summary>The confidence level of the limits.</summary>
    public double Level { get; }

    /// <summary>An estimate for each row and each time or part, row after row; none for a row with a missing value.</summary>
    public ImmutableArray<ParametricEstimate> Estimates { get; }

    /// <summary>The number of rows without a prediction, because a value is missing.</summary>
    public int Missing { get; }

    /// <summary>A row for each estimate.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            $"Predicted {Name}",
            [new("row"), .. TableColumns.Numbers(AtName, Name, "se"), .. TableColumns.Limits(Level)],
            Estimates.Select(estimate => new TableRow(
            [
                TableCell.Number(estimate.Row + 1, NumberKind.Count),
                TableCell.Number(estimate.At, NumberKind.Time),
                TableCell.Number(estimate.Estimate, Kind),
                TableCell.Number(estimate.StandardError, Kind == NumberKind.Estimate ? NumberKind.Error : Kind),
                TableCell.Number(estimate.Lower, Kind),
                TableCell.Number(estimate.Upper, Kind),
            ])),
            ResultSentences.WithoutPrediction(Missing).Select(text => (TableNote)text)),
    ];

    /// <summary>Columns row, at, estimate, se, lower, upper.</summary>
    public DataFrame ToDataFrame() => new(
        new Int32DataFrameColumn("row", Estimates.Select(estimate => estimate.Row + 1)),
        FrameColumn.Numbers("at", Estimates.Select(estimate => estimate.At)),
        FrameColumn.Numbers("estimate", Estimates.Select(estimate => estimate.Estimate)),
        FrameColumn.Numbers("se", Estimates.Select(estimate => estimate.StandardError)),
        FrameColumn.Numbers("lower", Estimates.Select(estimate => estimate.Lower)),
        FrameColumn.Numbers("upper", Estimates.Select(estimate => estimate.Upper)));

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["quantity"] = Quantity,
        ["level"] = Level,
        ["missing"] = Missing,
        ["estimates"] = Estimates.Select(estimate => new ResultRecord
        {
            ["row"] = estimate.Row + 1,
            ["at"] = estimate.At,
            ["estimate"] = estimate.Estimate,
            ["se"] = estimate.StandardError,
            ["lower"] = estimate.Lower,
            ["upper"] = estimate.Upper,
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private string Name => NameOf(Quantity);

    private string AtName => AtNameOf(Quantity);

    /// <summary>The name of a quantity in a table.</summary>
    internal static string NameOf(ParametricQuantity quantity) => quantity switch
    {
        ParametricQuantity.Survival => "survival",
        ParametricQuantity.Hazard => "hazard",
        ParametricQuantity.CumulativeHazard => "cumulative hazard",
        ParametricQuantity.Quantile => "time",
        _ => "mean time",
    };

    /// <summary>The name of what it is at.</summary>
    internal static string AtNameOf(ParametricQuantity quantity) => quantity switch
    {
        ParametricQuantity.Quantile => "part",
        ParametricQuantity.RestrictedMean => "until",
        _ => "time",
    };

    private NumberKind Kind => Quantity == ParametricQuantity.Survival ? NumberKind.Probability : NumberKind.Estimate;
}

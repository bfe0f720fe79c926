using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>What a parametric regression says of a population: <see cref="ParametricFit.Standardized(DataFrame, ParametricQuantity,
/// IEnumerable{double})"/>.</summary>
public sealed class ParametricStandardized : IResult
{
    internal ParametricStandardized(
        ParametricQuantity quantity, double level, int rows, int missing, ImmutableArray<ParametricAverage> estimates)
    {
        Quantity = quantity;
        Level = level;
        Rows = rows;
        Missing = missing;
        Estimates = estimates;
    }

    /// <summary>What is estimated.</summary>
    public ParametricQuantity Quantity { get; }

    /// <summary>The confidence level of the limits.</summary>
    public double Level { get; }

    /// <summary>The number of rows that are averaged.</summary>
    public int Rows { get; }

    /// <summary>The number of rows left out because a value is missing.</summary>
    public int Missing { get; }

    /// <summary>An estimate for each group and each time or part.</summary>
    public ImmutableArray<ParametricAverage> Estimates { get; }

    /// <summary>A row for each estimate.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        bool hasGroups = Estimates.Any(estimate => estimate.Group != "all");
        NumberKind kind = Quantity == ParametricQuantity.Survival ? NumberKind.Probability : NumberKind.Estimate;
        return
        [
            new(
                FormattableString.Invariant($"Standardised {ParametricPredictions.NameOf(Quantity)} of {NumberText.Count(Rows, "row")}"),
                [
                    .. hasGroups ? [CurveTables.Group] : Array.Empty<TableColumn>(),
                    .. TableColumns.Numbers(ParametricPredictions.AtNameOf(Quantity), ParametricPredictions.NameOf(Quantity), "se"),
                    .. TableColumns.Limits(Level),
                ],
                Estimates.Select(estimate => new TableRow(
                [
                    .. hasGroups ? [estimate.Group] : Array.Empty<TableCell>(),
                    TableCell.Number(estimate.At, NumberKind.Time),
                    TableCell.Number(estimate.Estimate, kind),
                    TableCell.Number(estimate.StandardError, kind == NumberKind.Estimate ? NumberKind.Error : kind),
                    TableCell.Number(estimate.Lower, kind),
                    TableCell.Number(estimate.Upper, kind),
                ])),
                [.. ResultSentences.LeftOut(Missing)]),
        ];
    }

    /// <summary>Columns group, at, estimate, se, lower, upper.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("group", Estimates.Select(estimate => estimate.Group)),
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
        ["rows"] = Rows,
        ["missing"] = Missing,
        ["estimates"] = Estimates.Select(estimate => new ResultRecord
        {
            ["group"] = estimate.Group,
            ["at"] = estimate.At,
            ["estimate"] = estimate.Estimate,
            ["se"] = estimate.StandardError,
            ["lower"] = estimate.Lower,
            ["upper"] = estimate.Upper,
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}

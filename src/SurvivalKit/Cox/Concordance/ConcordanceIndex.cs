using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A concordance: Harrell's, or Uno's.</summary>
/// <param name="Estimate">The fraction of comparable pairs in which the higher predicted risk had the event first; ties in risk count one
/// half. Not a number without a comparable pair.</param>
/// <param name="StandardError">Its infinitesimal-jackknife standard error.</param>
public sealed record ConcordanceIndex(double Estimate, double StandardError) : IResult
{
    /// <summary>Whose it is, for the title: <c>Uno's concordance up to 365</c>.</summary>
    internal string Title { get; init; } = "Concordance";

    /// <summary>One row: the estimate and its standard error.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            Title,
            TableColumns.Numbers("C", "se"),
            [new TableRow([TableCell.Number(Estimate, NumberKind.Concordance), TableCell.Number(StandardError, NumberKind.Concordance)])]),
    ];

    /// <summary>One row: concordance, se.</summary>
    public DataFrame ToDataFrame() =>
        new(FrameColumn.Numbers("concordance", [Estimate]), FrameColumn.Numbers("se", [StandardError]));

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new() { ["estimate"] = Estimate, ["se"] = StandardError };

    /// <summary>The estimate and its standard error as text.</summary>
    public override string ToString() => this.ToText();
}

using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The test of proportional hazards (Grambsch and Therneau 1994) in its score form: whether a coefficient
/// times a function of time would improve the fit; R's <c>cox.zph</c> of survival 3. Immutable.</summary>
public sealed class ProportionalHazardsTest : IResult
{
    private readonly Lazy<ChangingCoefficients> _plot;

    internal ProportionalHazardsTest(
        string transform,
        ImmutableArray<ProportionalHazardsTerm> terms,
        ImmutableArray<ProportionalHazardsTerm> coefficients,
        Func<ChangingCoefficients> plot)
    {
        Transform = transform;
        Terms = terms;
        Coefficients = coefficients;
        _plot = new(plot);
    }

    /// <summary>The name of the time scale: <c>km</c>, <c>identity</c>, <c>rank</c>, <c>log</c> or the caller's.</summary>
    public string Transform { get; }

    /// <summary>A row a term, a factor's coefficients together, and <c>GLOBAL</c> last. Terms without an estimable coefficient
    /// are left out, as in R.</summary>
    public ImmutableArray<ProportionalHazardsTerm> Terms { get; }

    /// <summary>A row an estimable coefficient, as R's <c>terms = FALSE</c>, and <c>GLOBAL</c> last.</summary>
    public ImmutableArray<ProportionalHazardsTerm> Coefficients { get; }

    /// <summary>The test of all terms together.</summary>
    public ProportionalHazardsTerm Global => Terms[^1];

    /// <summary>The data of a plot of the coefficients over time: a row an event. Computed on first use.</summary>
    public ChangingCoefficients Plot => _plot.Value;

    /// <summary>The row of a term or <c>GLOBAL</c>.</summary>
    /// <param name="term">Its name.</param>
    /// <exception cref="SurvivalDataException">There is none; the message lists those there are.</exception>
    public ProportionalHazardsTerm this[string term] =>
        Terms.FirstOrDefault(candidate => candidate.Term == term)
        ?? throw new SurvivalDataException(
            $"The test has no term \"{term}\"; it has {string.Join(", ", Terms.Select(candidate => candidate.Term))}.");

    /// <summary>The terms as a frame: term, chi_square, df, p.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("term", Terms.Select(row => row.Term)),
        new DoubleDataFrameColumn("chi_square", Terms.Select(row => Known(row.ChiSquare))),
        new Int32DataFrameColumn("df", Terms.Select(row => row.DegreesOfFreedom)),
        new DoubleDataFrameColumn("p", Terms.Select(row => Known(row.P))));

    /// <summary>A row a term, and one for all of them together.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            $"Test of proportional hazards, time scale {Transform}",
            [new("term", TableAlignment.Left), .. TableColumns.Numbers("chi-square", "df", "P")],
            Terms.Select(row => new TableRow(
            [
                row.Term,
                TableCell.Number(row.ChiSquare, NumberKind.Statistic),
                TableCell.Number(row.DegreesOfFreedom, NumberKind.Freedom),
                TableCell.Number(double.IsNaN(row.ChiSquare) ? double.NaN : row.P, NumberKind.P),
            ]))),
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["transform"] = Transform,
        ["terms"] = Terms.Select(row => new ResultRecord
        {
            ["term"] = row.Term,
            ["chiSquare"] = row.ChiSquare,
            ["df"] = row.DegreesOfFreedom,
            ["p"] = row.P,
        }),
    };

    /// <summary>The table as R prints it.</summary>
    public override string ToString() => this.ToText();

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}

using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The first table of a clinical paper: variables by group.</summary>
/// <example><code>
/// var table = BaselineTable.Build(lung, "sex", new() { Variables = ["age", "factor(ph.ecog)"] });
/// Console.WriteLine(table);
/// </code></example>
public sealed class BaselineTable : IResult
{
    internal BaselineTable(
        string by,
        ImmutableArray<string> groups,
        ImmutableArray<int> counts,
        ImmutableArray<BaselineRow> rows,
        int omitted,
        BaselineOptions options)
    {
        Omitted = omitted;
        By = by;
        Groups = groups;
        Counts = counts;
        Rows = rows;
        Options = options;
    }

    /// <summary>The variable that makes the groups.</summary>
    public string By { get; }

    /// <summary>The columns: <c>All</c> if requested, then the groups in the order of their levels.</summary>
    public ImmutableArray<string> Groups { get; }

    /// <summary>The number of rows of the data in each column.</summary>
    public ImmutableArray<int> Counts { get; }

    /// <summary>The rows with the numbers behind them.</summary>
    public ImmutableArray<BaselineRow> Rows { get; }

    /// <summary>The number of rows of the data that are left out because their group is missing.</summary>
    public int Omitted { get; }

    /// <summary>The columns that the table leaves out because it cannot read them, a sentence each; only where all columns were asked
    /// for.</summary>
    public ImmutableArray<string> Notes { get; internal init; } = [];

    /// <summary>The options of the table.</summary>
    public BaselineOptions Options { get; }

    /// <summary>Builds a table.</summary>
    /// <param name="data">The data; rows in which the group is missing are left out.</param>
    /// <param name="by">The column that makes the groups.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <remarks>
    /// Text, factors and <c>factor(x)</c> are categories; logicals and columns of 0 and 1 are indicators, of which one row shows how many
    /// have it; other numbers are measurements; of dates the median and the range are
    /// shown. Percentages are of the known values; a row says how many are unknown, where some are.
    /// </remarks>
    /// <exception cref="SurvivalDataException">A column is missing or an expression cannot be read.</exception>
    public static BaselineTable Build(DataFrame data, string by, BaselineOptions? options = null) =>
        BaselineBuilder.Build(data, by, options ?? new BaselineOptions());

    /// <summary>The table to be read.</summary>
    /// <param name="title">Its title.</param>
    public TableModel ToTable(string title = "") => BaselineTables.Summary(this, title);

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [ToTable()];

    /// <summary>A row a row of the table and group: variable, label, level, group, known, n, percent, mean, sd, median, p25,
    /// p75, min, max, test, p.</summary>
    public DataFrame ToDataFrame() => BaselineNumbers.FrameOf(this);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => BaselineNumbers.RecordOf(this);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}

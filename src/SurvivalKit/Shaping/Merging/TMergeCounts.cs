using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Where the times of each merged variable lay: the tcount of R's tmerge, to be read before the merged data are used.</summary>
/// <remarks>Many events that are late, in a gap or leading say that the time ranges are wrong: they are no events in the
/// result.</remarks>
public sealed class TMergeCounts : IResult
{
    internal TMergeCounts(ImmutableArray<TMergeCount> rows) => Rows = rows;

    /// <summary>A row for each variable, in the order in which they were merged.</summary>
    public ImmutableArray<TMergeCount> Rows { get; }

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Times merged",
            [new("", TableAlignment.Left), .. TableColumns.Numbers([.. Names])],
            Rows.Select(row => new TableRow(
                [row.Variable, .. row.Named.Select(count => TableCell.Number(count.Count, NumberKind.Count))]))),
    ];

    /// <inheritdoc/>
    public DataFrame ToDataFrame() => new(
        [
            new StringDataFrameColumn("variable", Rows.Select(row => row.Variable)),
            .. Names.Select((name, place) => new Int32DataFrameColumn(name, Rows.Select(row => row.Named[place].Count))),
        ]);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["counts"] = Rows.Select(row =>
        {
            var record = new ResultRecord { ["variable"] = row.Variable };
            foreach ((string name, int count) in row.Named)
            {
                record[name] = count;
            }

            return record;
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private static IEnumerable<string> Names => new TMergeCount("", 0, 0, 0, 0, 0, 0, 0, 0, 0).Named.Select(count => count.Name);
}

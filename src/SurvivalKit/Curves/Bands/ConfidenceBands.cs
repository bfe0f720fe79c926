using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The simultaneous confidence bands of several curves, each of its own group.</summary>
public sealed class ConfidenceBands : IReadOnlyList<ConfidenceBand>, IResult
{
    internal ConfidenceBands(ImmutableArray<(string Group, ConfidenceBand Band)> bands) => Bands = bands;

    /// <summary>The bands with the names of their groups, in the order of the curves.</summary>
    public ImmutableArray<(string Group, ConfidenceBand Band)> Bands { get; }

    /// <inheritdoc/>
    public int Count => Bands.Length;

    /// <inheritdoc/>
    public ConfidenceBand this[int index] => Bands[index].Band;

    /// <summary>The band of each group: a row for each time.</summary>
    public ImmutableArray<TableModel> ToTables() =>
        [.. Bands.SelectMany(pair => pair.Band.ToTables().Select(table =>
            new TableModel($"{pair.Group}: {table.Title}", table.Columns, table.Rows)))];

    /// <summary>A row for each group and time: group, time, survival, lower, upper.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("group", Bands.SelectMany(pair => pair.Band.Time, (pair, _) => pair.Group)),
        FrameColumn.Numbers("time", Bands.SelectMany(pair => pair.Band.Time)),
        FrameColumn.Numbers("survival", Bands.SelectMany(pair => pair.Band.Survival)),
        FrameColumn.Numbers("lower", Bands.SelectMany(pair => pair.Band.Lower)),
        FrameColumn.Numbers("upper", Bands.SelectMany(pair => pair.Band.Upper)));

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["bands"] = Bands.Select(pair =>
        {
            ResultRecord record = pair.Band.ToRecord();
            record["group"] = pair.Group;
            return record;
        }),
    };

    /// <summary>The tables as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<ConfidenceBand> GetEnumerator() => Bands.Select(pair => pair.Band).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

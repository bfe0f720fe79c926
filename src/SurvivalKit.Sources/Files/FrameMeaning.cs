using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>What a frame knows and the columns of a Parquet or Arrow file do not: the order of levels and the labels of columns. It is
/// kept as JSON among the file's own remarks.</summary>
/// <param name="Levels">The levels of each factor.</param>
/// <param name="Labels">The labels of columns.</param>
internal sealed record FrameMeaning(
    IReadOnlyDictionary<string, ImmutableArray<string>> Levels, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>The name under which it is kept.</summary>
    public const string Key = "survivalkit";

    private static readonly FrameMeaning None = new(
        ImmutableDictionary<string, ImmutableArray<string>>.Empty, ImmutableDictionary<string, string>.Empty);

    /// <summary>That of a frame.</summary>
    public static FrameMeaning Of(DataFrame frame) => new(
        frame.Columns.OfType<FactorColumn>().ToDictionary(column => column.Name, column => column.Levels),
        SurvivalData.LabelsOf(frame));

    /// <summary>Reads what <see cref="ToJson"/> wrote; anything else is nothing.</summary>
    public static FrameMeaning Parse(string? json)
    {
        try
        {
            return json is not null && JsonSerializer.Deserialize<FrameMeaning>(json) is { Levels: not null, Labels: not null } known
                ? known
                : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>A column with its levels, where they are known and still fit.</summary>
    public DataFrameColumn Restore(DataFrameColumn column)
    {
        if (column is not StringDataFrameColumn texts || column is FactorColumn
            || !Levels.TryGetValue(column.Name, out ImmutableArray<string> levels) || levels.IsDefault)
        {
            return column;
        }

        var known = levels.ToHashSet(StringComparer.Ordinal);
        return texts.All(text => text is null || known.Contains(text)) ? new FactorColumn(column.Name, texts, levels) : column;
    }
}

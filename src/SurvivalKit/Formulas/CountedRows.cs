using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A frame whose rows stand for several equal observations each, as a database counts them by group and time.</summary>
/// <param name="Column">The column with the number of observations of each row.</param>
/// <param name="Expressions">The expressions of a formula that were computed before the rows were counted, as the formula writes them, with
/// the column that has their values.</param>
internal sealed record CountedRows(string Column, ImmutableDictionary<string, string> Expressions)
{
    private static readonly ConditionalWeakTable<DataFrame, CountedRows> Known = [];

    /// <summary>What is known of a frame; <see langword="null"/> where each row is one observation.</summary>
    public static CountedRows? Of(DataFrame data) => Known.TryGetValue(data, out CountedRows? counted) ? counted : null;

    /// <summary>Says that the rows of a frame are counted.</summary>
    public void Describe(DataFrame data) => Known.AddOrUpdate(data, this);

    /// <summary>The number of observations of each row of a frame; empty: 1.</summary>
    public static int[] CopiesIn(DataFrame data) => Of(data) is { } counted
        ? Array.ConvertAll(FrameColumns.Numbers(data, counted.Column), copies => checked((int)copies))
        : [];
}

using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A text column whose values come from an ordered list of levels, as R's <c>factor</c>.</summary>
/// <remarks>
/// The first level is the reference level of a regression, and tables and figures show the levels in this order.
/// Filtering, sorting and cloning a frame keep the levels.
/// </remarks>
public sealed class FactorColumn : StringDataFrameColumn
{
    /// <summary>Makes a factor column.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">One value a row; <see langword="null"/> is missing.</param>
    /// <param name="levels">The levels in order; the first one is the reference level.</param>
    /// <exception cref="SurvivalDataException">A value is none of the levels, or a level is listed twice.</exception>
    public FactorColumn(string name, IEnumerable<string?> values, IEnumerable<string> levels)
        : base(name, values)
    {
        Levels = [.. levels];
        if (Levels.Distinct(StringComparer.Ordinal).Count() != Levels.Length)
        {
            throw SurvivalDataException.AtColumn(null, name, "a level is listed twice; levels are expected once each.");
        }

        var known = new TextCodes();
        foreach (string level in Levels)
        {
            known.CodeOrAdd(level);
        }

        long row = 0;
        foreach (string? value in this)
        {
            row++;
            if (value is not null && known.CodeOf(value) < 0)
            {
                throw SurvivalDataException.AtCell(null, row, name, value, $"\"{value}\" is none of the levels {ListOf(Levels)}.");
            }
        }
    }

    /// <summary>The levels in order.</summary>
    public ImmutableArray<string> Levels { get; }

    internal static string ListOf(IEnumerable<string> levels) => string.Join(", ", levels.Select(level => $"\"{level}\""));

    /// <inheritdoc/>
    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend) =>
        WithLevels((StringDataFrameColumn)base.CloneImplementation(numberOfNullsToAppend));

    /// <inheritdoc/>
    protected override DataFrameColumn CloneImplementation(
        DataFrameColumn? mapIndices, bool invertMapIndices, long numberOfNullsToAppend) =>
        WithLevels((StringDataFrameColumn)base.CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend));

    private FactorColumn WithLevels(StringDataFrameColumn clone) => new(clone.Name, clone, Levels);
}

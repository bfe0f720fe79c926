using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Gives the levels of a column in order: the first is the reference of a regression, and groups, scores of a trend and legends
/// follow the order.</summary>
/// <example><code>
/// DataFrame ordered = FactorLevels.Set(trial, "ageg", "&lt;50", "50-69", "70+");
/// DataFrame same = FactorLevels.Set(trial, "ageg=&lt;50,50-69,70+");
/// </code></example>
public static class FactorLevels
{
    /// <summary>Makes a column a factor of these levels.</summary>
    /// <param name="data">The data; they do not change.</param>
    /// <param name="column">The column: text, a factor, numbers (whose levels are as R writes them, <c>0.5</c>) or TRUE and FALSE.</param>
    /// <param name="levels">All its values, each once, in the order wanted.</param>
    /// <returns>A frame with the factor in place of the column.</returns>
    /// <exception cref="SurvivalDataException">There is no such column; a level is listed twice or is no value of the column; or a value is
    /// none of the levels (the message names its row).</exception>
    public static DataFrame Set(DataFrame data, string column, params IEnumerable<string> levels)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(levels);
        ImmutableArray<string> order = [.. levels];
        string? source = SurvivalData.SourceOf(data);
        FormulaValue.Levels values = FrameColumns.Levels(data, column);
        FormulaValue.Levels used = FormulaFunctions.Used(values);
        if (order.FirstOrDefault(level => !used.Names.Contains(level)) is { } unknown)
        {
            throw SurvivalDataException.AtColumn(
                source, column, $"the level \"{unknown}\" is none of its values {FactorColumn.ListOf(used.Names)}.");
        }

        return SetWithAbsent(data, column, order);
    }

    /// <summary>Makes a column a factor of these levels, of which some may not occur.</summary>
    internal static DataFrame SetWithAbsent(DataFrame data, string column, ImmutableArray<string> order)
    {
        string? source = SurvivalData.SourceOf(data);
        FormulaValue.Levels values = FrameColumns.Levels(data, column);
        int row = Array.FindIndex(values.Codes, code => code >= 0 && !order.Contains(values.Names[code]));
        if (row >= 0)
        {
            string value = values.Names[values.Codes[row]];
            throw SurvivalDataException.AtCell(
                source, row + 1L, column, value, $"\"{value}\" is none of the levels that are given, {FactorColumn.ListOf(order)}.");
        }

        var factor = new FactorColumn(column, values.Codes.Select(code => code < 0 ? null : values.Names[code]), order);
        return SurvivalData.Derived(new DataFrame(data.Columns.Select(other => other.Name == column ? factor : other)), data);
    }

    /// <summary>Makes a column a factor: <see cref="Set(DataFrame, string, IEnumerable{string})"/>, with column and levels in one
    /// text.</summary>
    /// <param name="data">The data; they do not change.</param>
    /// <param name="columnAndLevels">The column, <c>=</c>, and the levels with commas between them: <c>ageg=&lt;50,50-69,70+</c>. A level
    /// that has a comma in it stands in quotation marks.</param>
    /// <exception cref="SurvivalDataException">As for the other form; or there is no <c>=</c>, or a quotation mark is not
    /// closed.</exception>
    public static DataFrame Set(DataFrame data, string columnAndLevels)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(columnAndLevels);

        (string column, ImmutableArray<string> levels) = Read(columnAndLevels, data.Columns.Select(known => known.Name));
        return Set(data, column, levels);
    }

    /// <summary>The column and its levels in one text, for data that have these columns.</summary>
    internal static (string Column, ImmutableArray<string> Levels) Read(string columnAndLevels, IEnumerable<string> columns)
    {
        // A column's own name may have an equals sign: the longest name that fits is meant.
        string? column = columns.Where(name => columnAndLevels.StartsWith(name + "=", StringComparison.Ordinal)).MaxBy(name => name.Length);
        int equals = columnAndLevels.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new SurvivalDataException(
                $"\"{columnAndLevels}\" gives no levels; a column, = and levels with commas between them were expected, as g=low,high.");
        }

        column ??= columnAndLevels[..equals];
        return (column, Listed(columnAndLevels, column.Length + 1));
    }

    private static ImmutableArray<string> Listed(string text, int from)
    {
        var levels = ImmutableArray.CreateBuilder<string>();
        for (int at = from; at <= text.Length;)
        {
            bool isQuoted = at < text.Length && text[at] is '"' or '\'';
            int end = isQuoted ? text.IndexOf(text[at], at + 1) : text.IndexOf(',', at);
            if (isQuoted && (end < 0 || (end + 1 < text.Length && text[end + 1] != ',')))
            {
                throw new SurvivalDataException($"\"{text}\" has a quotation mark that is not closed before a comma or the end.");
            }

            levels.Add(isQuoted ? text[(at + 1)..end] : end < 0 ? text[at..].Trim() : text[at..end].Trim());
            at = end < 0 ? text.Length + 1 : end + (isQuoted ? 2 : 1);
        }

        return levels.ToImmutable();
    }
}

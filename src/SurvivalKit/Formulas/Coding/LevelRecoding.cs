using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Codes a factor of new data by the levels that a model was fitted to.</summary>
internal static class LevelRecoding
{
    /// <param name="value">The factor of the new data.</param>
    /// <param name="levels">The levels of the fit.</param>
    /// <param name="node">The expression, which names the column at fault.</param>
    /// <param name="source">The file of the new data, where it is known.</param>
    /// <param name="rows">The place in the new data of each value, where some were left out.</param>
    /// <exception cref="SurvivalDataException">A row has another level.</exception>
    public static FormulaValue.Levels Recode(
        FormulaValue.Levels value, ImmutableArray<string> levels, FormulaNode node, string? source, int[]? rows = null)
    {
        int[] places = [.. value.Names.Select(name => levels.IndexOf(name))];
        bool areSame = value.Names.Length == levels.Length;
        for (int level = 0; level < places.Length; level++)
        {
            int unknown = places[level] < 0 ? Array.IndexOf(value.Codes, level) : -1;
            areSame &= places[level] == level;
            if (unknown >= 0)
            {
                throw SurvivalDataException.AtCell(
                    source, (rows is null ? unknown : rows[unknown]) + 1L, ColumnOf(
                        node), value.Names[level],
                        $"\"{value.Names[level]}\" is none of the levels {FactorColumn.ListOf(levels)} that the model was fitted to.");
            }
        }

        return areSame ? value with { IsText = false } : new FormulaValue.Levels(FormulaFunctions.Renumbered(value.Codes, places), levels);
    }

    private static string ColumnOf(FormulaNode node) => node switch
    {
        FormulaNode.Name name => name.Value,
        FormulaNode.Call { Function: "factor" or "as.factor" or "relevel" or "C", Arguments: [var first, ..] } => ColumnOf(first.Value),
        FormulaNode.Call { Function: "strata", Arguments: [{ Value: FormulaNode.Name name }] } => name.Value,
        _ => node.ToString(),
    };
}

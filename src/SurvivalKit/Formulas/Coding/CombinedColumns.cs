using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary><c>strata(a, b)</c> and <c>cluster(a, b)</c>: one level for each combination that occurs.</summary>
internal static class CombinedColumns
{
    public static FormulaValue.Levels Cross(FormulaNode.Call call, FormulaEvaluator evaluator, string formula)
    {
        if (call.Arguments.IsEmpty)
        {
            throw new FormulaException(formula, call.Position, $"{call.Function}() was expected to name a column.");
        }

        if (call.Arguments.FirstOrDefault(argument => argument.Name is not null) is { } named)
        {
            throw new FormulaException(
                formula, named.Value.Position, $"{call.Function}() takes columns only; an argument named {named.Name} was found.");
        }

        FormulaValue[] values = [.. call.Arguments.Select(argument => evaluator.Labels(argument.Value))];

        // Cluster names are never shown, and often there are as many clusters as rows.
        if (call.Function == "cluster" && values is [FormulaValue.Numbers ids])
        {
            return new FormulaValue.Levels(NumberCodes.Code(ids.Values.Span).Codes, []);
        }

        // R's short labels: text levels stand alone, numbers and logicals are written with their column.
        bool inWords = Array.TrueForAll(values, value => value is FormulaValue.Levels);
        return Combination.Cross(
            [.. values.Select(value => value.AsLevels())],
            [.. call.Arguments.Select(argument => inWords ? "" : argument.Value.ToString())]);
    }

    /// <summary>The strata that the terms make together; null where there are none.</summary>
    public static FormulaValue.Levels? Strata(
        TermList terms, ImmutableArray<FormulaValue> variables) => terms.Strata is { IsEmpty: false } strata
        ? Combination.Cross([.. strata.Select(place => (FormulaValue.Levels)variables[place])], [.. strata.Select(_ => "")])
        : null;
}

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary><c>strata(a, b)</c> and <c>cluster(a, b)</c>: one level for each combination that occurs.</summary>
internal static class CombinedColumns
{
    private const string Missing = "NA";

    public static FormulaValue.Levels Cross(FormulaNode.Call call, FormulaEvaluator evaluator, string formula)
    {
        var arguments = new CallArguments(formula, call, KnownFunctions.Find(call.Function)!.Parameters.AsSpan());
        ImmutableArray<FormulaArgument> columns = arguments.Others;
        FormulaValue[] values = [.. columns.Select(argument => evaluator.Labels(argument.Value))];

        // Cluster names are never shown, and often there are as many clusters as rows.
        if (call.Function == "cluster" && values is [FormulaValue.Numbers ids])
        {
            return new FormulaValue.Levels(NumberCodes.Code(ids.Values.Span).Codes, []);
        }

        // R's short labels: text levels stand alone, numbers and logicals are written with their column, as are all where one is named.
        bool inWords = (call.Function == "strata" ? arguments.Flag("shortlabel") : null)
            ?? (columns.All(argument => argument.Name is null) && Array.TrueForAll(values, value => value is FormulaValue.Levels));
        bool withMissing = call.Function == "strata" && (arguments.Flag("na.group") ?? false);
        return Combination.Cross(
            [.. values.Select(value => withMissing ? WithMissing(value.AsLevels()) : value.AsLevels())],
            [.. columns.Select(argument => inWords ? "" : argument.Name ?? argument.Value.ToString())],
            call.Function == "strata" ? arguments.Text("sep") ?? Combination.Separator : Combination.Separator);
    }

    /// <summary>The strata that the terms make together; null where there are none.</summary>
    public static FormulaValue.Levels? Strata(
        TermList terms, ImmutableArray<FormulaValue> variables) => terms.Strata is { IsEmpty: false } strata
        ? Combination.Cross([.. strata.Select(place => (FormulaValue.Levels)variables[place])], [.. strata.Select(_ => "")])
        : null;

    // Missing values as a level of their own, the last.
    private static FormulaValue.Levels WithMissing(FormulaValue.Levels levels) => levels.Codes.AsSpan().Contains(-1)
        ? levels with
        {
            Codes = Array.ConvertAll(levels.Codes, code => code < 0 ? levels.Names.Length : code),
            Names = levels.Names.Add(Missing),
        }
        : levels;
}

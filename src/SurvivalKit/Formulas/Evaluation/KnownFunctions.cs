using System.Collections.Frozen;

namespace SurvivalKit;

/// <summary>The one table of what a formula may call.</summary>
internal static class KnownFunctions
{
    private static readonly FrozenDictionary<string, FormulaFunction> ByName =
        ((IEnumerable<FormulaFunction>)
        [
            .. NumberFunctions.All,
            .. TruthFunctions.All,
            .. SummaryFunctions.All,
            .. FactorFunctions.All,
            .. TermBases.Parameters.Select(basis => new FormulaFunction(basis.Key, FunctionKind.Columns, basis.Value)),
            .. SpecialTerms.All,
        ]).ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>The names of all functions that are not refused, in order, for messages and documents.</summary>
    public static string ListOfNames { get; } = string.Join(
        ", ",
        ByName.Values.Where(function => function.Kind != FunctionKind.Refused).Select(function => function.Name).Append("c").Append("Surv")
            .Order(LevelOrder.Text));

    /// <summary>A function; null where there is none of the name.</summary>
    public static FormulaFunction? Find(string name) => ByName.GetValueOrDefault(name);
}

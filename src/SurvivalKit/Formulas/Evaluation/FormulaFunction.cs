using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A function that a formula may call.</summary>
/// <param name="Name">Its name in R.</param>
/// <param name="Kind">Where it may stand.</param>
/// <param name="Parameters">Its parameters in R's order, <c>...</c> among them.</param>
/// <param name="Evaluate">Its value for each row; null where it has none of its own.</param>
/// <param name="Refusal">The sentence that refuses it; null where it is known.</param>
internal sealed record FormulaFunction(
    string Name,
    FunctionKind Kind,
    ImmutableArray<string> Parameters,
    Func<FunctionCall, FormulaValue>? Evaluate = null,
    string? Refusal = null)
{
    /// <summary>A function with a value for each row.</summary>
    public static FormulaFunction Of(string name, string parameters, Func<FunctionCall, FormulaValue> evaluate) =>
        new(name, FunctionKind.Value, [.. parameters.Split(", ")], evaluate);
}

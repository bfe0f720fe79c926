using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The expanded right side of a formula: its variables, and which of them each term multiplies.</summary>
/// <param name="Variables">The variables, in the order in which they first occur.</param>
/// <param name="Names">The variables' names: their text as R deparses it.</param>
/// <param name="Terms">The terms, main effects before interactions; each lists places in <paramref name="Variables"/>, increasing.</param>
/// <param name="Offsets">The expressions of <c>offset()</c>.</param>
/// <param name="Clusters">The calls of <c>cluster()</c>.</param>
internal sealed record TermList(
    ImmutableArray<FormulaNode> Variables,
    ImmutableArray<string> Names,
    ImmutableArray<ImmutableArray<int>> Terms,
    ImmutableArray<FormulaNode> Offsets,
    ImmutableArray<FormulaNode.Call> Clusters)
{
    /// <summary>The columns of the data, where a <c>.</c> was expanded to them; else empty.</summary>
    public ImmutableArray<string> DotColumns { get; init; } = [];

    /// <summary>The names of all columns that the terms, the offset and the clusters use.</summary>
    public IEnumerable<string> Columns() => Variables.Concat(Offsets).Concat(Clusters).SelectMany(node => node.Columns());

    /// <summary>The places of the variables that are terms themselves; not those removed by <c>-</c>.</summary>
    public IEnumerable<int> MainEffects => Terms.Where(term => term.Length == 1).Select(term => term[0]);

    /// <summary>The places of the variables that are <c>strata()</c>: as in R those too that stand in an interaction only, and those
    /// that <c>-</c> removed.</summary>
    public ImmutableArray<int> Strata =>
        field.IsDefault ? field = [.. Enumerable.Range(0, Variables.Length).Where(IsStrata)] : field;

    /// <summary>A term's name: those of its variables, joined by <c>:</c>.</summary>
    public string Label(ImmutableArray<int> term) =>
        term is [var only] ? Names[only] : string.Join(":", term.Select(variable => Names[variable]));

    public bool IsStrata(int variable) => Variables[variable] is FormulaNode.Call { Function: "strata" };
}

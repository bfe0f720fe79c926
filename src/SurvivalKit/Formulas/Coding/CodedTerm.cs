using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A term of a fitted formula and how its variables were coded: what a table needs to name the levels behind the
/// coefficients.</summary>
/// <param name="Label">The term as the formula has it: <c>factor(sex)</c>, <c>age:sex</c>.</param>
/// <param name="Variables">Its variables; over the columns of the term the first varies fastest.</param>
internal sealed record CodedTerm(string Label, ImmutableArray<CodedTerm.Variable> Variables)
{
    private static readonly ImmutableArray<string> Categorising =
        ["factor", "as.factor", "ordered", "as.ordered", "relevel", "C", "I", "as.numeric"];

    /// <summary>A column of numbers that a caller named, as a term of its own.</summary>
    public static CodedTerm OfColumn(string name) => new(name, [new(name, name, null, false, false)]);

    /// <summary>The column of the data whose values a variable has, also where a call makes them categories: <c>sex</c> of
    /// <c>factor(sex)</c>; <see langword="null"/> where it is computed from columns.</summary>
    public static string? ColumnOf(FormulaNode variable) => variable switch
    {
        FormulaNode.Name name => name.Value,
        FormulaNode.Parenthesis parenthesis => ColumnOf(parenthesis.Inner),
        FormulaNode.Call { Arguments: [{ Value: FormulaNode.Name inner }, ..] } call when Categorising.Contains(call.Function) =>
            inner.Value,
        _ => null,
    };

    /// <summary>A variable of a term.</summary>
    /// <param name="Name">Its text in the formula.</param>
    /// <param name="Column"><see cref="ColumnOf"/>.</param>
    /// <param name="Factor">The levels of a categorical variable; <see langword="null"/> for numbers.</param>
    /// <param name="InFull">Whether the reference level has a column too, because the term without this variable is not in the
    /// model.</param>
    /// <param name="IsBasis">Whether it is a spline or polynomial of a number, with several columns that mean nothing alone.</param>
    internal sealed record Variable(string Name, string? Column, FactorCoding? Factor, bool InFull, bool IsBasis)
    {
        /// <summary>Whether each column has a meaning of its own: the number, or a level.</summary>
        public bool IsReadable => !IsBasis && (Factor is not { IsOrdered: true } || InFull);

        /// <summary>The places of the levels that have a column, in the order of the columns; one without a level for a number.</summary>
        public IEnumerable<int?> LevelsOfColumns => Factor is null
            ? [null]
            : Enumerable.Range(0, Factor.Levels.Length).Where(level => InFull || level != Factor.Reference).Select(level => (int?)level);
    }
}

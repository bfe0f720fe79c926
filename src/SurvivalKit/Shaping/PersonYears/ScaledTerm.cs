using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A term of a person-time table: a moving scale, or the levels of a group.</summary>
/// <param name="Name">The term as R deparses it.</param>
/// <param name="Node">The term.</param>
/// <param name="Scale">The scale; null for a group.</param>
/// <param name="Levels">The levels; null for a scale.</param>
internal sealed record ScaledTerm(string Name, FormulaNode Node, Tcut? Scale, FormulaValue.Levels? Levels)
{
    /// <summary>The names of the bands or levels.</summary>
    public ImmutableArray<string> Names => Scale?.Labels ?? Levels!.Names;

    /// <summary>The term of the complete rows.</summary>
    public ScaledTerm Keep(int[]? kept) => kept is null ? this : this with
    {
        Scale = Scale is null ? null : new Tcut(kept.Select(row => Scale.Origin[row]), Scale.Breaks, Scale.Labels),
        Levels = Levels is null ? null : FormulaFunctions.Used((FormulaValue.Levels)RowCut.Keep(Levels, kept)),
    };
}

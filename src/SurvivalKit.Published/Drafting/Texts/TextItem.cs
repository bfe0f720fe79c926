using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>One or more numbers of a sentence that belong together.</summary>
/// <param name="First">The first token.</param>
/// <param name="End">The token behind the last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Numbers">The numbers, each with the aspects that it may be of, the likeliest first.</param>
internal sealed record TextItem(int First, int End, TextItemKind Kind,
    ImmutableArray<(ImmutableArray<string> Aspects, DraftNumber Number)> Numbers)
{
    /// <summary>The number that a count is printed to be of; <see langword="null"/>: none.</summary>
    public int? Of { get; init; }
}

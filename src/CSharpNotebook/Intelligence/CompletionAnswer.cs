using System.Collections.Immutable;

namespace CSharpNotebook.Intelligence;

/// <summary>What could stand at a place of a cell.</summary>
/// <param name="Start">Where the identifier begins that a match would replace, in UTF-16 units.</param>
/// <param name="End">Where that identifier ends; equal to <paramref name="Start"/> when nothing was typed yet.</param>
/// <param name="Matches">
/// The names that begin with what was typed, in the order of the compiler's own list; empty when there are none.
/// </param>
public sealed record CompletionAnswer(int Start, int End, ImmutableArray<CompletionMatch> Matches);

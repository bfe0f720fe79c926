using System.Collections.Immutable;

namespace CSharpNotebook.Intelligence;

/// <summary>The possible names at a position of a cell.</summary>
/// <param name="Start">The start of the identifier that a match would replace, in UTF-16 units.</param>
/// <param name="End">The end of that identifier; equal to <paramref name="Start"/> when nothing was typed yet.</param>
/// <param name="Matches">
/// The names that begin with what was typed, in the order of the compiler's own list; empty when there are none.
/// </param>
public sealed record CompletionAnswer(int Start, int End, ImmutableArray<CompletionMatch> Matches);

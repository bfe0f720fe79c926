using System.Collections.Immutable;

namespace CSharpNotebook.Intelligence;

/// <summary>What a declaration of a session is; later ones hide earlier ones of the same name, but for overloads of a method.</summary>
internal enum StubKind
{
    Using,
    Type,
    Method,
    Value,
}

/// <summary>A declaration of a session, as it stands in the stub.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Under what name it is found; of a <c>using</c> without a name, its text.</param>
/// <param name="Key">What there can be only one of in a piece: the name, for a method with its parameters.</param>
/// <param name="Piece">The number of the piece that declared it, in the order of time.</param>
/// <param name="Text">The declaration, without what it computes.</param>
/// <param name="Mentions">The identifiers in its text.</param>
internal sealed record StubDeclaration(StubKind Kind, string Name, string Key, int Piece, string Text, ImmutableHashSet<string> Mentions);

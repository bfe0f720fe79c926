using System.Collections.Immutable;

namespace CSharpNotebook.Intelligence;

/// <summary>The kind of a declaration of a session; later ones hide earlier ones of the same name, except overloads of a method.</summary>
internal enum StubKind
{
    Using,
    Type,
    Method,
    Value,
}

/// <summary>A declaration of a session, as written in the stub.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name; for a <c>using</c> without a name, its text.</param>
/// <param name="Key">The key that is unique in a piece: the name, for a method with its parameters.</param>
/// <param name="Piece">The number of the piece that declared it, in order.</param>
/// <param name="Text">The declaration, without initialisers and bodies.</param>
/// <param name="Mentions">The identifiers in its text.</param>
internal sealed record StubDeclaration(StubKind Kind, string Name, string Key, int Piece, string Text, ImmutableHashSet<string> Mentions);

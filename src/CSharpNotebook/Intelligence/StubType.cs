using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Intelligence;

/// <summary>Names types so that the name means the same everywhere in a session.</summary>
internal static class StubType
{
    private static readonly SymbolDisplayFormat Format =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Name(ITypeSymbol type) => type.ToDisplayString(Format);

    /// <summary>Whether a type is anonymous or made of one, so that it has no name.</summary>
    public static bool IsAnonymous(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => true,
        IArrayTypeSymbol array => IsAnonymous(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsAnonymous) || (named.ContainingType is { } outer && IsAnonymous(outer)),
        _ => false,
    };
}

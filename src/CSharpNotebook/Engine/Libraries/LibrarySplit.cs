using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>
/// A cell in two parts: what must be compiled as a library, because a script cannot contain it (namespaces, classes of extension methods,
/// and the types of the cell that these need), and the rest. In each text the other part is replaced by spaces, so that lines and columns
/// are those of the cell.
/// </summary>
/// <param name="Library">The part for the library, with the <c>using</c> lines of the cell.</param>
/// <param name="Rest">The part for the script.</param>
/// <param name="Extensions">Whether there are classes of extension methods in the library.</param>
/// <param name="Names">The names that the library uses and does not declare.</param>
internal sealed record LibrarySplit(string Library, string Rest, bool Extensions, ImmutableHashSet<string> Names)
{
    /// <summary>Splits a cell.</summary>
    /// <param name="code">The cell without the directives of the host.</param>
    /// <param name="syntax">The parse options of the session.</param>
    /// <returns>The two parts, or null when all of it can be script.</returns>
    public static LibrarySplit? Find(string code, CSharpParseOptions syntax)
    {
        if (!code.Contains("namespace", StringComparison.Ordinal) && !code.Contains("static", StringComparison.Ordinal))
        {
            return null;
        }

        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, syntax).GetRoot();
        var library = root.Members.Where(member => member is BaseNamespaceDeclarationSyntax || IsExtensionClass(member)).ToHashSet();
        if (library.Count == 0)
        {
            return null;
        }

        AddNeeded(library, root);

        char[] kept = Blank(code), rest = code.ToCharArray();
        foreach (TextSpan span in library.SelectMany(Spans))
        {
            code.CopyTo(span.Start, kept, span.Start, span.Length);
            Blank(code.AsSpan(span.Start, span.Length)).CopyTo(rest, span.Start);
        }
        IEnumerable<TextSpan> both = root.Usings.Select(directive => directive.Span)
            .Concat(root.DescendantTrivia().Where(trivia => trivia.Kind() is SyntaxKind.DefineDirectiveTrivia
                or SyntaxKind.UndefDirectiveTrivia
                or SyntaxKind.NullableDirectiveTrivia).Select(trivia => trivia.Span));
        foreach (TextSpan span in both)
        {
            code.CopyTo(span.Start, kept, span.Start, span.Length);
        }

        ImmutableHashSet<string> names = [.. library.SelectMany(Mentions)];
        return new LibrarySplit(
            new string(kept), new string(rest), library.Any(IsExtensionClass), names.Except(library.SelectMany(DeclaredTypes)));
    }

    /// <summary>Whether a declaration is a static class with extension methods or <c>extension</c> blocks.</summary>
    public static bool IsExtensionClass(MemberDeclarationSyntax member) =>
        member is ClassDeclarationSyntax type
        && type.Modifiers.Any(SyntaxKind.StaticKeyword)
        && type.Members.Any(inner => inner is ExtensionBlockDeclarationSyntax
            || (inner is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] }
                && first.Modifiers.Any(SyntaxKind.ThisKeyword)));

    /// <summary>The same number of characters with nothing but the line ends.</summary>
    public static char[] Blank(ReadOnlySpan<char> text)
    {
        char[] blank = text.ToArray();
        foreach (ref char character in blank.AsSpan())
        {
            if (character is not ('\n' or '\r'))
            {
                character = ' ';
            }
        }
        return blank;
    }

    /// <summary>Adds the types of the cell that the library's declarations use, and those that these use.</summary>
    private static void AddNeeded(HashSet<MemberDeclarationSyntax> library, CompilationUnitSyntax root)
    {
        ILookup<string, MemberDeclarationSyntax> types = root.Members
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .ToLookup(member => DeclaredTypes(member).First(), StringComparer.Ordinal);
        var open = new Queue<MemberDeclarationSyntax>(library);
        while (open.TryDequeue(out MemberDeclarationSyntax? member))
        {
            foreach (string name in Mentions(member))
            {
                foreach (MemberDeclarationSyntax type in types[name].Where(library.Add))
                {
                    open.Enqueue(type);
                }
            }
        }
    }

    private static IEnumerable<string> Mentions(MemberDeclarationSyntax member) =>
        member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).Distinct();

    /// <summary>The names of the types in a declaration, its own first.</summary>
    private static IEnumerable<string> DeclaredTypes(MemberDeclarationSyntax member) => member.DescendantNodesAndSelf()
        .Select(node => node is BaseTypeDeclarationSyntax type
            ? type.Identifier.ValueText
            : (node as DelegateDeclarationSyntax)?.Identifier.ValueText).OfType<string>();

    /// <summary>A declaration and its documentation.</summary>
    private static IEnumerable<TextSpan> Spans(MemberDeclarationSyntax member) =>
        member.GetLeadingTrivia()
            .Where(trivia =>
                trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            .Select(trivia => trivia.FullSpan)
            .Append(member.Span);
}

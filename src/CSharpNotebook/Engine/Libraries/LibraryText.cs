using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>The part of one cell in a library: its text, and the types in it.</summary>
/// <param name="Path">The name of the cell in messages.</param>
/// <param name="Text">The text.</param>
/// <param name="Types">The full names of its types, without those within types.</param>
/// <param name="Syntax">The parse options with which it was read.</param>
internal sealed record LibraryText(string Path, string Text, ImmutableHashSet<string> Types, CSharpParseOptions Syntax)
{
    /// <summary>Reads the library part of a cell.</summary>
    public static LibraryText Read(string path, string text, CSharpParseOptions syntax) =>
        new(path, text, [.. Declarations(text, syntax).Select(Name)], syntax);

    /// <summary>
    /// The same, with types that other cells can see: in a notebook, no access modifier means public, and
    /// <c>internal</c> means visible in the whole notebook.
    /// </summary>
    public LibraryText MadePublic()
    {
        var changes = new List<TextChange>();
        foreach (MemberDeclarationSyntax type in Declarations(Text, Syntax))
        {
            SyntaxToken access = type.Modifiers.FirstOrDefault(modifier =>
                modifier.Kind() is SyntaxKind.PublicKeyword
                    or SyntaxKind.InternalKeyword
                    or SyntaxKind.PrivateKeyword
                    or SyntaxKind.ProtectedKeyword
                    or SyntaxKind.FileKeyword);
            SyntaxToken first = type.AttributeLists.Count > 0
                ? type.AttributeLists[^1].GetLastToken().GetNextToken()
                : type.GetFirstToken();
            if (access.IsKind(SyntaxKind.None))
            {
                changes.Add(new TextChange(new TextSpan(first.SpanStart, 0), "public "));
            }
            else if (access.IsKind(SyntaxKind.InternalKeyword))
            {
                changes.Add(new TextChange(access.Span, "public  "));
            }
        }
        return this with { Text = SourceText.From(Text).WithChanges(changes).ToString() };
    }

    /// <summary>The same without some types; null when none is left.</summary>
    public LibraryText? Without(ImmutableHashSet<string> types)
    {
        ImmutableHashSet<string> left = Types.Except(types);
        if (left.IsEmpty)
        {
            return null;
        }

        if (left.Count == Types.Count)
        {
            return this;
        }

        char[] text = Text.ToCharArray();
        foreach (MemberDeclarationSyntax type in Declarations(Text, Syntax).Where(type => types.Contains(Name(type))))
        {
            LibrarySplit.Blank(Text.AsSpan(type.SpanStart, type.Span.Length)).CopyTo(text, type.SpanStart);
        }

        return this with { Text = new string(text), Types = left };
    }

    private static IEnumerable<MemberDeclarationSyntax> Declarations(string text, CSharpParseOptions syntax) =>
        CSharpSyntaxTree.ParseText(text, syntax).GetRoot()
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Cast<MemberDeclarationSyntax>();

    private static string Name(MemberDeclarationSyntax type)
    {
        (SyntaxToken identifier, TypeParameterListSyntax? parameters) = type switch
        {
            TypeDeclarationSyntax declaration => (declaration.Identifier, declaration.TypeParameterList),
            DelegateDeclarationSyntax declaration => (declaration.Identifier, declaration.TypeParameterList),
            _ => (((BaseTypeDeclarationSyntax)type).Identifier, null),
        };
        IEnumerable<string> spaces =
            type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString());
        return string.Join('.', spaces.Append(identifier.ValueText))
            + (parameters is { } list ? FormattableString.Invariant($"`{list.Parameters.Count}") : "");
    }
}

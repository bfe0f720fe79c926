using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>
/// Turns the members of classes of extension methods into members of the script: a script allows extension methods, but not in a class. The
/// class is kept with ordinary methods, so that <c>Class.Method(value)</c> can be written too.
/// </summary>
internal static class HoistedExtensions
{
    /// <summary>Changes a cell.</summary>
    /// <param name="code">The code of the cell.</param>
    /// <param name="syntax">The parse options of the session.</param>
    /// <returns>
    /// The changed code, with the same lines; null when a class has what a script cannot contain, such as an <c>extension</c> block.
    /// </returns>
    public static string? Hoist(string code, CSharpParseOptions syntax)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, syntax).GetRoot();
        var changes = new List<TextChange>();
        foreach (ClassDeclarationSyntax type in ((CompilationUnitSyntax)root).Members
            .Where(LibrarySplit.IsExtensionClass)
            .Cast<ClassDeclarationSyntax>())
        {
            if (!type.Members.All(CanBeOfScript))
            {
                return null;
            }

            var head = TextSpan.FromBounds(type.FullSpan.Start, type.OpenBraceToken.Span.End);
            changes.Add(new TextChange(head, new string(LibrarySplit.Blank(code.AsSpan(head.Start, head.Length)))));
            // Types of scripts are private to them; a public method with such a parameter would not be allowed.
            changes.AddRange(type.Members.SelectMany(member => member.Modifiers)
                .Where(IsAccess)
                .Select(access => new TextChange(access.Span, new string(' ', access.Span.Length))));
            changes.Add(new TextChange(type.CloseBraceToken.Span, Ordinary(type)));
        }
        return changes.Count == 0 ? null : SourceText.From(code).WithChanges(changes).ToString();
    }

    private static bool CanBeOfScript(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax or BaseTypeDeclarationSyntax
            or DelegateDeclarationSyntax
        && member is not ExtensionBlockDeclarationSyntax;

    private static bool IsAccess(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword;

    /// <summary>The class in one line, without <c>this</c>; empty when that is not possible, because it has a multi-line string.</summary>
    private static string Ordinary(ClassDeclarationSyntax type)
    {
        IEnumerable<SyntaxToken> receivers = type.Members.OfType<MethodDeclarationSyntax>()
            .SelectMany(method => method.ParameterList.Parameters).SelectMany(parameter => parameter.Modifiers).Where(
                modifier => modifier.IsKind(SyntaxKind.ThisKeyword));
        ClassDeclarationSyntax ordinary = type.ReplaceTokens(receivers, (_, _) => SyntaxFactory.Token(SyntaxKind.None));
        ordinary = ordinary.WithModifiers([.. ordinary.Modifiers.Where(modifier => !IsAccess(modifier))]);
        ordinary = ordinary.ReplaceTrivia(ordinary.DescendantTrivia(), (_, _) => SyntaxFactory.Space);
        string text = ordinary.NormalizeWhitespace(indentation: "", eol: " ").ToString();
        return text.Contains('\n', StringComparison.Ordinal) ? "" : text;
    }
}

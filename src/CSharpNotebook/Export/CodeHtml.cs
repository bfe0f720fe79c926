using System.Globalization;
using System.Text;
using CSharpNotebook.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Export;

/// <summary>
/// Colours C# by the compiler's syntax tree: keywords, texts, numbers, comments, directives, and names in the position of a type or a
/// method. Code that does not parse is coloured as far as possible; the text itself is never changed.
/// </summary>
internal static class CodeHtml
{
    public static string Highlight(string code, string classPrefix)
    {
        var html = new StringBuilder();
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(code, CellSyntax.ParseOptions).GetRoot().DescendantTokens())
        {
            foreach (SyntaxTrivia trivia in token.LeadingTrivia)
            {
                Append(html, trivia.ToFullString(), Kind(trivia), classPrefix);
            }

            Append(html, token.Text, Kind(token), classPrefix);
            foreach (SyntaxTrivia trivia in token.TrailingTrivia)
            {
                Append(html, trivia.ToFullString(), Kind(trivia), classPrefix);
            }
        }
        return html.ToString();
    }

    private static void Append(StringBuilder html, string text, string? kind, string classPrefix)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (kind is null)
        {
            html.Append(NotebookHtml.Escape(text));
        }
        else
        {
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"{classPrefix}-{kind}\">{NotebookHtml.Escape(text)}</span>");
        }
    }

    private static string? Kind(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => "comment",
        _ => trivia.IsDirective ? "directive" : null,
    };

    private static string? Kind(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => NameKind(token),
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => "string",
        _ => token.IsKeyword() || SyntaxFacts.IsContextualKeyword(token.Kind()) ? "keyword" : null,
    };

    private static string? NameKind(SyntaxToken token)
    {
        SyntaxNode? node = token.Parent;
        if (node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax)
        {
            return "type";
        }

        if (node is MethodDeclarationSyntax or LocalFunctionStatementSyntax)
        {
            return "method";
        }

        if (node is not SimpleNameSyntax name)
        {
            return null;
        }

        if (IsType(name))
        {
            return token.Text is "var" or "dynamic" or "nint" or "nuint" ? "keyword" : "type";
        }

        ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called ? "method" : null;
    }

    private static bool IsType(SimpleNameSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is NullableTypeSyntax or ArrayTypeSyntax or RefTypeSyntax
            || node.Parent is QualifiedNameSyntax qualified && qualified.Right == node)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            VariableDeclarationSyntax declaration => declaration.Type == node,
            ParameterSyntax parameter => parameter.Type == node,
            ObjectCreationExpressionSyntax creation => creation.Type == node,
            ArrayCreationExpressionSyntax or BaseTypeSyntax or TypeArgumentListSyntax or TypeOfExpressionSyntax
                or TypeConstraintSyntax => true,
            CastExpressionSyntax cast => cast.Type == node,
            ForEachStatementSyntax loop => loop.Type == node,
            MethodDeclarationSyntax method => method.ReturnType == node,
            LocalFunctionStatementSyntax function => function.ReturnType == node,
            PropertyDeclarationSyntax property => property.Type == node,
            DeclarationExpressionSyntax declared => declared.Type == node,
            DeclarationPatternSyntax pattern => pattern.Type == node,
            CatchDeclarationSyntax caught => caught.Type == node,
            // A name before a dot that begins with a capital is, in a notebook, nearly always a static class.
            MemberAccessExpressionSyntax access =>
                access.Expression == node && node is IdentifierNameSyntax && char.IsUpper(name.Identifier.ValueText.FirstOrDefault('a')),
            _ => false,
        };
    }
}

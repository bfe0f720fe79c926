using CSharpNotebook.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Intelligence;

/// <summary>Rewrites the declarations of a piece: variables with their types, methods without their bodies, types unchanged.</summary>
internal static class StubText
{
    /// <summary>The prefix of the stub's internal names.</summary>
    public const string Helper = "__stub_";

    public static IEnumerable<StubDeclaration> Declarations(CSharpCompilation compilation, int piece)
    {
        foreach (UsingDirectiveSyntax directive in ((CompilationUnitSyntax)compilation.SyntaxTrees[^1].GetRoot()).Usings)
        {
            string text = directive.WithoutTrivia().NormalizeWhitespace().ToString();
            string name = directive.Alias?.Name.Identifier.ValueText ?? text;
            yield return Declaration(StubKind.Using, name, name, piece, text);
        }
        foreach (ISymbol symbol in compilation.ScriptClass!.GetMembers())
        {
            if (symbol.IsImplicitlyDeclared || Write(symbol, piece) is not var (kind, text))
            {
                continue;
            }

            yield return Declaration(kind, symbol.Name, Key(symbol), piece, text);
        }
    }

    private static StubDeclaration Declaration(StubKind kind, string name, string key, int piece, string text) =>
        new(kind, name, key, piece, text, [.. SyntaxFactory.ParseTokens(text, options: CellSyntax.ParseOptions)
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)]);

    private static string Key(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method =>
            $"{method.MetadataName}`{method.Arity}({string.Join(',', method.Parameters.Select(parameter => parameter.RefKind + " " + parameter.Type.ToDisplayString()))})",
        _ => symbol.MetadataName,
    };

    private static (StubKind Kind, string Text)? Write(ISymbol symbol, int piece) => symbol switch
    {
        IFieldSymbol field =>
            (StubKind.Value, Documentation(Syntax(field)?.FirstAncestorOrSelf<FieldDeclarationSyntax>()) + Variable(field, piece)),
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method =>
            Syntax(method) is MethodDeclarationSyntax syntax ? (StubKind.Method, Method(syntax)) : null,
        INamedTypeSymbol or IPropertySymbol or IEventSymbol =>
            Whole(symbol) is { Length: > 0 } text ? (symbol is INamedTypeSymbol ? StubKind.Type : StubKind.Value, text) : null,
        _ => null,
    };

    private static SyntaxNode? Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();

    private static string Variable(IFieldSymbol field, int piece)
    {
        string name = SyntaxFacts.GetKeywordKind(field.Name) == SyntaxKind.None ? field.Name : "@" + field.Name;
        if (!StubType.IsAnonymous(field.Type))
        {
            return $"{StubType.Name(field.Type)} {name};";
        }

        var sample = new StubSample(FormattableString.Invariant($"{Helper}{piece}_{field.Name}_"));
        string value = sample.Write(field.Type);
        return $"{sample.Helpers}var {name} = {value};";
    }

    private static string Method(MethodDeclarationSyntax method)
    {
        MethodDeclarationSyntax signature = method.WithBody(null)
            .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression(" throw null")))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        return Documentation(method) + Plain(signature.WithoutTrivia());
    }

    private static string Whole(ISymbol symbol) =>
        string.Join('\n', symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax())
            .OfType<MemberDeclarationSyntax>()
            .Select(syntax => Documentation(syntax) + Plain(syntax.WithoutTrivia())));

    /// <summary>Without directives, whose matching directive may be elsewhere.</summary>
    private static string Plain(SyntaxNode node) => !node.ContainsDirectives
        ? node.ToString()
        : node.ReplaceTrivia(
            node.DescendantTrivia().Where(trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia)),
            (_, _) => SyntaxFactory.LineFeed).ToString();

    private static string Documentation(SyntaxNode? node)
    {
        if (node is null)
        {
            return "";
        }

        IEnumerable<string> comments = node.GetLeadingTrivia()
            .Where(trivia =>
                trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            .Select(trivia => trivia.ToFullString());
        return string.Concat(comments.Select(comment => "\n" + comment.TrimEnd() + "\n"));
    }
}

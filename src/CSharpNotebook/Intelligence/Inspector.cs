using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.QuickInfo;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// Gives the meaning of a name in a cell: the signature from the compiler's quick info, and the documentation of its symbol.
/// </summary>
internal static class Inspector
{
    public static async Task<InspectionAnswer?> InspectAsync(
        Document document, int position, InspectionDetail detail, CancellationToken token)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(token).ConfigureAwait(false))!;
        if (Target(root, position) is not { } place)
        {
            return null;
        }

        QuickInfoItem? info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, place, token).ConfigureAwait(false);
        if (info is null)
        {
            return null;
        }

        string signature = string.Join('\n', Signature(info));
        if (signature.Length == 0)
        {
            return null;
        }

        ISymbol? symbol = await SymbolFinder.FindSymbolAtPositionAsync(document, place, token).ConfigureAwait(false);
        Compilation compilation = (await document.Project.GetCompilationAsync(token).ConfigureAwait(false))!;
        DocumentationComment? comment = symbol is null ? null : DocumentationComment.Read(symbol, compilation, token);
        return new InspectionAnswer(
            string.Join("\n\n", ImmutableArray.Create(signature).AddRange(comment?.Sections(detail, isMarkdown: false) ?? [])),
            string.Join(
                "\n\n", ImmutableArray.Create($"```csharp\n{signature}\n```").AddRange(comment?.Sections(detail, isMarkdown: true) ?? [])));
    }

    private static IEnumerable<string> Signature(QuickInfoItem info) =>
        from section in info.Sections
        where section.Kind is QuickInfoSectionKinds.Description or QuickInfoSectionKinds.TypeParameters
            or QuickInfoSectionKinds.AnonymousTypes
        let text = section.Text.Trim()
        where text.Length > 0
        select text;

    /// <summary>The position to inspect: the name at the position or before it, or else the method called by the brackets around
    /// it.</summary>
    private static int? Target(SyntaxNode root, int position)
    {
        SyntaxToken here = root.FindToken(position);
        if (IsName(here) && here.Span.Contains(position))
        {
            return here.SpanStart;
        }

        SyntaxToken before = position > 0 ? root.FindToken(position - 1) : default;
        if (IsName(before) && before.Span.End == position)
        {
            return before.SpanStart;
        }

        SyntaxNode? node = before.Parent;
        BaseArgumentListSyntax? list = node?.FirstAncestorOrSelf<BaseArgumentListSyntax>(arguments => arguments.SpanStart < position
            && (position < arguments.Span.End || arguments.GetLastToken(includeZeroWidth: true).IsMissing));
        return list?.Parent switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.SpanStart,
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name.SpanStart,
            InvocationExpressionSyntax call => call.Expression.SpanStart,
            ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax type } => type.Right.SpanStart,
            ObjectCreationExpressionSyntax creation => creation.Type.SpanStart,
            ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.SpanStart,
            _ => null,
        };
    }

    private static bool IsName(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPredefinedType(token.Kind()) || token.IsKeyword();
}

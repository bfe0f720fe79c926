using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Intelligence;

/// <summary>Converts the compiler's list of completions for a notebook's front end: names and their kinds.</summary>
internal static class Completer
{
    public static async Task<CompletionAnswer> CompleteAsync(Document document, string code, int position, CancellationToken token)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(token).ConfigureAwait(false))!;
        if (!IsCode(root, code, position))
        {
            return new CompletionAnswer(position, position, []);
        }

        TextSpan identifier = Identifier(code, position);
        CompletionList list = await CompletionService.GetService(document)!
            .GetCompletionsAsync(document, position, CompletionTrigger.Invoke, cancellationToken: token).ConfigureAwait(false);
        string typed = code[identifier.Start..position];
        ImmutableArray<CompletionMatch> all = [.. list.ItemsList.Where(IsName)
            .Select(item => new CompletionMatch(item.DisplayText, Kind(item)))
            .DistinctBy(match => match.Text)];
        ImmutableArray<CompletionMatch> matches = Starting(all, typed, StringComparison.Ordinal);
        if (matches.IsEmpty)
        {
            matches = Starting(all, typed, StringComparison.OrdinalIgnoreCase);
        }

        return new CompletionAnswer(identifier.Start, identifier.End, matches);
    }

    /// <summary>The identifier around a position; empty where there is none.</summary>
    public static TextSpan Identifier(string code, int position)
    {
        int start = position, end = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
        {
            start--;
        }

        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end]))
        {
            end++;
        }

        if (start > 0 && code[start - 1] == '@')
        {
            start--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Whether a position is in C# code: not in a comment, a string, a number, or a line that begins with <c>#</c>.</summary>
    private static bool IsCode(SyntaxNode root, string code, int position)
    {
        int line = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        if (code.AsSpan(line, position - line).TrimStart() is ['#', ..])
        {
            return false;
        }

        if (position == 0)
        {
            return true;
        }

        SyntaxTrivia trivia = root.FindTrivia(position - 1, findInsideTrivia: false);
        bool isInComment = trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia
            or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia;
        if (isInComment && (position < trivia.FullSpan.End || !code[..position].EndsWith("*/", StringComparison.Ordinal)))
        {
            return false;
        }

        SyntaxToken before = root.FindToken(position - 1);
        if (!before.Span.Contains(position - 1))
        {
            return true;
        }

        return before.Kind() switch
        {
            SyntaxKind.InterpolatedStringTextToken => false,
            SyntaxKind.NumericLiteralToken => false,
            // After the closing quote it is code again.
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken => position == before.Span.End && !before.ContainsDiagnostics,
            _ => true,
        };
    }

    private static bool IsName(CompletionItem item) =>
        !item.Tags.Contains(WellKnownTags.Snippet)
        // Conversions, offered after a dot.
        && !item.Tags.Contains(WellKnownTags.Operator)
        && SyntaxFacts.IsValidIdentifier(item.DisplayText.TrimStart('@'))
        && !item.DisplayText.StartsWith(StubText.Helper, StringComparison.Ordinal);

    private static ImmutableArray<CompletionMatch> Starting(
        ImmutableArray<CompletionMatch> all, string typed, StringComparison comparison) =>
        [.. all.Where(match => match.Text.StartsWith(typed, comparison)
            || (match.Text[0] == '@' && match.Text.AsSpan(1).StartsWith(typed, comparison)))];

    private static string Kind(CompletionItem item) => item.Tags.FirstOrDefault() switch
    {
        WellKnownTags.Method or WellKnownTags.ExtensionMethod => "function",
        WellKnownTags.Class or WellKnownTags.Structure or WellKnownTags.Interface or WellKnownTags.Enum or WellKnownTags.Delegate
            or WellKnownTags.TypeParameter => "class",
        WellKnownTags.Namespace or WellKnownTags.Module or WellKnownTags.Assembly => "module",
        WellKnownTags.Property or WellKnownTags.Event => "property",
        WellKnownTags.Keyword => "keyword",
        WellKnownTags.Parameter => "param",
        WellKnownTags.Label => "statement",
        _ => "instance",
    };
}

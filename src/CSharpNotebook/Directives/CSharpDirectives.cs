using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Directives;

/// <summary>
/// The directives in a text of C#. They are found with the compiler's parser, so that the same text in a comment, a string or an <c>#if</c>
/// that is off is not a directive.
/// </summary>
internal static class CSharpDirectives
{
    /// <summary>Finds the directives.</summary>
    /// <param name="code">The text.</param>
    /// <returns>The directives in order, with their lines.</returns>
    public static ImmutableArray<Directive> Find(string code) => [.. Places(code).Select(place => place.Directive)];

    /// <summary>
    /// Removes the directives of the host from a text. They are replaced by spaces, so that the compiler's lines and columns are those of
    /// the cell. <c>#load</c> and malformed directives stay, for the compiler.
    /// </summary>
    /// <param name="code">The text.</param>
    /// <returns>The text without these directives, and the directives in order.</returns>
    public static (string Code, ImmutableArray<Directive> Directives) TakeOut(string code)
    {
        char[] rest = code.ToCharArray();
        var taken = ImmutableArray.CreateBuilder<Directive>();
        foreach ((Directive directive, TextSpan span) in Places(code))
        {
            if (directive.Kind is not (DirectiveKind.Load or DirectiveKind.Malformed))
            {
                taken.Add(directive);
                Array.Fill(rest, ' ', span.Start, span.Length);
            }
        }
        return (new string(rest), taken.ToImmutable());
    }

    private static IEnumerable<(Directive Directive, TextSpan Span)> Places(string code)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
        {
            yield break;
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, CellSyntax.ParseOptions);
        SourceText text = tree.GetText();
        foreach (SyntaxTrivia trivia in tree.GetRoot().DescendantTrivia())
        {
            if (trivia.GetStructure() is not DirectiveTriviaSyntax { IsActive: true })
            {
                continue;
            }

            TextLine line = text.Lines.GetLineFromPosition(trivia.SpanStart);
            var span = TextSpan.FromBounds(trivia.SpanStart, line.End);
            if (Directive.Read(code.Substring(span.Start, span.Length)) is { } directive)
            {
                yield return (directive with { Line = line.LineNumber + 1 }, span);
            }
        }
    }
}

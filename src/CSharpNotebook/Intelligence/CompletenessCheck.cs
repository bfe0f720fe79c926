using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// Decides whether a text of C# is a whole cell, from its syntax alone. A text is incomplete when everything the parser misses is at the
/// end; an error before another token remains an error whatever is added.
/// </summary>
internal static class CompletenessCheck
{
    private const int IndentSize = 4;

    /// <summary>Errors at the start of something that is open at the end of the text, and in which spaces are significant.</summary>
    private static readonly ImmutableHashSet<string> OpenText =
    [
        "CS1035", // a comment
        "CS1039", // a verbatim string
        "CS8076", // the hole of an interpolated string
        "CS8997", // a raw string
    ];

    /// <summary>The same for tokens that cannot be longer than a line: a string and a character.</summary>
    private static readonly ImmutableHashSet<string> OpenLine = ["CS1010", "CS8967"];

    /// <summary>Errors of a script that are allowed in a cell.</summary>
    private static readonly ImmutableHashSet<string> Allowed =
    [
        "CS7021", // a namespace
    ];

    /// <summary>Checks a text.</summary>
    /// <param name="code">The text, without the directives of the host.</param>
    /// <param name="syntax">The parse options of the session.</param>
    public static CodeCompleteness Check(string code, CSharpParseOptions syntax)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, syntax);
        SyntaxNode root = tree.GetRoot();
        ImmutableArray<Diagnostic> errors = [.. tree.GetDiagnostics()
            .Where(error => error.Severity == DiagnosticSeverity.Error && !Allowed.Contains(error.Id))];
        if (errors.IsEmpty)
        {
            return new CodeCompleteness(CodeState.Complete, "");
        }

        SyntaxToken last = root.GetLastToken(includeSkipped: true);
        return errors.All(error => IsMendable(error, last, code))
            ? new CodeCompleteness(CodeState.Incomplete, Indent(root, last, code, errors))
            : new CodeCompleteness(CodeState.Invalid, "");
    }

    private static bool IsMendable(Diagnostic error, SyntaxToken last, string code)
    {
        TextSpan place = error.Location.SourceSpan;
        if (OpenText.Contains(error.Id))
        {
            return true;
        }

        if (OpenLine.Contains(error.Id))
        {
            return !code.AsSpan(place.Start).Contains('\n');
        }
        // A try with neither catch nor finally: the parser points at its brace.
        if (error.Id == "CS1524")
        {
            return place.End >= last.Span.End;
        }
        // A missing token has no width; an unexpected token has.
        return place.IsEmpty && place.Start >= last.Span.End;
    }

    /// <summary>One indent level more than the line of the innermost open bracket, or than the last line when a statement is
    /// open.</summary>
    private static string Indent(SyntaxNode root, SyntaxToken last, string code, ImmutableArray<Diagnostic> errors)
    {
        // Spaces would become part of the string.
        if (errors.Any(error => OpenText.Contains(error.Id) || OpenLine.Contains(error.Id)))
        {
            return "";
        }

        var open = new Stack<SyntaxToken>();
        foreach (SyntaxToken token in root.DescendantTokens().Where(token => !token.Span.IsEmpty))
        {
            if (token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken)
            {
                open.Push(token);
            }
            else if (token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken)
            {
                open.TryPop(out _);
            }
        }
        int indent = open.TryPeek(out SyntaxToken innermost) ? IndentOfLine(code, innermost.SpanStart) + IndentSize : 0;
        bool isInStatement = last.Kind() is not (SyntaxKind.None
            or SyntaxKind.SemicolonToken
            or SyntaxKind.CloseBraceToken
            or SyntaxKind.CloseBracketToken
            or SyntaxKind.CommaToken)
            && (open.Count == 0 || innermost.IsKind(SyntaxKind.OpenBraceToken)) && last != innermost;
        if (isInStatement)
        {
            indent = Math.Max(indent, IndentOfLine(code, last.SpanStart) + IndentSize);
        }

        return new string(' ', indent);
    }

    private static int IndentOfLine(string code, int position)
    {
        int start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        int indent = 0;
        foreach (char character in code.AsSpan(start))
        {
            if (character == ' ')
            {
                indent++;
            }
            else if (character == '\t')
            {
                indent += IndentSize;
            }
            else
            {
                break;
            }
        }
        return indent;
    }
}

using CSharpNotebook.Directives;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Export;

/// <summary>Turns the part of a C# file that was a cell of C# into that cell again, by the marks in it.</summary>
internal static class ScriptCellReader
{
    /// <summary>Reads a cell.</summary>
    /// <param name="lines">Its lines in the file.</param>
    /// <param name="types">The types at the end of the file by name; those of the cell are taken out.</param>
    /// <param name="packages">The packages at the top of the file, as <c>NAME@VERSION</c>; those of the cell are taken out.</param>
    /// <param name="usings">The imports at the top of the file; those of the cell are taken out.</param>
    public static string Read(
        IEnumerable<string> lines, Dictionary<string, Queue<string>> types, List<string> packages, List<string> usings)
    {
        List<string> cell = [];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string modifiers = "";
        (int Line, bool IsPrinted)? value = null;
        foreach (string line in lines)
        {
            string code = line.TrimStart();
            string indent = line[..^code.Length];
            if (!code.StartsWith(ScriptMarks.Mark, StringComparison.Ordinal))
            {
                cell.Add(modifiers.Length > 0 ? indent + WithModifiers(code, modifiers) : line);
                modifiers = "";
                continue;
            }

            string mark = code[ScriptMarks.Mark.Length..];
            if (mark is ScriptMarks.Value or ScriptMarks.Last)
            {
                value = (cell.Count, mark == ScriptMarks.Value);
            }
            else if (After(mark, ScriptMarks.Modifiers) is { } words)
            {
                modifiers = words;
            }
            else if (After(mark, ScriptMarks.Names) is { } pairs)
            {
                foreach (string[] pair in pairs.Split(", ").Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2))
                {
                    names[pair[0]] = pair[1];
                }
            }
            else if (After(mark, ScriptMarks.Type) is { } type)
            {
                string name = type.Split(' ', 2)[0];
                if (types.TryGetValue(name, out Queue<string>? declared) && declared.TryDequeue(out string? text))
                {
                    cell.Add(text + type[name.Length..]);
                }
            }
            else
            {
                cell.Add(indent + mark);
                Forget(mark, packages, usings);
            }
        }

        string source = string.Join('\n', cell);
        if (value is { } last)
        {
            int start = cell.Take(last.Line).Sum(line => line.Length + 1);
            source = start > source.Length ? source : source[..start] + WithoutPrinting(source[start..], last.IsPrinted);
        }

        return names.Count == 0
            ? source
            : ScriptNames.Rename(CSharpSyntaxTree.ParseText(source, CellSyntax.ParseOptions).GetRoot(), names).ToFullString();
    }

    /// <summary>The statement at the beginning of a text without its semicolon, and without <c>display(...)</c> around it.</summary>
    private static string WithoutPrinting(string text, bool isPrinted)
    {
        if (SyntaxFactory.ParseStatement(text, consumeFullText: false) is not ExpressionStatementSyntax
            { SemicolonToken.IsMissing: false } statement)
        {
            return text;
        }

        string rest = text[statement.Span.End..];
        return !isPrinted
            ? text[..statement.SemicolonToken.SpanStart] + rest
            : statement.Expression is InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "display" }, ArgumentList.Arguments.Count: 1,
            } call
                ? text[..call.SpanStart]
                    + text[call.ArgumentList.OpenParenToken.Span.End..call.ArgumentList.CloseParenToken.SpanStart]
                    + text[call.Span.End..statement.SemicolonToken.SpanStart]
                    + rest
                : text;
    }

    private static string WithModifiers(string code, string modifiers)
    {
        foreach (string word in modifiers.Split(' ').Where(word => code.StartsWith(word + " ", StringComparison.Ordinal)))
        {
            code = code[(word.Length + 1)..];
        }

        return modifiers + " " + code;
    }

    /// <summary>What a line of the cell says need not be said again because it is at the top of the file.</summary>
    private static void Forget(string line, List<string> packages, List<string> usings)
    {
        if (Directive.Read(line) is { Kind: DirectiveKind.Package } directive)
        {
            packages.RemoveAll(package => package.Split('@')[0] == directive.Value.Split(',')[0].Trim());
        }

        usings.RemoveAll(directive => line.StartsWith(directive, StringComparison.Ordinal));
    }

    private static string? After(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;
}

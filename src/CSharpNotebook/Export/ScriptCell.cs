using System.Collections.Immutable;
using System.Text;
using CSharpNotebook.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Export;

/// <summary>A cell split for a file: what must be at the file's top, at its end, and in between.</summary>
internal sealed class ScriptCell
{
    // Without type information this cannot be decided; these are the usual last calls of a cell.
    private static readonly string[] WithoutValue =
    [
        "display", "Display", "Update", "Write", "WriteLine", "WriteAllText", "Clear", "Dispose", "Close", "Delay", "Wait", "ForEach",
        "Sort"
    ];

    private ScriptCell()
    {
    }

    public ImmutableArray<string> Packages { get; private init; }

    public ImmutableArray<string> Usings { get; private init; }

    public ImmutableArray<string> Types { get; private init; }

    public string Statements { get; private init; } = "";

    public static ScriptCell Read(string source, ScriptNames names)
    {
        var packages = ImmutableArray.CreateBuilder<string>();
        string code = string.Join('\n', WithoutDirectives(source.Replace("\r\n", "\n", StringComparison.Ordinal), packages));
        var root = (CompilationUnitSyntax)names.Rename(CSharpSyntaxTree.ParseText(code, CellSyntax.ParseOptions).GetRoot());
        var text = new ScriptEdits(root.ToFullString());
        var types = ImmutableArray.CreateBuilder<string>();
        foreach (UsingDirectiveSyntax directive in root.Usings)
        {
            text.ToMark(directive.SpanStart, directive.Span.End, directive.NormalizeWhitespace().ToString());
        }

        foreach (MemberDeclarationSyntax member in root.Members)
        {
            if (ScriptMarks.IsType(member))
            {
                types.Add(text.Take(member, ScriptMarks.Type + ScriptMarks.NameOf(member)));
            }
            else if (member is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } value })
            {
                bool isPrinted = !HasNoValue(value.Expression);
                text.Mark(value.SpanStart, isPrinted ? ScriptMarks.Value : ScriptMarks.Last);
                text.Replace(value.Expression.SpanStart, value.Expression.SpanStart, isPrinted ? "display(" : "");
                text.Replace(value.Expression.Span.End, value.Expression.Span.End, isPrinted ? ");" : ";");
            }
            else if (member.Modifiers.Any(modifier => !IsKept(modifier, member)))
            {
                text.Mark(member.Modifiers.Span.Start, ScriptMarks.Modifiers + string.Join(' ', member.Modifiers.Select(
                    modifier => modifier.Text)));
                text.Replace(member.Modifiers.Span.Start, member.Modifiers.FullSpan.End, string.Concat(
                    member.Modifiers.Where(modifier => IsKept(modifier, member)).Select(modifier => modifier.Text + " ")));
            }
        }

        string[] numbered = [.. names.Numbered.Where(pair => root.DescendantTokens().Any(token => token.ValueText == pair.Numbered))
            .Select(pair => $"{pair.Numbered}={pair.Name}").Order(StringComparer.Ordinal)];
        return new ScriptCell
        {
            Packages = packages.ToImmutable(),
            Usings = [.. root.Usings.Select(directive => directive.NormalizeWhitespace().ToString())],
            Types = types.ToImmutable(),
            Statements = new StringBuilder(
                numbered.Length > 0 ? $"{ScriptMarks.Mark}{ScriptMarks.Names}{string.Join(", ", numbered)}\n" : "")
                .Append(text).Append('\n').ToString(),
        };
    }

    /// <summary>Whether an expression is, by its name, a call without a value, which is not printed but only made.</summary>
    private static bool HasNoValue(ExpressionSyntax value)
    {
        ExpressionSyntax called = value is AwaitExpressionSyntax awaited ? awaited.Expression : value;
        string? name = called is InvocationExpressionSyntax call
            ? call.Expression switch
            {
                IdentifierNameSyntax function => function.Identifier.ValueText,
                MemberAccessExpressionSyntax method => method.Name.Identifier.ValueText,
                _ => null,
            }
            : null;
        return name is not null && WithoutValue.Contains(name);
    }

    /// <summary>A local function or variable is neither public nor private.</summary>
    private static bool IsKept(SyntaxToken modifier, MemberDeclarationSyntax member) =>
        modifier.Kind() is SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ConstKeyword
        || member is GlobalStatementSyntax
        || member is MethodDeclarationSyntax && modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ExternKeyword
            && member.Modifiers.Any(SyntaxKind.ExternKeyword);

    private static IEnumerable<string> WithoutDirectives(string source, ImmutableArray<string>.Builder packages)
    {
        var directives = CSharpDirectives.Find(source).ToDictionary(directive => directive.Line);
        int number = 0;
        foreach (string line in source.Split('\n'))
        {
            if (directives.GetValueOrDefault(++number) is not { } directive)
            {
                yield return line;
                continue;
            }

            if (directive.Kind == DirectiveKind.Package)
            {
                string[] parts = directive.Value.Split(',', 2, StringSplitOptions.TrimEntries);
                packages.Add(parts[0] + (parts is [_, { Length: > 0 } version] ? "@" + version : "@*"));
            }

            yield return ScriptMarks.Mark + line;
        }
    }
}

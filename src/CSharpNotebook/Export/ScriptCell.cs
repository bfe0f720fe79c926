using System.Collections.Immutable;
using System.Text;
using CSharpNotebook.Directives;
using CSharpNotebook.Languages;
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
        var notes = new StringBuilder();
        string code = string.Join('\n', WithoutDirectives(source.ReplaceLineEndings("\n"), packages, notes));
        var root = (CompilationUnitSyntax)names.Rename(CSharpSyntaxTree.ParseText(code, CellSyntax.ParseOptions).GetRoot());
        var statements = new StringBuilder(notes.ToString());
        var types = ImmutableArray.CreateBuilder<string>();
        foreach (MemberDeclarationSyntax member in root.Members)
        {
            if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax)
            {
                types.Add(member.ToFullString().Trim('\n').TrimEnd());
            }
            else
            {
                statements.Append(Statement(member));
            }
        }
        string rest = root.EndOfFileToken.LeadingTrivia.ToFullString().Trim();
        if (rest.Length > 0)
        {
            statements.Append(rest).Append('\n');
        }

        return new ScriptCell
        {
            Packages = packages.ToImmutable(),
            Usings = [.. root.Usings.Select(directive => directive.NormalizeWhitespace().ToString())],
            Types = types.ToImmutable(),
            Statements = statements.ToString(),
        };
    }

    /// <summary>
    /// A member as a statement: the value that ends a cell is printed, fields and methods of the script become local.
    /// </summary>
    private static string Statement(MemberDeclarationSyntax member)
    {
        string text = member is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } value }
            ? $"{member.GetLeadingTrivia().ToFullString()}{Printed(value.Expression)};{value.Expression.GetTrailingTrivia().ToFullString()}"
            : (member.Modifiers.Count == 0 ? member : WithoutModifiers(member)).ToFullString();
        return text.Trim('\n').TrimEnd() + "\n";
    }

    /// <summary>The value, printed; a call without a value, by its name, is only made.</summary>
    private static string Printed(ExpressionSyntax value)
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
        string text = value.WithoutTrivia().ToFullString();
        return name is not null && WithoutValue.Contains(name) ? text : $"display({text})";
    }

    /// <summary>A local function or variable is neither public nor private.</summary>
    private static MemberDeclarationSyntax WithoutModifiers(MemberDeclarationSyntax member)
    {
        SyntaxTriviaList leading = member.GetLeadingTrivia();
        SyntaxTokenList kept = [.. member.Modifiers.Where(modifier =>
            modifier.Kind() is SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword || member is MethodDeclarationSyntax
                && modifier.IsKind(SyntaxKind.StaticKeyword)
                && member.Modifiers.Any(SyntaxKind.ExternKeyword))];
        return member.WithModifiers(kept).WithLeadingTrivia(leading);
    }

    private static IEnumerable<string> WithoutDirectives(string source, ImmutableArray<string>.Builder packages, StringBuilder notes)
    {
        var directives = CSharpDirectives.Find(source).ToDictionary(directive => directive.Line);
        int number = 0;
        foreach (string line in source.Split('\n'))
        {
            if (directives.GetValueOrDefault(++number) is not { } directive)
            {
                yield return line;
            }
            else if (directive.Kind == DirectiveKind.Package)
            {
                string[] parts = directive.Value.Split(',', 2, StringSplitOptions.TrimEntries);
                packages.Add(parts[0] + (parts is [_, { Length: > 0 } version] ? "@" + version : "@*"));
            }
            else if (directive.Kind != DirectiveKind.Command || LanguageList.Find(directive.Value) != LanguageList.CSharp)
            {
                notes.Append("// ").Append(directive.Text).Append('\n');
            }
        }
    }
}

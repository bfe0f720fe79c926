using System.Globalization;
using System.Text.RegularExpressions;
using CSharpNotebook.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Linting;

/// <summary>Checks the code of a cell with the compiler's parser, so that comments are ignored; nothing is compiled or run.</summary>
internal static partial class SourceLint
{
    public static IEnumerable<LintFinding> Check(string source, int cellNumber)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, CellSyntax.ParseOptions).GetRoot();
        return Directives(source, cellNumber).Concat(Texts(root, cellNumber)).OrderBy(finding => finding.Line);
    }

    private static IEnumerable<LintFinding> Directives(string source, int cellNumber)
    {
        foreach (Directive directive in CSharpDirectives.Find(source))
        {
            if (directive.Kind == DirectiveKind.Package)
            {
                string[] parts = directive.Value.Split(',', 2, StringSplitOptions.TrimEntries);
                if (Unpinned(parts[0], parts.ElementAtOrDefault(1) ?? "") is { } problem)
                {
                    yield return new LintFinding(LintRules.UnpinnedPackage, cellNumber, directive.Line, problem);
                }
            }
            else if (FileOf(directive) is { } file && IsAbsolute(file))
            {
                yield return Path(cellNumber, directive.Line, file);
            }
        }
    }

    /// <summary>The file that a directive names; null when it names none.</summary>
    private static string? FileOf(Directive directive) => directive.Kind switch
    {
        DirectiveKind.Assembly or DirectiveKind.Load => directive.Value,
        DirectiveKind.Command when directive is { Value: "import", Command.Values: [var file, ..] } => CommandLine.Unquote(file),
        _ => null,
    };

    private static IEnumerable<LintFinding> Texts(SyntaxNode root, int cellNumber) => root.DescendantTokens()
        .Where(token => token.Value is string && token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken)
        .Where(token => IsAbsolute(token.ValueText)
            && !(token.IsKind(SyntaxKind.InterpolatedStringTextToken) && token.GetPreviousToken().IsKind(SyntaxKind.CloseBraceToken)))
        .Select(token => Path(cellNumber, LineOf(token.GetLocation()), token.ValueText));

    private static string? Unpinned(string name, string version) =>
        version.Length == 0 ? $"the package {name} has no version; an exact one was expected, such as \"nuget: {name}, 1.0.0\"."
        : version.Contains('*', StringComparison.Ordinal) || (version[0] is '[' or '(' && version.Contains(',', StringComparison.Ordinal))
            ? $"the package {name} has the version {version}; an exact one was expected."
            : null;

    private static LintFinding Path(int cellNumber, int line, string path) =>
        new(LintRules.AbsolutePath, cellNumber, line, string.Create(
            CultureInfo.InvariantCulture, $"{path} is on one machine only; a path relative to the notebook was expected."));

    private static bool IsAbsolute(string text) => AbsolutePath().IsMatch(text);

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>
    /// A drive, a share, a home, or a common root folder, since other texts may also begin with a slash.
    /// </summary>
    [GeneratedRegex(
        @"^([A-Za-z]:[\\/]|\\\\[^\\]+\\|~[\\/]|/(home|Users|root|tmp|var|mnt|media|opt|srv|usr|etc|data|Volumes|private|workspaces?|content|work)/)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AbsolutePath();
}

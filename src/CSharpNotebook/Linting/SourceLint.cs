using System.Globalization;
using System.Text.RegularExpressions;
using CSharpNotebook.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Linting;

/// <summary>Looks at the code of a cell with the compiler's parser, so that comments do not count; nothing is compiled or run.</summary>
internal static partial class SourceLint
{
    public static IEnumerable<LintFinding> Check(string source, int cellNumber)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, ScriptSettings.ParseOptions).GetRoot();
        return Directives(root, source, cellNumber).Concat(Texts(root, cellNumber)).OrderBy(finding => finding.Line);
    }

    private static IEnumerable<LintFinding> Directives(SyntaxNode root, string source, int cellNumber)
    {
        string[] lines = source.Split('\n');
        foreach (SyntaxTrivia trivia in root.DescendantTrivia().Where(trivia => trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true }))
        {
            int line = LineOf(trivia.GetLocation());
            string text = lines[line - 1].Trim();
            if (Package().Match(text) is { Success: true } package)
            {
                if (Unpinned(package.Groups["name"].Value.Trim(), package.Groups["version"].Value.Trim()) is { } problem)
                {
                    yield return new LintFinding(LintRules.UnpinnedPackage, cellNumber, line, problem);
                }
            }
            else if (File().Match(text) is { Success: true } file && IsAbsolute(file.Groups["path"].Value))
            {
                yield return Path(cellNumber, line, file.Groups["path"].Value);
            }
        }
    }

    private static IEnumerable<LintFinding> Texts(SyntaxNode root, int cellNumber) => root.DescendantTokens()
        .Where(token => token.Value is string && token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken)
        .Where(token => IsAbsolute(token.ValueText) && !(token.IsKind(SyntaxKind.InterpolatedStringTextToken) && token.GetPreviousToken().IsKind(SyntaxKind.CloseBraceToken)))
        .Select(token => Path(cellNumber, LineOf(token.GetLocation()), token.ValueText));

    private static string? Unpinned(string name, string version) =>
        version.Length == 0 ? $"the package {name} has no version; an exact one was expected, such as \"nuget: {name}, 1.0.0\"."
        : version.Contains('*', StringComparison.Ordinal) || (version[0] is '[' or '(' && version.Contains(',', StringComparison.Ordinal))
            ? $"the package {name} has the version {version}; an exact one was expected."
            : null;

    private static LintFinding Path(int cellNumber, int line, string path) =>
        new(LintRules.AbsolutePath, cellNumber, line, string.Create(CultureInfo.InvariantCulture, $"{path} is on one machine only; a path relative to the notebook was expected."));

    private static bool IsAbsolute(string text) => AbsolutePath().IsMatch(text);

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    [GeneratedRegex("""^#\s*r\s+"nuget:(?<name>[^",]*)(,(?<version>[^"]*))?"$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Package();

    [GeneratedRegex("""^#(\s*(r|load)\s+"|!import\s+"?)(?<path>[^"]*)"?$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex File();

    /// <summary>A drive, a share, a home, or a folder that stands at the root of a system: a text that begins with a slash may be anything else.</summary>
    [GeneratedRegex(@"^([A-Za-z]:[\\/]|\\\\[^\\]+\\|~[\\/]|/(home|Users|root|tmp|var|mnt|media|opt|srv|usr|etc|data|Volumes|private|workspaces?|content|work)/)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AbsolutePath();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Engine;

/// <summary>What a cell asks of the host before its code runs.</summary>
internal enum DirectiveKind
{
    Package,
    Assembly,
    PackageSource,
    Language,
    Magic,
}

/// <summary>A directive of a cell. Line is counted from 1.</summary>
internal readonly record struct CellDirective(DirectiveKind Kind, string Text, int Line);

/// <summary>
/// Takes the directives that are the host's business out of a cell: <c>#r</c>, <c>#i</c> and the <c>#!</c> commands. They are replaced by
/// spaces, so that every line and column of the compiler is still the cell's own. They are found with the compiler's parser, so that
/// the same text in a comment, a string or an <c>#if</c> that is off stays what it is.
/// </summary>
internal sealed partial class CellDirectives
{
    private CellDirectives(string code, ImmutableArray<CellDirective> directives)
    {
        Code = code;
        Directives = directives;
    }

    public string Code { get; }

    public ImmutableArray<CellDirective> Directives { get; }

    public static CellDirectives Read(string cell)
    {
        if (!cell.Contains('#', StringComparison.Ordinal))
        {
            return new CellDirectives(cell, []);
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(cell, ScriptSettings.ParseOptions);
        SourceText text = tree.GetText();
        var directives = ImmutableArray.CreateBuilder<CellDirective>();
        char[] code = cell.ToCharArray();
        foreach (SyntaxTrivia trivia in tree.GetRoot().DescendantTrivia().Where(IsActiveDirective))
        {
            TextLine line = text.Lines.GetLineFromPosition(trivia.SpanStart);
            TextSpan span = TextSpan.FromBounds(trivia.SpanStart, line.End);
            if (Classify(cell.AsSpan(span.Start, span.Length).Trim().ToString(), line.LineNumber + 1) is not { } directive)
            {
                continue;
            }

            directives.Add(directive);
            Array.Fill(code, ' ', span.Start, span.Length);
        }
        return new CellDirectives(new string(code), directives.ToImmutable());
    }

    private static bool IsActiveDirective(SyntaxTrivia trivia) => trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true };

    private static CellDirective? Classify(string text, int line)
    {
        Match reference = ReferencePattern().Match(text);
        if (reference.Success)
        {
            string value = reference.Groups["value"].Value.Trim();
            bool isPackage = value.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);
            return reference.Groups["verb"].Value == "i" ? new CellDirective(DirectiveKind.PackageSource, value, line)
                : isPackage ? new CellDirective(DirectiveKind.Package, value["nuget:".Length..].Trim(), line)
                : new CellDirective(DirectiveKind.Assembly, value, line);
        }
        if (!text.StartsWith("#!", StringComparison.Ordinal) || text.StartsWith("#!/", StringComparison.Ordinal))
        {
            return null;
        }

        string command = text.Split(' ', 2)[0];
        return new CellDirective(command is "#!csharp" or "#!c#" or "#!C#" ? DirectiveKind.Language : DirectiveKind.Magic, command, line);
    }

    [GeneratedRegex("""^#\s*(?<verb>[ri])\s+"(?<value>[^"]*)"\s*(//.*)?$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ReferencePattern();
}

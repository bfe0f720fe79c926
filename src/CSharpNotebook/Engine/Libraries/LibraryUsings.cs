using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>The <c>using</c> lines of a session as those of a library: what a cell sees without its own lines, its library sees
/// too.</summary>
internal static class LibraryUsings
{
    /// <summary>The lines, each a <c>global using</c>; some may be invalid in a library, such as an alias of a script's type.</summary>
    /// <param name="head">The last piece of the session.</param>
    /// <param name="compilation">The compilation with the references.</param>
    /// <param name="library">The texts of the library; their aliases have priority.</param>
    public static ImmutableArray<string> Lines(CSharpCompilation? head, CSharpCompilation compilation, IEnumerable<LibraryText> library)
    {
        var lines = new List<string>();
        foreach (string import in ScriptSettings.Default.Imports)
        {
            lines.Add(compilation.GetTypeByMetadataName(import) is null ? $"global using {import};" : $"global using static {import};");
        }

        HashSet<string> aliases = [.. library.SelectMany(text => Usings(CSharpSyntaxTree.ParseText(text.Text, text.Syntax)))
            .Select(Alias)
            .OfType<string>()];
        for (CSharpCompilation? piece = head; piece is not null; piece = piece.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            foreach (UsingDirectiveSyntax directive in Usings(piece.SyntaxTrees[^1]))
            {
                if (Alias(directive) is { } alias && !aliases.Add(alias))
                {
                    continue;
                }

                lines.Add("global " + directive.WithoutTrivia().NormalizeWhitespace());
            }
        }
        return [.. lines.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A file of the library: these lines and its version.</summary>
    public static string File(IEnumerable<string> lines, int version) =>
        new StringBuilder()
            .AppendJoin('\n', lines)
            .Append(FormattableString.Invariant($"\n[assembly: global::System.Reflection.AssemblyVersion(\"1.0.0.{version}\")]\n"))
            .ToString();

    private static SyntaxList<UsingDirectiveSyntax> Usings(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Usings;

    private static string? Alias(UsingDirectiveSyntax directive) => directive.Alias?.Name.Identifier.ValueText;
}

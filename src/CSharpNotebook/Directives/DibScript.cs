using System.Text;

namespace CSharpNotebook.Directives;

/// <summary>
/// The C# of a <c>.dib</c> file, the script format of .NET Interactive: cells that each begin with a line naming their language. Other
/// cells become empty lines, so that lines keep their numbers.
/// </summary>
internal static class DibScript
{
    /// <summary>The other languages of .NET Interactive, whether this host knows them or not.</summary>
    private static readonly HashSet<string> OtherLanguages = new(StringComparer.Ordinal)
    {
        "markdown", "meta", "html", "javascript", "js", "fsharp", "f#", "pwsh", "powershell", "sql", "kql", "mermaid", "value", "http",
    };

    public static string CSharp(string dib)
    {
        var code = new StringBuilder();
        bool isCSharp = true;
        foreach (string line in dib.ReplaceLineEndings("\n").Split('\n'))
        {
            string? command = Directive.Read(line) is { Kind: DirectiveKind.Command } directive ? directive.Value : null;
            bool isName = command is "csharp" or "c#" or "C#";
            bool isOther = command is not null && OtherLanguages.Contains(command);
            if (isName || isOther)
            {
                isCSharp = isName;
            }
            else if (isCSharp)
            {
                code.Append(line);
            }

            code.Append('\n');
        }
        return code.ToString();
    }
}

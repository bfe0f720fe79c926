using System.Text;

namespace CSharpNotebook.Engine;

/// <summary>
/// The C# of a <c>.dib</c> file, the script format of .NET Interactive: cells that each begin with a line naming their language. Other cells
/// become empty lines, so that lines keep their numbers.
/// </summary>
internal static class DibScript
{
    private static readonly string[] OtherLanguages =
        ["#!markdown", "#!meta", "#!html", "#!javascript", "#!js", "#!fsharp", "#!f#", "#!pwsh", "#!powershell", "#!sql", "#!kql", "#!mermaid", "#!value", "#!http"];

    public static string CSharp(string dib)
    {
        var code = new StringBuilder();
        bool isCSharp = true;
        foreach (string line in dib.ReplaceLineEndings("\n").Split('\n'))
        {
            string command = line.Trim().Split(' ', 2)[0];
            if (command is "#!csharp" or "#!c#" or "#!C#")
            {
                isCSharp = true;
            }
            else if (OtherLanguages.Contains(command, StringComparer.Ordinal))
            {
                isCSharp = false;
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

using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CSharpNotebook.Intelligence;

/// <summary>Writes the elements of XML documentation as plain text or as Markdown.</summary>
internal static partial class DocumentationText
{
    /// <summary>The text of an element, paragraphs separated by empty lines.</summary>
    public static string Write(XElement element, bool isMarkdown)
    {
        var text = new StringBuilder();
        Write(element, isMarkdown, text);
        return Gaps().Replace(string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())), "\n\n").Trim();
    }

    /// <summary>The short name of a reference such as <c>M:System.Math.Sqrt(System.Double)</c>: <c>Math.Sqrt</c>.</summary>
    public static string ShortName(string reference)
    {
        bool isMember = reference is ['M' or 'P' or 'F' or 'E', ':', ..];
        string name = reference is [_, ':', ..] ? reference[2..] : reference;
        int parameters = name.IndexOf('(', StringComparison.Ordinal);
        if (parameters >= 0)
        {
            name = name[..parameters];
        }

        string[] parts = Arity().Replace(name, "").Split('.');
        if (isMember && parts is [.., var type, "#ctor"])
        {
            return type;
        }

        return string.Join('.', parts[^Math.Min(parts.Length, isMember ? 2 : 1)..]);
    }

    private static void Write(XElement element, bool isMarkdown, StringBuilder text)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText plain)
            {
                Words(plain.Value, text);
            }
            else if (node is XElement inner)
            {
                WriteInner(inner, isMarkdown, text);
            }
        }
    }

    private static void WriteInner(XElement element, bool isMarkdown, StringBuilder text)
    {
        switch (element.Name.LocalName)
        {
            case "para" or "p":
                text.Append("\n\n");
                Write(element, isMarkdown, text);
                text.Append("\n\n");
                break;
            case "br":
                text.Append('\n');
                break;
            case "code":
                string code = Unindent(element.Value);
                text.Append(isMarkdown ? $"\n\n```csharp\n{code}\n```\n\n" : $"\n\n{code}\n\n");
                break;
            case "c" or "paramref" or "typeparamref":
                Code(element.Attribute("name")?.Value ?? element.Value);
                break;
            case "see" or "seealso" when element.IsEmpty || element.Value.Length == 0:
                Code(element.Attribute("langword")?.Value
                    ?? element.Attribute("href")?.Value ?? ShortName(element.Attribute("cref")?.Value ?? ""));
                break;
            case "a" or "see" when isMarkdown && element.Attribute("href") is { } link:
                text.Append('[');
                Write(element, isMarkdown, text);
                text.Append("](").Append(link.Value).Append(')');
                break;
            case "item":
                text.Append("\n- ");
                Write(element, isMarkdown, text);
                break;
            case "term" when element.ElementsAfterSelf("description").Any():
                Write(element, isMarkdown, text);
                text.Append(": ");
                break;
            case "list":
                text.Append('\n');
                Write(element, isMarkdown, text);
                text.Append("\n\n");
                break;
            default:
                Write(element, isMarkdown, text);
                break;
        }

        void Code(string name) => text.Append(isMarkdown ? $"`{name}`" : name);
    }

    /// <summary>Adds words with single spaces between them, and none at the start of a line.</summary>
    private static void Words(string words, StringBuilder text)
    {
        string plain = Spaces().Replace(words, " ");
        text.Append(text.Length == 0 || text[^1] is '\n' or ' ' ? plain.TrimStart() : plain);
    }

    private static string Unindent(string code)
    {
        string[] lines = code.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        int indent =
            lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"`+\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Arity();
}

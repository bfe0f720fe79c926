using System.Text;

namespace SurvivalKit.Figures;

/// <summary>Escapes text for XML and HTML.</summary>
internal static class Xml
{
    /// <summary>Text between tags; characters that XML does not allow are left out.</summary>
    public static string Text(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            switch (c)
            {
                case '&': result.Append("&amp;"); break;
                case '<': result.Append("&lt;"); break;
                case '>': result.Append("&gt;"); break;
                case '"': result.Append("&quot;"); break;
                case '\t' or '\n' or '\r': result.Append(' '); break;
                case < ' ' or '\uFFFE' or '\uFFFF': break;
                default: result.Append(c); break;
            }
        }

        return result.ToString();
    }

    /// <summary>The value of an attribute in double quotes.</summary>
    public static string Attribute(string text) => Text(text);
}

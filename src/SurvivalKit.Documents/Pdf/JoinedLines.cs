using System.Text;

namespace SurvivalKit.Documents;

/// <summary>Lines of a paragraph as one text: a word that the end of a line cut is whole again, a range of numbers keeps
/// its dash.</summary>
internal static class JoinedLines
{
    public static string Html(IEnumerable<TextLine> lines)
    {
        var text = new StringBuilder();
        foreach (TextLine line in lines)
        {
            string next = line.Html();
            char last = text.Length > 0 ? text[^1] : ' ';
            if (last == '\u00AD')
            {
                text.Length--;
            }
            else if (last is '-' or '\u2010' && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLower(next[0]))
            {
                text.Length--;
            }
            else if (text.Length > 0 && !IsDash(last, text))
            {
                text.Append(' ');
            }

            text.Append(next);
        }

        return text.ToString();
    }

    private static bool IsDash(char last, StringBuilder text) =>
        last is '-' or '\u2010' or '\u2013' or '\u2212' && text.Length > 1 && !char.IsWhiteSpace(text[^2]);
}

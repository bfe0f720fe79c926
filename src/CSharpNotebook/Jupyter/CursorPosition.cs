namespace CSharpNotebook.Jupyter;

/// <summary>
/// Jupyter counts the characters of a text as Unicode does, .NET counts UTF-16 units: an emoji is one character and two units.
/// </summary>
internal static class CursorPosition
{
    /// <summary>The position in UTF-16 units.</summary>
    public static int ToText(string text, int position)
    {
        int index = 0;
        for (int seen = 0; seen < position && index < text.Length; seen++)
        {
            index += char.IsSurrogatePair(text, index) ? 2 : 1;
        }

        return index;
    }

    /// <summary>The position in characters.</summary>
    public static int FromText(string text, int index)
    {
        int seen = 0;
        for (int place = 0; place < index && place < text.Length; seen++)
        {
            place += char.IsSurrogatePair(text, place) ? 2 : 1;
        }

        return seen;
    }
}

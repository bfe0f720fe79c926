namespace SurvivalKit.Documents;

/// <summary>The width of a text, near enough to choose the widths of columns: the font of a document is not known before a computer opens
/// it.</summary>
internal static class TextWidth
{
    // The widths of Arial from the blank to the tilde in thousandths of its size; most other fonts are narrower.
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
        722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
        500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private const double Bold = 1.08;

    /// <summary>The width of a text in units of the size of its letters.</summary>
    public static double Of(string text, bool bold = false)
    {
        double sum = 0;
        foreach (char c in text)
        {
            sum += c is >= ' ' and <= '~' ? Widths[c - ' ']
                : c is '\u2013' or '\u2212' or '±' or '×' ? 584
                : c == '\u00A0' ? 278
                : char.IsSurrogate(c) ? 500
                // From here on letters fill a square, as in Chinese.
                : c >= '\u2E80' ? 1000
                : 650;
        }

        return sum * (bold ? Bold : 1) / 1000;
    }

    /// <summary>The width of the widest word of a text.</summary>
    public static double OfWord(string text, bool bold = false) =>
        text.Split([' ', '\n']).Max(word => Of(word, bold));
}

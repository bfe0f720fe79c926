namespace SurvivalKit.TextCheck;

/// <summary>What stands around a statistic: its sentence, or the row of its table.</summary>
internal static class TextContext
{
    private const int Furthest = 160;
    private const int Floor = 24;

    /// <summary>The text before and behind a part of a passage.</summary>
    /// <param name="text">The plain text.</param>
    /// <param name="passage">The paragraph or the row that the part is in.</param>
    /// <param name="start">Where the part starts.</param>
    /// <param name="end">Where it ends.</param>
    public static (string Before, string After) Around(string text, (int Start, int End, bool IsRow) passage, int start, int end)
    {
        int first = Math.Max(passage.Start, start - Furthest);
        int last = Math.Min(passage.End, end + Furthest);
        bool isCutBefore = first > passage.Start;
        bool isCutAfter = last < passage.End;
        if (!passage.IsRow)
        {
            (first, isCutBefore) = SentenceStart(text, first, start) is { } sentence ? (sentence, false) : (first, isCutBefore);
            (last, isCutAfter) = SentenceEnd(text, end, last) is { } stop ? (stop, false) : (last, isCutAfter);
        }

        if (passage.IsRow)
        {
            last = end + text.AsSpan(end, Math.Max(0, last - end)).TrimEnd(" \t|").Length;
            isCutAfter &= last == Math.Min(passage.End, end + Furthest);
        }

        string before = Line(text[first..start], passage.IsRow);
        string after = Line(text[end..Math.Max(end, last)], passage.IsRow);
        before = isCutBefore && before.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? "..." + before[blank..] : before;
        after = isCutAfter && after.LastIndexOf(' ') is > 0 and var stopped ? after[..stopped] + " ..." : after;
        return (before.TrimStart(), after.TrimEnd());
    }

    private static int? SentenceStart(string text, int first, int start)
    {
        for (int i = start - 1; i > first; i--)
        {
            if (text[i] is ' ' or '\n' && text[i - 1] is '.' or '?' or '!' && i + 1 < text.Length && char.IsUpper(text[i + 1])
                && start - i > Floor)
            {
                return i + 1;
            }
        }

        return null;
    }

    private static int? SentenceEnd(string text, int end, int last)
    {
        for (int i = end; i + 2 < last; i++)
        {
            if (text[i] is '.' or '?' or '!' && text[i + 1] is ' ' or '\n' && char.IsUpper(text[i + 2]) && i - end > 1)
            {
                return i + 1;
            }
        }

        return null;
    }

    private static string Line(string text, bool isRow)
    {
        var line = new System.Text.StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (isRow && c == '\t')
            {
                line.Append(line.Length > 0 && line[^1] == ' ' ? "| " : " | ");
            }
            else if (!char.IsWhiteSpace(c) || line.Length == 0 || line[^1] != ' ')
            {
                line.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return line.ToString();
    }
}

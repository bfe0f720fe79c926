namespace SurvivalKit.TextCheck;

/// <summary>A part of the plain text: a paragraph, or lines of a table.</summary>
/// <param name="IsTable">Whether it is a table.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct TextBlock(bool IsTable, int Start, int End);

/// <summary>Splits a plain text into paragraphs and tables.</summary>
internal static class TextBlocks
{
    private const int LongestGroupRow = 90;

    /// <summary>The blocks in their order. A table is two or more neighbouring lines with cells; a short line between such lines is
    /// a row without cells.</summary>
    public static List<TextBlock> Split(string text)
    {
        List<(int Start, int End)> lines = Lines(text);
        char[] separators = [.. lines.Select(line => Separator(text.AsSpan(line.Start, line.End - line.Start)))];
        List<TextBlock> blocks = [];
        int i = 0;
        while (i < lines.Count)
        {
            int last = separators[i] == '\0' ? i : TableEnd(lines, separators, i);
            bool isTable = last > i;
            if (!isTable)
            {
                last = ParagraphEnd(text, lines, separators, i);
            }

            if (!text.AsSpan(lines[i].Start, lines[last].End - lines[i].Start).IsWhiteSpace())
            {
                blocks.Add(new TextBlock(isTable, lines[i].Start, lines[last].End));
            }

            i = last + 1;
        }

        return blocks;
    }

    private static List<(int Start, int End)> Lines(string text)
    {
        List<(int, int)> lines = [];
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == '\n')
            {
                lines.Add((start, i));
                start = i + 1;
            }
        }

        return lines;
    }

    /// <summary>What separates the cells of a line; no character where it has none.</summary>
    private static char Separator(ReadOnlySpan<char> line) =>
        line.IsWhiteSpace() ? '\0' : line.TrimStart(' ').Contains('\t') ? '\t' : line.Contains('|') ? '|' : '\0';

    private static int TableEnd(List<(int Start, int End)> lines, char[] separators, int first)
    {
        char separator = separators[first];
        int last = first;
        while (last + 1 < lines.Count)
        {
            if (separators[last + 1] == separator)
            {
                last++;
            }
            else if (last + 2 < lines.Count
                && separators[last + 2] == separator
                && lines[last + 1].End - lines[last + 1].Start is > 0 and <= LongestGroupRow)
            {
                last += 2;
            }
            else
            {
                break;
            }
        }

        return last;
    }

    /// <summary>A paragraph ends before an empty line, a table, a heading and an item of a list.</summary>
    private static int ParagraphEnd(string text, List<(int Start, int End)> lines, char[] separators, int first)
    {
        int last = first;
        while (last + 1 < lines.Count)
        {
            ReadOnlySpan<char> line = text.AsSpan(lines[last].Start, lines[last].End - lines[last].Start);
            ReadOnlySpan<char> next = text.AsSpan(lines[last + 1].Start, lines[last + 1].End - lines[last + 1].Start);
            bool nextIsTable = separators[last + 1] != '\0' && TableEnd(lines, separators, last + 1) > last + 1;
            if (line.IsWhiteSpace()
                || next.IsWhiteSpace()
                || nextIsTable
                || line.StartsWith("#")
                || next.StartsWith("#")
                || next.StartsWith("- "))
            {
                break;
            }

            last++;
        }

        return last;
    }
}

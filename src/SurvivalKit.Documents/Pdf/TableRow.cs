namespace SurvivalKit.Documents;

/// <summary>A row of a table: a line, or lines that stand closer than lines of one text do, as those of cells of one and of two lines
/// that are set in the middle of their row.</summary>
/// <param name="Lines">The lines, from the top.</param>
internal sealed record TableRow(List<TextLine> Lines)
{
    // Of the size of the letters; lines of one text are at least as far apart as their letters are high.
    private const double Closest = 0.85;

    public double Left => Lines.Min(line => line.Left);

    public double Right => Lines.Max(line => line.Right);

    public double Baseline => Lines[^1].Baseline;

    /// <summary>The row that starts at a line.</summary>
    public static TableRow At(List<TextLine> lines, int first)
    {
        int end = first + 1;
        while (end < lines.Count
            && lines[end - 1].Baseline - lines[end].Baseline < Closest * Math.Min(lines[end - 1].Size, lines[end].Size))
        {
            end++;
        }

        return new TableRow(lines[first..end]);
    }

    /// <summary>The rows of lines from the top.</summary>
    public static List<TableRow> All(List<TextLine> lines)
    {
        List<TableRow> rows = [];
        for (int at = 0; at < lines.Count; at += rows[^1].Lines.Count)
        {
            rows.Add(At(lines, at));
        }

        return rows;
    }

    /// <summary>The parts of its lines between wide gaps.</summary>
    public List<TextLine> Segments(double em) => [.. Lines.SelectMany(line => line.Segments(em))];

    public string Html() => JoinedLines.Html(Lines);
}

using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>The key above Kaplan-Meier curves: lines and labels in columns, or a small table with events and medians.</summary>
internal static class KaplanMeierKey
{
    /// <summary>The text for a median to which the curve does not fall; the footnote explains it.</summary>
    public const string NotReached = "NR";

    /// <summary>The text for a limit without a value; the footnote explains it.</summary>
    public const string NotEstimable = "NE";

    private const double Sample = 18;
    private const double Gap = 5;
    private const double Between = 14;
    private const double Edge = 6;

    /// <summary>Draws the key.</summary>
    /// <returns>The y coordinate of its lower edge.</returns>
    public static double Draw(
        Sketch sketch,
        SurvivalPicture picture,
        ImmutableArray<GroupStyle> styles,
        KaplanMeierFigureOptions options,
        TextStyle text,
        double left,
        double top) =>
        options.Legend == KaplanMeierLegend.Statistics
            ? Table(sketch, picture, styles, options.TimeUnit, text, left, top)
            : Columns(sketch, picture, styles, text, left, top);

    private static double Columns(
        Sketch sketch, SurvivalPicture picture, ImmutableArray<GroupStyle> styles, TextStyle text, double left, double top)
    {
        // In one row above the plot where that fits, else in the arrangement over the whole width that has the fewest rows.
        double row = picture.Groups.Sum(g => Sample + Gap + Typesetter.Width(g.Label, text) + Between) - Between;
        if (row <= sketch.Width - Edge - left)
        {
            double x = left, bottom = top;
            for (int g = 0; g < picture.Groups.Length; g++)
            {
                bottom = Entry(sketch, [picture.Groups[g].Label], styles[g], text, x, top, g);
                x += Sample + Gap + Typesetter.Width(picture.Groups[g].Label, text) + Between;
            }

            return bottom;
        }

        double width = sketch.Width - (2 * Edge);
        KeyGrid grid = Enumerable.Range(1, Math.Min(picture.Groups.Length, 6))
            .Select(columns => KeyGrid.Arrange(picture.Groups, columns, width, text))
            .OfType<KeyGrid>()
            .MinBy(g => g.Lines)!;
        double y = top;
        for (int r = 0; r < grid.Rows; r++)
        {
            double bottom = y;
            for (int g = r; g < grid.Labels.Length; g += grid.Rows)
            {
                bottom = Math.Max(bottom, Entry(sketch, grid.Labels[g], styles[g], text, Edge + (g / grid.Rows * grid.Column), y, g));
            }

            y = bottom + 1;
        }

        return y;
    }

    // Entries in columns of equal length: 12 entries with room for 5 columns go in 4 columns of 3.
    private sealed record KeyGrid(int Rows, double Column, ImmutableArray<ImmutableArray<string>> Labels, int Lines)
    {
        public static KeyGrid? Arrange(ImmutableArray<SurvivalGroup> groups, int columns, double width, TextStyle text)
        {
            double room = ((width + Between) / columns) - Between - Sample - Gap;
            if (columns > 1 && groups.Any(g => TextWrapper.LongestPiece(g.Label, text) > room))
            {
                return null;
            }

            ImmutableArray<ImmutableArray<string>> labels = [.. groups.Select(g => TextWrapper.Wrap(g.Label, text, Math.Max(room, 20)))];
            int rows = (groups.Length + columns - 1) / columns;
            int lines = Enumerable.Range(0, rows).Sum(
                r => Enumerable.Range(0, columns).Select(c => (c * rows) + r).Where(g => g < labels.Length).Max(g => labels[g].Length));
            double widest = labels.SelectMany(l => l).Max(l => Typesetter.Width(l, text));
            return new KeyGrid(rows, Sample + Gap + widest + Between, labels, lines);
        }
    }

    private static double Table(
        Sketch sketch,
        SurvivalPicture picture,
        ImmutableArray<GroupStyle> styles,
        string? unit,
        TextStyle text,
        double left,
        double top)
    {
        TextStyle faint = text with { Tone = Tones.Faint };
        TextStyle numbers = text with { Tabular = true };
        string median = $"Median{(string.IsNullOrEmpty(unit) ? "" : ", " + unit)} ({NumberText.Level(picture.Level)} CI)";
        ImmutableArray<string> events = [.. picture.Groups.Select(g => $"{RiskRows.Count(g.Events)}/{RiskRows.Count(g.Count)}")];
        ImmutableArray<string> medians = Medians(picture.Groups);
        double eventsWidth = events.Append("Events/No.").Max(t => Typesetter.Width(t, numbers));
        double mediansWidth = medians.Append(median).Max(t => Typesetter.Width(t, numbers));
        // Where the labels do not fit right of the plot's left edge, the table starts at the figure's edge.
        double others = Sample + Gap + eventsWidth + mediansWidth + (2 * Between);
        if (picture.Groups.Max(g => Typesetter.Width(g.Label, text)) + others > sketch.Width - Edge - left)
        {
            left = Edge;
        }

        double room = sketch.Width - Edge - left - others;
        ImmutableArray<ImmutableArray<string>> labels = [.. picture.Groups.Select(
            g => TextWrapper.Wrap(g.Label, text, Math.Max(room, 40)))];
        double labelWidth = labels.SelectMany(l => l).Max(l => Typesetter.Width(l, text));
        double eventsRight = left + Sample + Gap + labelWidth + Between + eventsWidth;
        double mediansLeft = eventsRight + Between;

        double y = top;
        sketch.Text(eventsRight, y + text.Size, "Events/No.", faint, TextAnchor.End, part: "key heading");
        sketch.Text(mediansLeft, y + text.Size, median, faint, part: "key heading");
        y += Sketch.LineHeight(text.Size);
        for (int g = 0; g < labels.Length; g++)
        {
            sketch.Text(eventsRight, y + text.Size, events[g], numbers, TextAnchor.End, part: $"key events {g + 1}");
            sketch.Text(mediansLeft, y + text.Size, medians[g], numbers, part: $"key median {g + 1}");
            y = Entry(sketch, labels[g], styles[g], text, left, y, g) + 1;
        }

        return y;
    }

    private static double Entry(
        Sketch sketch, ImmutableArray<string> lines, GroupStyle style, TextStyle text, double x, double y, int group)
    {
        double middle = y + (0.64 * text.Size);
        sketch.Line(x, middle, x + Sample, middle, style.Line(1.2), $"key line {group + 1}");
        return sketch.Lines(x + Sample + Gap, y + text.Size, lines, text, part: "key label") - text.Size;
    }

    // Whole times, as days are, keep no decimal.
    private static ImmutableArray<string> Medians(ImmutableArray<SurvivalGroup> groups)
    {
        bool whole = groups.SelectMany(g => new[] { g.Median.Estimate, g.Median.Lower, g.Median.Upper })
            .OfType<double>()
            .All(t => t == Math.Floor(t));
        string format = whole ? "0" : "0.0";
        string Or(double? value, string otherwise) => value?.ToString(format, CultureInfo.InvariantCulture) ?? otherwise;
        string Limit(double? value) => Or(value, NotEstimable);
        return
        [
            .. groups.Select(g => $"{Or(g.Median.Estimate, NotReached)} ({Limit(g.Median.Lower)}\u2013{Limit(g.Median.Upper)})"),
        ];
    }
}

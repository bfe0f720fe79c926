using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>The key above Kaplan-Meier curves: lines and labels in columns, or a small table with events and medians.</summary>
internal static class KaplanMeierKey
{
    private const double Sample = 18;
    private const double Gap = 5;
    private const double Between = 14;

    /// <summary>Draws the key.</summary>
    /// <returns>The y coordinate of its lower edge.</returns>
    public static double Draw(
        Sketch sketch, SurvivalPicture picture, ImmutableArray<GroupStyle> styles, KaplanMeierLegend content, TextStyle text, double left, double right, double top) =>
        content == KaplanMeierLegend.Statistics
            ? Table(sketch, picture, styles, text, left, right, top)
            : Columns(sketch, picture, styles, text, left, right, top);

    private static double Columns(Sketch sketch, SurvivalPicture picture, ImmutableArray<GroupStyle> styles, TextStyle text, double left, double right, double top)
    {
        ImmutableArray<ImmutableArray<string>> labels = [.. picture.Groups.Select(g => TextWrapper.Wrap(g.Label, text, right - left - Sample - Gap))];
        double widest = labels.SelectMany(l => l).Max(l => Typesetter.Width(l, text));
        double column = Sample + Gap + widest + Between;
        int columns = Math.Clamp((int)((right - left + Between) / column), 1, labels.Length);
        // Columns of equal length: 12 entries with room for 5 go in 4 columns of 3.
        int rows = (labels.Length + columns - 1) / columns;
        columns = (labels.Length + rows - 1) / rows;

        double y = top;
        for (int row = 0; row < rows; row++)
        {
            double bottom = y;
            for (int c = 0; c < columns; c++)
            {
                int g = (c * rows) + row;
                if (g >= labels.Length)
                    continue;
                double x = left + (c * column);
                bottom = Math.Max(bottom, Entry(sketch, labels[g], styles[g], text, x, y, g));
            }

            y = bottom + 1;
        }

        return y;
    }

    private static double Table(Sketch sketch, SurvivalPicture picture, ImmutableArray<GroupStyle> styles, TextStyle text, double left, double right, double top)
    {
        TextStyle faint = text with { Tone = Tones.Faint };
        TextStyle numbers = text with { Tabular = true };
        string median = $"Median ({KaplanMeierStyle.Percent(picture.Level)} CI)";
        ImmutableArray<string> events = [.. picture.Groups.Select(g => $"{RiskTable.Count(g.Events)}/{RiskTable.Count(g.Count)}")];
        ImmutableArray<string> medians = [.. picture.Groups.Select(Median)];
        double eventsWidth = events.Append("Events/No.").Max(t => Typesetter.Width(t, numbers));
        double mediansWidth = medians.Append(median).Max(t => Typesetter.Width(t, numbers));
        double room = right - left - Sample - Gap - eventsWidth - mediansWidth - (2 * Between);
        ImmutableArray<ImmutableArray<string>> labels = [.. picture.Groups.Select(g => TextWrapper.Wrap(g.Label, text, Math.Max(room, 40)))];
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

    private static double Entry(Sketch sketch, ImmutableArray<string> lines, GroupStyle style, TextStyle text, double x, double y, int group)
    {
        double middle = y + (0.64 * text.Size);
        sketch.Line(x, middle, x + Sample, middle, style.Line(1.2), $"key line {group + 1}");
        return sketch.Lines(x + Sample + Gap, y + text.Size, lines, text, part: "key label") - text.Size;
    }

    private static string Median(SurvivalGroup group)
    {
        if (double.IsNaN(group.Median))
            return $"not reached ({Limit(group.MedianLower)}\u2013{Limit(group.MedianUpper)})";
        return $"{One(group.Median)} ({Limit(group.MedianLower)}\u2013{Limit(group.MedianUpper)})";
    }

    private static string Limit(double value) => double.IsFinite(value) ? One(value) : "NR";

    private static string One(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>The bars of the tumour mutational burden above an oncoprint, with their numbers.</summary>
internal static class OncoprintBurden
{
    private const double UnknownHeight = 7;

    /// <summary>Draws the bars.</summary>
    /// <returns>The lower edge.</returns>
    public static double Draw(
        Sketch sketch,
        OncoprintData data,
        OncoprintGrid grid,
        OncoprintFigureOptions options,
        TextStyle text,
        TextStyle small,
        double left,
        double cell,
        double inset,
        double top,
        double height)
    {
        Func<double, string> number = Format(data);
        double most = Math.Max(grid.Samples.Max(s => data.BurdenOf(s) ?? 0), 1e-9);
        double highest = options.BurdenMaximum ?? most;
        double step = LinearTicks.Step(highest, 4, null);
        double end = options.BurdenMaximum ?? Math.Ceiling((highest / step) - 1e-9) * step;
        bool printed = cell >= 0.95 * small.Size, turned =
            grid.Samples.Any(s => data.BurdenOf(s) is { } b && Typesetter.Width(number(b), small) > cell - 1);
        double numbers = !printed ? 0
            : turned ? grid.Samples.Max(s => data.BurdenOf(s) is { } b ? Typesetter.Width(number(b), small) : 0) + 3
            : small.Size + 2;
        double bottom = top + numbers + height, right = left + (cell * grid.Samples.Length);
        double Y(double value) => bottom - (Math.Min(value, end) / end * height);

        var axis = new Stroke(Tones.Ink, 0.6);
        double widest = 0;
        for (double tick = 0; tick <= end * 1.0001; tick += step)
        {
            string label = LinearTicks.Label(tick, step);
            widest = Math.Max(widest, Typesetter.Width(label, small));
            sketch.Line(left - 5, Y(tick), left - 3, Y(tick), axis);
            sketch.Text(left - 7, Y(tick) + (FontBook.CapHeight * small.Size / 2), label, small, TextAnchor.End, part: "burden tick");
        }

        sketch.Line(left - 3, Y(end), left - 3, bottom, axis);
        sketch.Line(left - 3, bottom, right, bottom, axis);
        Title(sketch, options.BurdenLabel, small with { Tabular = false }, left - 7 - widest - 4, (Y(end)
            + bottom) / 2, height + numbers + 12);

        for (int s = 0; s < grid.Samples.Length; s++)
        {
            double x = left + (s * cell);
            if (data.BurdenOf(grid.Samples[s]) is not { } burden)
            {
                sketch.Add(Unknown(x + inset, bottom - UnknownHeight, cell - (2 * inset), UnknownHeight) with
                {
                    Part = $"burden unknown {grid.Samples[s]}"
                });
                continue;
            }

            double y = Y(burden);
            sketch.Add(new RectangleMark(
                x + inset, y, cell - (2 * inset), bottom - y, new Fill(Tones.Bar))
            { Part = $"burden {grid.Samples[s]}" });
            if (burden > end)
            {
                Cut(sketch, x + inset, y + 5, cell - (2 * inset));
            }

            if (!printed || options.UnprintedBurdens.Contains(grid.Samples[s]))
            {
                continue;
            }

            double centre = x + (cell / 2);
            if (turned)
            {
                sketch.Text(centre
                    + (FontBook.CapHeight * small.Size / 2), y - 2, number(burden), small, TextAnchor.Start, -90, part: "burden number");
            }
            else
            {
                sketch.Text(centre, y - 2, number(burden), small, TextAnchor.Middle, part: "burden number");
            }
        }

        return bottom;
    }

    /// <summary>The mark of a sample whose burden is not known, which no bar of the height 0 can be taken for.</summary>
    public static Mark Unknown(double x, double y, double width, double height)
    {
        double line = Math.Min(0.6, width / 3);
        return new RectangleMark(
            x + (line / 2), y + 0.3, width - line, height - 0.6, Stroke: new Stroke(Tones.Faint, line) { Dashes = [1.2, 0.9] });
    }

    private static void Title(Sketch sketch, string title, TextStyle style, double x, double middle, double room)
    {
        var lines = TextWrapper.Wrap(title, style, room);
        for (int i = 0; i < lines.Length; i++)
        {
            sketch.Text(
                x - ((lines.Length - 1 - i) * Sketch.LineHeight(style.Size)),
                middle,
                lines[i],
                style,
                TextAnchor.Middle,
                -90,
                part: "burden label");
        }
    }

    // A slanted gap in the bar marks that it continues beyond the axis.
    private static void Cut(Sketch sketch, double x, double y, double width) =>
        sketch.Add(new PathMark(
            [new Chain([new(x, y + 1), new(x + width, y - 2), new(x + width, y + 0.2), new(x, y + 3.2)], Closed: true)],
            Fill: new Fill(Tones.Paper))
        { Part = "cut" });

    // All numbers have a decimal where one of them does.
    private static Func<double, string> Format(OncoprintData data)
    {
        string format = data.Burden.Values.Where(b => !double.IsNaN(b)).All(b => b == Math.Floor(b)) ? "0" : "0.0";
        return burden => burden.ToString(format, CultureInfo.InvariantCulture);
    }
}

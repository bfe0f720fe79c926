using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>What figures of step curves have around their curves: heading, axes, the table of numbers at risk under the time axis, and
/// footnote.</summary>
internal sealed class StepPage
{
    /// <summary>The length of a tick.</summary>
    public const double TickLength = 3;

    private const double LineSample = 15;
    private const double Gap = 8;

    private readonly StepFigureOptions _options;

    public StepPage(StepFigureOptions options)
    {
        _options = options;
        Sketch = new Sketch(options.WidthInPoints, options.Theme, options.Background);
        double size = options.EffectiveTextSize;
        Text = new TextStyle(size, Tones.Ink);
        Strong = Text with { Weight = TextWeight.SemiBold };
        Small = new TextStyle(Math.Max(size - 1, Math.Min(size, 7)), Tones.Faint);
        Numbers = Text with { Tabular = true };
    }

    public Sketch Sketch { get; }

    public TextStyle Text { get; }

    public TextStyle Strong { get; }

    public TextStyle Small { get; }

    public TextStyle Numbers { get; }

    /// <summary>Draws the heading; gives where what follows begins.</summary>
    public double Heading(double y)
    {
        if (_options.Title is not { } title)
        {
            return y;
        }

        TextStyle style = Strong with { Size = Text.Size + 1 };
        return Sketch.Lines(6, y + style.Size, TextWrapper.Wrap(title, style, Sketch.Width - 12), style, part: "title") - style.Size + 6;
    }

    /// <summary>The height of lines of text inside the plot.</summary>
    public double NotesHeight(int lines) => ((lines - 1) * Sketch.LineHeight(Text.Size)) + (FontBook.CapHeight * Text.Size);

    /// <summary>Labels of the table are broken where they would need more than a quarter of the figure, inside a word only beyond two
    /// fifths.</summary>
    public double LabelLimit(IEnumerable<string> labels) => Math.Min(
        Math.Max((0.25 * Sketch.Width) - LineSample, labels.Max(label => TextWrapper.LongestPiece(label, Text))), 0.4 * Sketch.Width);

    /// <summary>Space left of the plot: the probabilities and their title, or the labels of the table, whichever is wider.</summary>
    /// <param name="probabilities">The labels of the probability axis.</param>
    /// <param name="labels">The labels of the table; none: there is no table.</param>
    /// <param name="first">The cells of its first column, which is centred at the start of the axis.</param>
    public double LabelColumn(IEnumerable<string> probabilities, IEnumerable<string> labels, IEnumerable<string> first)
    {
        double axis = 6 + Sketch.LineHeight(Text.Size) + 4 + probabilities.Max(label => Typesetter.Width(label, Numbers)) + TickLength + 2;
        string[] all = [.. labels];
        return all.Length == 0 ? axis : Math.Max(
            axis,
            6 + LineSample + 4 + all.Max(label => Typesetter.Width(label, Text)) + Gap
                + (first.Max(cell => Typesetter.Width(cell, Numbers)) / 2));
    }

    /// <summary>The time axis between the labels and the right edge.</summary>
    /// <param name="observed">The last observation.</param>
    /// <param name="left">The left edge.</param>
    /// <param name="rows">The rows of the table at some times.</param>
    public StepTimeAxis TimeAxis(double observed, double left, Func<ImmutableArray<double>, ImmutableArray<RiskRow>> rows)
    {
        double right = Sketch.Width - 6;
        double step = TimeStep(_options.MaximumTime ?? observed, right - left, rows);
        double end = _options.MaximumTime ?? KaplanMeierStyle.AxisEnd(observed, step);
        ImmutableArray<double> ticks = LinearTicks.Positions(end, step);
        ImmutableArray<RiskRow> table = rows(ticks);
        double last = table.SelectMany(row => row.Cells.TakeLast(1))
            .Append(LinearTicks.Label(ticks[^1], step))
            .Max(cell => Typesetter.Width(cell, Numbers));
        double overhang = Math.Max(0, (last / 2) - ((end - ticks[^1]) / end * (right - left)));
        return new StepTimeAxis(left, right - overhang, end, step, ticks, table);
    }

    /// <summary>Draws the axes of a plot area.</summary>
    /// <param name="frame">The plot area.</param>
    /// <param name="time">The time axis.</param>
    /// <param name="isLabelled">Whether the ticks of time have labels: those of the lowest panel have.</param>
    /// <param name="probabilities">The ticks of the probability axis.</param>
    /// <param name="distance">Their distance.</param>
    /// <param name="title">The title of the probability axis.</param>
    public void Axes(
        KaplanMeierFrame frame, StepTimeAxis time, bool isLabelled, ImmutableArray<double> probabilities, double distance, string title)
    {
        var axis = new Stroke(Tones.Ink, 0.7);
        Sketch.Add(new PathMark(
            [new Chain([new(frame.Left, frame.Top - 1), new(frame.Left, frame.Bottom), new(frame.Right, frame.Bottom)])], axis)
        { Part = "axes" });
        double baseline = frame.Bottom + TickLength + 2 + (FontBook.CapHeight * Text.Size);
        foreach (double tick in time.Ticks)
        {
            Sketch.Line(frame.X(tick), frame.Bottom, frame.X(tick), frame.Bottom + TickLength, axis);
            if (isLabelled)
            {
                string label = LinearTicks.Label(tick, time.Step);
                Sketch.Text(frame.X(tick), baseline, label, Numbers, TextAnchor.Middle, part: "time tick");
            }
        }

        double widest = 0;
        foreach ((double tick, string label) in probabilities.Zip(ProbabilityLabels(probabilities, distance)))
        {
            double y = frame.Y(tick);
            widest = Math.Max(widest, Typesetter.Width(label, Numbers));
            Sketch.Line(frame.Left - TickLength, y, frame.Left, y, axis);
            double middle = y + (FontBook.CapHeight * Text.Size / 2);
            Sketch.Text(frame.Left - TickLength - 2, middle, label, Numbers, TextAnchor.End, part: "probability tick");
        }

        double x = frame.Left - TickLength - 2 - widest - 5;
        Sketch.Text(x, (frame.Top + frame.Bottom) / 2, title, Text, TextAnchor.Middle, -90, part: "probability label");
    }

    /// <summary>The labels of ticks of the probability axis.</summary>
    public IEnumerable<string> ProbabilityLabels(ImmutableArray<double> probabilities, double distance)
    {
        double scale = _options.Percent ? 100 : 1;
        return probabilities.Select(tick => LinearTicks.Label(scale * tick, scale * distance));
    }

    /// <summary>Draws the title of the time axis, the table and the footnote below the plot.</summary>
    /// <param name="time">The time axis.</param>
    /// <param name="y">The lower edge of the plot.</param>
    /// <param name="heading">The heading of the table.</param>
    /// <param name="limit">The widest that a label of the table may be.</param>
    /// <param name="styleOf">How the line of a group looks.</param>
    /// <param name="footnote">The footnote; empty: none.</param>
    public Scene Finish(StepTimeAxis time, double y, string heading, double limit, Func<int, GroupStyle> styleOf, string footnote)
    {
        y = y + TickLength + 2 + Text.Size;
        y += Sketch.LineHeight(Text.Size) + 1;
        Sketch.Text((time.Left + time.Right) / 2, y, _options.TimeTitle, Text, TextAnchor.Middle, part: "time label");
        y = time.Rows.IsEmpty ? y : Table(time, y, heading, limit, styleOf);
        return Sketch.Finish((_options.Footnote ? Footnote(y, footnote) : y) + 6);
    }

    private double TimeStep(double end, double width, Func<ImmutableArray<double>, ImmutableArray<RiskRow>> rows)
    {
        if (_options.TimeStep is { } given)
        {
            return Math.Max(given, end / 60);
        }

        for (int most = 11; ; most--)
        {
            double step = LinearTicks.Step(end, most, _options.TimeUnit);
            ImmutableArray<double> ticks = LinearTicks.Positions(end, step);
            double widest = rows(ticks)
                .SelectMany(row => row.Cells)
                .Concat(ticks.Select(tick => LinearTicks.Label(tick, step)))
                .Max(cell => Typesetter.Width(cell, Numbers));
            if (most <= 3 || width * step / end >= Math.Max(widest + (0.9 * Text.Size), 3 * Text.Size))
            {
                return step;
            }
        }
    }

    private double Table(StepTimeAxis time, double y, string heading, double limit, Func<int, GroupStyle> styleOf)
    {
        y += Sketch.LineHeight(Text.Size) + 4;
        y = Sketch.Lines(6, y, TextWrapper.Wrap(heading, Strong, Sketch.Width - 12), Strong, part: "risk heading") + 1;
        var frame = new KaplanMeierFrame(time.Left, 0, time.Right, 1, time.End);
        foreach (RiskRow row in time.Rows)
        {
            if (row.ShowsLine)
            {
                double middle = y - (0.36 * Text.Size);
                Sketch.Line(6, middle, 6 + LineSample, middle, styleOf(row.Group).Line(1.2), $"risk line {row.Group + 1}");
            }

            ImmutableArray<string> lines = TextWrapper.Wrap(row.Label, Text, row.Cells.IsEmpty ? Sketch.Width - 30 : limit);
            double start = row.ShowsLine || row.Indented ? 6 + LineSample + 4 : 6;
            double next = Sketch.Lines(start, y, lines, row.Indented ? Text with { Tone = Tones.Faint } : Text, part: "risk label");
            for (int i = 0; i < row.Cells.Length; i++)
            {
                Sketch.Text(frame.X(time.Ticks[i]), y, row.Cells[i], Numbers, TextAnchor.Middle, part: $"risk {row.Group + 1}");
            }

            y = next + 1;
        }

        return y - Sketch.LineHeight(Text.Size) - 1;
    }

    private double Footnote(double y, string text)
    {
        if (text.Length == 0)
        {
            return y;
        }

        y += Sketch.LineHeight(Small.Size) + 5;
        return Sketch.Lines(6, y, TextWrapper.Wrap(text, Small, Sketch.Width - 12), Small, part: "footnote")
            - Sketch.LineHeight(Small.Size);
    }
}

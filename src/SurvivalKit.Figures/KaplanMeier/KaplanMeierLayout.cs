using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>Lays out Kaplan-Meier curves: heading, key, plot area, risk table and footnote from the top to the bottom.</summary>
internal sealed class KaplanMeierLayout
{
    private const double LineSample = 15;
    private const double TickLength = 3;
    private const double Gap = 8;

    private readonly SurvivalPicture _picture;
    private readonly KaplanMeierFigureOptions _options;
    private readonly ImmutableArray<string> _notes;
    private readonly ImmutableArray<GroupStyle> _styles;
    private readonly Sketch _sketch;
    private readonly TextStyle _text;
    private readonly TextStyle _strong;
    private readonly TextStyle _small;
    private readonly TextStyle _numbers;
    private readonly double _step;
    private readonly double _timeEnd;
    private readonly ImmutableArray<double> _ticks;
    private readonly ImmutableArray<RiskRow> _rows;
    private readonly double _left;
    private readonly double _right;

    private KaplanMeierLayout(SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes)
    {
        _picture = picture;
        _options = options;
        _styles = KaplanMeierStyle.Choose(picture.Groups.Length, options);
        _sketch = new Sketch(options.WidthInPoints, options.Theme, options.Background);
        double size = options.EffectiveTextSize;
        _text = new TextStyle(size, Tones.Ink);
        _strong = _text with { Weight = TextWeight.SemiBold };
        _small = new TextStyle(Math.Max(size - 1, Math.Min(size, 7)), Tones.Faint);
        _numbers = _text with { Tabular = true };

        // The label column depends on the ticks and the ticks on the remaining width, so the labels are measured with an initial guess.
        double observed = Math.Max(picture.Groups.Max(g => g.End), double.Epsilon);
        double end = options.MaximumTime ?? observed;
        double labels = LabelColumn();
        _right = _sketch.Width - 6;
        (_step, _ticks) = Ticks(end, _right - labels);
        _timeEnd = options.MaximumTime ?? KaplanMeierStyle.AxisEnd(observed, _step);
        _ticks = LinearTicks.Positions(_timeEnd, _step);
        _rows = RiskRows.Build(picture.Groups, options.RiskTable, _ticks);
        double last = _rows.SelectMany(r => r.Cells.TakeLast(1)).Append(Label(_ticks[^1])).Max(c => Typesetter.Width(c, _numbers));
        double overhang = Math.Max(0, (last / 2) - ((_timeEnd - _ticks[^1]) / _timeEnd * (_right - labels)));
        _right -= overhang;
        _left = labels;
        _notes = [.. notes.SelectMany(note => TextWrapper.Wrap(note, _text, Math.Max(_right - _left - Gap, 40)))];
    }

    /// <summary>The finished scene.</summary>
    public static Scene Draw(SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes) =>
        new KaplanMeierLayout(picture, options, notes).Draw();

    private Scene Draw()
    {
        double y = 4;
        if (_options.Title is { } title)
        {
            y = Heading(title, y);
        }

        if (_options.Legend != KaplanMeierLegend.None && (_picture.Groups.Length > 1 || _options.Legend == KaplanMeierLegend.Statistics))
        {
            y = KaplanMeierKey.Draw(_sketch, _picture, _styles, _options, _text, _left, y) + 6;
        }
        else
        {
            y += 4;
        }

        double width = _right - _left;
        double height = _options.PlotHeight is { } mm ? mm * 72 / 25.4 : Math.Clamp(0.6 * width, 120, 300);
        var frame = new KaplanMeierFrame(_left, y, _right, y + height, _timeEnd);
        ImmutableArray<StepShape> shapes = [.. _picture.Groups.Select(
            g => new StepShape(g, frame, _options.CumulativeIncidence, _options.MinimumAtRisk))];
        ImmutableArray<Chain> curves = [.. shapes.Select(s => s.Curve())];

        ScenePoint? place = _notes.IsEmpty ? null : PlaceNotes(frame, shapes, curves);
        if (!_notes.IsEmpty && place is null)
        {
            // No free place: the notes go above the plot, which moves down.
            _sketch.Lines(_left, y + _text.Size, _notes, _text, part: "note");
            double shift = NotesHeight + 4;
            frame = frame with { Top = frame.Top + shift, Bottom = frame.Bottom + shift };
            shapes = [.. _picture.Groups.Select(g => new StepShape(g, frame, _options.CumulativeIncidence, _options.MinimumAtRisk))];
            curves = [.. shapes.Select(s => s.Curve())];
        }

        Bands(shapes);
        Axes(frame);
        if (_options.MedianLines)
        {
            Medians(frame);
        }

        Curves(shapes, curves);
        if (place is { } corner)
        {
            _sketch.Lines(corner.X, corner.Y + FontBook.CapHeight * _text.Size, _notes, _text, part: "note");
        }

        y = frame.Bottom + TickLength + 2 + _text.Size;
        y += Sketch.LineHeight(_text.Size) + 1;
        _sketch.Text((frame.Left + frame.Right) / 2, y, TimeTitle, _text, TextAnchor.Middle, part: "time label");
        if (!_rows.IsEmpty)
        {
            y = Table(frame, y);
        }

        if (_options.Footnote)
        {
            y = Footnote(y);
        }

        return _sketch.Finish(y + 6);
    }

    private double NotesHeight => ((_notes.Length - 1) * Sketch.LineHeight(_text.Size)) + (FontBook.CapHeight * _text.Size);

    private string TimeTitle => _options.TimeUnit is { Length: > 0 } unit ? $"{_options.TimeLabel} ({unit})" : _options.TimeLabel;

    private string ProbabilityTitle => _options.ProbabilityLabel
        ?? ((_options.CumulativeIncidence ? "Cumulative incidence" : _options.Percent ? "Survival" : "Survival probability")
            + (_options.Percent ? ", %" : ""));

    private bool HasBands => KaplanMeierStyle.HasBands(_picture, _options);

    private string Label(double tick) => LinearTicks.Label(tick, _step);

    private double Heading(string title, double y)
    {
        TextStyle style = _strong with { Size = _text.Size + 1 };
        return _sketch.Lines(6, y + style.Size, TextWrapper.Wrap(title, style, _sketch.Width - 12), style, part: "title") - style.Size + 6;
    }

    // Space left of the plot: the probabilities and their title, or the labels of the risk table, whichever is wider.
    private double LabelColumn()
    {
        double axis = 6 + Sketch.LineHeight(_text.Size) + 4 + Typesetter.Width(_options.Percent ? "100" : "0.8", _numbers) + TickLength + 2;
        if (_options.RiskTable == RiskTableContent.None)
        {
            return axis;
        }

        double limit = LabelLimit;
        IEnumerable<string> labels = _picture.Groups.SelectMany(g => TextWrapper.Wrap(g.Label, _text, limit));
        if (_options.RiskTable == RiskTableContent.Extended)
        {
            labels = labels.Append("Censored");
        }

        double first = _picture.Groups.Max(g => Typesetter.Width(
            _options.RiskTable == RiskTableContent.AtRiskAndEvents ? $"{RiskRows.Count(g.Count)} (0)" : RiskRows.Count(g.Count), _numbers));
        return Math.Max(axis, 6 + LineSample + 4 + labels.Max(l => Typesetter.Width(l, _text)) + Gap + (first / 2));
    }

    // Labels of the risk table are broken where they would need more than a quarter of the figure, inside a word only beyond two fifths.
    private double LabelLimit => Math.Min(
        Math.Max(0.25 * _sketch.Width - LineSample, _picture.Groups.Max(g => TextWrapper.LongestPiece(g.Label, _text))), 0.4
            * _sketch.Width);

    private (double Step, ImmutableArray<double> Ticks) Ticks(double end, double width)
    {
        if (_options.TimeStep is { } given)
        {
            return (Math.Max(given, end / 60), LinearTicks.Positions(end, Math.Max(given, end / 60)));
        }

        for (int most = 11; ; most--)
        {
            double step = LinearTicks.Step(end, most, _options.TimeUnit);
            ImmutableArray<double> ticks = LinearTicks.Positions(end, step);
            IEnumerable<string> cells = RiskRows.Build(_picture.Groups, _options.RiskTable, ticks)
                .SelectMany(r => r.Cells)
                .Concat(ticks.Select(t => LinearTicks.Label(t, step)));
            double widest = cells.Max(c => Typesetter.Width(c, _numbers));
            if (most <= 3 || width * step / end >= Math.Max(widest + (0.9 * _text.Size), 3 * _text.Size))
            {
                return (step, ticks);
            }
        }
    }

    private ScenePoint? PlaceNotes(KaplanMeierFrame frame, ImmutableArray<StepShape> shapes, ImmutableArray<Chain> curves)
    {
        ImmutableArray<Chain> medians = _options.MedianLines ? [.. MedianLines(frame).Select(m => m.Line)] : [];
        ImmutableArray<Chain> bands = HasBands ? [.. shapes.SelectMany(s => s.Band())] : [];
        return NotePlacer.Place(
            frame, _notes.Max(n => Typesetter.Width(n, _text)), NotesHeight, curves.AddRange(medians), bands, _options.CumulativeIncidence);
    }

    private void Bands(ImmutableArray<StepShape> shapes)
    {
        if (!HasBands)
        {
            return;
        }

        for (int g = 0; g < shapes.Length; g++)
        {
            ImmutableArray<Chain> band = shapes[g].Band();
            if (!band.IsEmpty)
            {
                _sketch.Add(new PathMark(band, Fill: new Fill(_styles[g].Tone, 0.16)) { Part = $"band {g + 1}" });
            }
        }
    }

    private void Axes(KaplanMeierFrame frame)
    {
        var axis = new Stroke(Tones.Ink, 0.7);
        _sketch.Add(new PathMark(
            [new Chain([new(frame.Left, frame.Top - 1), new(frame.Left, frame.Bottom), new(frame.Right, frame.Bottom)])],
            axis)
        { Part = "axes" });
        double baseline = frame.Bottom + TickLength + 2 + (FontBook.CapHeight * _text.Size);
        foreach (double tick in _ticks)
        {
            _sketch.Line(frame.X(tick), frame.Bottom, frame.X(tick), frame.Bottom + TickLength, axis);
            _sketch.Text(frame.X(tick), baseline, Label(tick), _numbers, TextAnchor.Middle, part: "time tick");
        }

        double widest = 0;
        for (int i = 0; i <= 5; i++)
        {
            double p = i / 5.0, y = frame.Y(p);
            string label = LinearTicks.Label(_options.Percent ? 20 * i : p, _options.Percent ? 20 : 0.2);
            widest = Math.Max(widest, Typesetter.Width(label, _numbers));
            _sketch.Line(frame.Left - TickLength, y, frame.Left, y, axis);
            _sketch.Text(frame.Left - TickLength - 2, y
                + (FontBook.CapHeight * _text.Size / 2), label, _numbers, TextAnchor.End, part: "probability tick");
        }

        double x = frame.Left - TickLength - 2 - widest - 5;
        _sketch.Text(x, (frame.Top + frame.Bottom) / 2, ProbabilityTitle, _text, TextAnchor.Middle, -90, part: "probability label");
    }

    private void Medians(KaplanMeierFrame frame)
    {
        foreach ((Chain line, int group) in MedianLines(frame))
        {
            Tone tone = group < 0 ? Tones.Faint : _styles[group].Tone;
            _sketch.Add(
                new PathMark([line], new Stroke(tone, 0.7) { Dashes = [1.5, 1.5] }) { Part = group < 0 ? "half" : $"median {group + 1}" });
        }
    }

    // From one half on the axis to the farthest median (group -1), and from each median down to the time axis.
    private IEnumerable<(Chain Line, int Group)> MedianLines(KaplanMeierFrame frame)
    {
        double farthest = 0;
        for (int g = 0; g < _picture.Groups.Length; g++)
        {
            if (_picture.Groups[g].Median.Estimate is not { } median || median > frame.TimeEnd)
            {
                continue;
            }

            farthest = Math.Max(farthest, median);
            yield return (new Chain([new(frame.X(median), frame.Y(0.5)), new(frame.X(median), frame.Bottom)]), g);
        }

        if (farthest > 0)
        {
            yield return (new Chain([new(frame.Left, frame.Y(0.5)), new(frame.X(farthest), frame.Y(0.5))]), -1);
        }
    }

    private void Curves(ImmutableArray<StepShape> shapes, ImmutableArray<Chain> curves)
    {
        for (int g = 0; g < shapes.Length; g++)
        {
            _sketch.Add(new PathMark([curves[g]], _styles[g].Line(1.2)) { Part = $"curve {g + 1}" });
            ImmutableArray<Chain> ticks = _options.CensorMarks ? shapes[g].CensorTicks(2.4) : [];
            if (!ticks.IsEmpty)
            {
                _sketch.Add(new PathMark(ticks, new Stroke(_styles[g].Tone, 0.8)) { Part = $"censored {g + 1}" });
            }
        }
    }

    private double Table(KaplanMeierFrame frame, double y)
    {
        y += Sketch.LineHeight(_text.Size) + 4;
        string heading = RiskRows.Heading(_options.RiskTable);
        y = _sketch.Lines(6, y, TextWrapper.Wrap(heading, _strong, _sketch.Width - 12), _strong, part: "risk heading") + 1;

        foreach (RiskRow row in _rows)
        {
            ImmutableArray<string> lines = TextWrapper.Wrap(
                row.Label, _text, _options.RiskTable == RiskTableContent.Extended && row.ShowsLine ? _sketch.Width - 30 : LabelLimit);
            if (row.ShowsLine)
            {
                _sketch.Line(6, y - (0.36 * _text.Size), 6
                    + LineSample, y - (0.36 * _text.Size), _styles[row.Group].Line(1.2), $"risk line {row.Group + 1}");
            }

            double next =
                _sketch.Lines(6 + LineSample + 4, y, lines, row.Indented ? _text with { Tone = Tones.Faint } : _text, part: "risk label");
            for (int i = 0; i < row.Cells.Length; i++)
            {
                _sketch.Text(frame.X(_ticks[i]), y, row.Cells[i], _numbers, TextAnchor.Middle, part: $"risk {row.Group + 1}");
            }

            y = next + 1;
        }

        return y - Sketch.LineHeight(_text.Size) - 1;
    }

    private double Footnote(double y)
    {
        string text = KaplanMeierStyle.Footnote(_picture, _options);
        if (text.Length == 0)
        {
            return y;
        }

        y += Sketch.LineHeight(_small.Size) + 5;
        return _sketch.Lines(6, y, TextWrapper.Wrap(text, _small, _sketch.Width - 12), _small, part: "footnote")
            - Sketch.LineHeight(_small.Size);
    }
}

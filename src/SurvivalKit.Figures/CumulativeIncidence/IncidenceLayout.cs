using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>Lays out incidences: heading, key, a panel for all causes or one for each above the next, the table of numbers at risk below
/// their common time axis, and footnote.</summary>
internal sealed class IncidenceLayout
{
    private const double LineSample = 15;
    private const double TickLength = 3;
    private const double Gap = 8;

    private readonly IncidencePicture _picture;
    private readonly CumulativeIncidenceFigureOptions _options;
    private readonly IncidenceStyle _style;
    private readonly Sketch _sketch;
    private readonly TextStyle _text;
    private readonly TextStyle _strong;
    private readonly TextStyle _small;
    private readonly TextStyle _numbers;
    private readonly double _step;
    private readonly double _timeEnd;
    private readonly double _highest;
    private readonly ImmutableArray<double> _ticks;
    private readonly ImmutableArray<RiskRow> _rows;
    private readonly double _left;
    private readonly double _right;

    private IncidenceLayout(IncidencePicture picture, CumulativeIncidenceFigureOptions options)
    {
        _picture = picture;
        _options = options;
        _style = new IncidenceStyle(picture, options);
        _sketch = new Sketch(options.WidthInPoints, options.Theme, options.Background);
        double size = options.EffectiveTextSize;
        _text = new TextStyle(size, Tones.Ink);
        _strong = _text with { Weight = TextWeight.SemiBold };
        _small = new TextStyle(Math.Max(size - 1, Math.Min(size, 7)), Tones.Faint);
        _numbers = _text with { Tabular = true };
        _highest = IncidenceAxis.End(picture, options);

        double observed = Math.Max(picture.End, double.Epsilon);
        double end = options.MaximumTime ?? observed;
        _left = LabelColumn();
        _right = _sketch.Width - 6;
        (_step, _ticks) = Ticks(end, _right - _left);
        _timeEnd = options.MaximumTime ?? KaplanMeierStyle.AxisEnd(observed, _step);
        _ticks = LinearTicks.Positions(_timeEnd, _step);
        _rows = IncidenceRiskRows.Build(picture, options.RiskTable, _ticks);
        double last = _rows.SelectMany(row => row.Cells.TakeLast(1))
            .Append(LinearTicks.Label(_ticks[^1], _step))
            .Max(cell => Typesetter.Width(cell, _numbers));
        _right -= Math.Max(0, (last / 2) - ((_timeEnd - _ticks[^1]) / _timeEnd * (_right - _left)));
    }

    /// <summary>The finished scene.</summary>
    public static Scene Draw(IncidencePicture picture, CumulativeIncidenceFigureOptions options) =>
        new IncidenceLayout(picture, options).Draw();

    private Scene Draw()
    {
        double y = 4;
        if (_options.Title is { } title)
        {
            TextStyle style = _strong with { Size = _text.Size + 1 };
            y = _sketch.Lines(6, y + style.Size, TextWrapper.Wrap(title, style, _sketch.Width - 12), style, part: "title")
                - style.Size + 6;
        }

        ImmutableArray<ImmutableArray<(string, GroupStyle)>> key = _options.Legend ? _style.Key() : [];
        y = key.IsEmpty ? y + 4 : IncidenceKey.Draw(_sketch, key, _text, _left, y) + 6;
        for (int panel = 0; panel < _picture.Panels; panel++)
        {
            y = Panel(panel, y);
        }

        y += TickLength + 2 + _text.Size + Sketch.LineHeight(_text.Size) + 1;
        _sketch.Text((_left + _right) / 2, y, IncidenceText.TimeTitle(_options), _text, TextAnchor.Middle, part: "time label");
        y = _rows.IsEmpty ? y : Table(y);
        y = _options.Footnote ? Footnote(y) : y;
        return _sketch.Finish(y + 6);
    }

    private double Panel(int panel, double y)
    {
        if (_picture.HasPanels)
        {
            y += panel == 0 ? 0 : 0.8 * Sketch.LineHeight(_text.Size);
            y = _sketch.Lines(
                _left, y + _text.Size, TextWrapper.Wrap(_picture.CauseLabels[panel], _strong, _right - _left), _strong, part: "cause") - 2;
        }

        double width = _right - _left;
        double height = _options.PlotHeight is { } mm ? mm * 72 / 25.4
            : _picture.HasPanels ? Math.Clamp(width / 3, 90, 200)
            : Math.Clamp(0.6 * width, 120, 300);
        var frame = new KaplanMeierFrame(_left, y, _right, y + height, _timeEnd) { Highest = _highest };
        bool isLast = panel == _picture.Panels - 1;
        return new IncidencePanel(_sketch, _picture, _options, _style, _text, panel).Draw(frame, _ticks, isLast ? _step : null);
    }

    // Space left of the plot: the probabilities and their title, or the labels of the risk table, whichever is wider.
    private double LabelColumn()
    {
        (ImmutableArray<double> ticks, double distance) = IncidenceAxis.Ticks(_highest);
        double scale = _options.Percent ? 100 : 1;
        double widest = ticks.Max(tick => Typesetter.Width(LinearTicks.Label(scale * tick, scale * distance), _numbers));
        double axis = 6 + Sketch.LineHeight(_text.Size) + 4 + widest + TickLength + 2;
        if (_options.RiskTable == RiskTableContent.None)
        {
            return axis;
        }

        // The first column, at time 0, is centred there.
        ImmutableArray<RiskRow> rows = IncidenceRiskRows.Build(_picture, _options.RiskTable, [0]);
        double labels = rows.Where(row => !row.Cells.IsEmpty)
            .SelectMany(row => TextWrapper.Wrap(row.Label, _text, LabelLimit))
            .Max(label => Typesetter.Width(label, _text));
        double first = rows.SelectMany(row => row.Cells).Max(cell => Typesetter.Width(cell, _numbers));
        return Math.Max(axis, 6 + LineSample + 4 + labels + Gap + (first / 2));
    }

    // Labels of the risk table are broken where they would need more than a quarter of the figure, inside a word only beyond two fifths.
    private double LabelLimit => Math.Min(
        Math.Max((0.25 * _sketch.Width) - LineSample, _picture.GroupLabels.Max(label => TextWrapper.LongestPiece(label, _text))),
        0.4 * _sketch.Width);

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
            double widest = IncidenceRiskRows.Build(_picture, _options.RiskTable, ticks)
                .SelectMany(row => row.Cells)
                .Concat(ticks.Select(tick => LinearTicks.Label(tick, step)))
                .Max(cell => Typesetter.Width(cell, _numbers));
            if (most <= 3 || width * step / end >= Math.Max(widest + (0.9 * _text.Size), 3 * _text.Size))
            {
                return (step, ticks);
            }
        }
    }

    private double Table(double y)
    {
        y += Sketch.LineHeight(_text.Size) + 4;
        string heading = IncidenceRiskRows.Heading(_picture, _options.RiskTable);
        y = _sketch.Lines(6, y, TextWrapper.Wrap(heading, _strong, _sketch.Width - 12), _strong, part: "risk heading") + 1;
        var frame = new KaplanMeierFrame(_left, 0, _right, 1, _timeEnd);
        foreach (RiskRow row in _rows)
        {
            if (row.ShowsLine)
            {
                double middle = y - (0.36 * _text.Size);
                _sketch.Line(6, middle, 6 + LineSample, middle, _style.OfGroup(row.Group).Line(1.2), $"risk line {row.Group + 1}");
            }

            TextStyle style = row.Indented ? _text with { Tone = Tones.Faint } : _text;
            double limit = row.Cells.IsEmpty ? _sketch.Width - 30 : LabelLimit;
            double start = row.ShowsLine || row.Indented ? 6 + LineSample + 4 : 6;
            double next = _sketch.Lines(
                start, y, TextWrapper.Wrap(row.Label, _text, limit), style, part: "risk label");
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
        string text = IncidenceText.Footnote(_picture, _options);
        if (text.Length == 0)
        {
            return y;
        }

        y += Sketch.LineHeight(_small.Size) + 5;
        return _sketch.Lines(6, y, TextWrapper.Wrap(text, _small, _sketch.Width - 12), _small, part: "footnote")
            - Sketch.LineHeight(_small.Size);
    }
}

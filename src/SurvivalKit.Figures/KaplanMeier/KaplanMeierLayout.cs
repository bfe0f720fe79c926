using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>Lays out Kaplan-Meier curves: heading, key, plot area, risk table and footnote from the top to the bottom.</summary>
internal sealed class KaplanMeierLayout
{
    private const double Gap = 8;
    private const double ProbabilityDistance = 0.2;

    private static readonly ImmutableArray<double> Probabilities = [.. Enumerable.Range(0, 6).Select(i => i / 5.0)];

    private readonly SurvivalPicture _picture;
    private readonly KaplanMeierFigureOptions _options;
    private readonly StepPage _page;
    private readonly Sketch _sketch;
    private readonly TextStyle _text;
    private readonly StepTimeAxis _time;
    private readonly ImmutableArray<string> _notes;
    private readonly ImmutableArray<GroupStyle> _styles;

    private KaplanMeierLayout(SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes)
    {
        _picture = picture;
        _options = options;
        _styles = KaplanMeierStyle.Choose(picture.Groups.Length, options);
        _page = new StepPage(options);
        _sketch = _page.Sketch;
        _text = _page.Text;
        double observed = Math.Max(picture.Groups.Max(group => group.End), double.Epsilon);
        _time = _page.TimeAxis(observed, LabelColumn(), times => RiskRows.Build(picture.Groups, options.RiskTable, times));
        _notes = [.. notes.SelectMany(note => TextWrapper.Wrap(note, _text, Math.Max(_time.Right - _time.Left - Gap, 40)))];
    }

    /// <summary>The finished scene.</summary>
    public static Scene Draw(SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes) =>
        new KaplanMeierLayout(picture, options, notes).Draw();

    private Scene Draw()
    {
        double y = _page.Heading(4);
        if (_options.Legend != KaplanMeierLegend.None && (_picture.Groups.Length > 1 || _options.Legend == KaplanMeierLegend.Statistics))
        {
            y = KaplanMeierKey.Draw(_sketch, _picture, _styles, _options, _text, _time.Left, y) + 6;
        }
        else
        {
            y += 4;
        }

        double width = _time.Right - _time.Left;
        double height = _options.PlotHeight is { } mm ? mm * 72 / 25.4 : Math.Clamp(0.6 * width, 120, 300);
        var frame = new KaplanMeierFrame(_time.Left, y, _time.Right, y + height, _time.End);
        ImmutableArray<StepShape> shapes = [.. _picture.Groups.Select(
            g => new StepShape(g, frame, _options.CumulativeIncidence, _options.MinimumAtRisk))];
        ImmutableArray<Chain> curves = [.. shapes.Select(s => s.Curve())];

        ScenePoint? place = _notes.IsEmpty ? null : PlaceNotes(frame, shapes, curves);
        if (!_notes.IsEmpty && place is null)
        {
            // No free place: the notes go above the plot, which moves down.
            _sketch.Lines(_time.Left, y + _text.Size, _notes, _text, part: "note");
            double shift = _page.NotesHeight(_notes.Length) + 4;
            frame = frame with { Top = frame.Top + shift, Bottom = frame.Bottom + shift };
            shapes = [.. _picture.Groups.Select(g => new StepShape(g, frame, _options.CumulativeIncidence, _options.MinimumAtRisk))];
            curves = [.. shapes.Select(s => s.Curve())];
        }

        Bands(shapes);
        _page.Axes(frame, _time, isLabelled: true, Probabilities, ProbabilityDistance, ProbabilityTitle);
        if (_options.MedianLines)
        {
            Medians(frame);
        }

        Curves(shapes, curves);
        if (place is { } corner)
        {
            _sketch.Lines(corner.X, corner.Y + FontBook.CapHeight * _text.Size, _notes, _text, part: "note");
        }

        return _page.Finish(
            _time, frame.Bottom, RiskRows.Heading(_options.RiskTable), LabelLimit, group => _styles[group],
            KaplanMeierStyle.Footnote(_picture, _options));
    }

    private string ProbabilityTitle => _options.ProbabilityLabel
        ?? ((_options.CumulativeIncidence ? "Cumulative incidence" : _options.Percent ? "Survival" : "Survival probability")
            + (_options.Percent ? ", %" : ""));

    private bool HasBands => KaplanMeierStyle.HasBands(_picture, _options);

    private double LabelLimit => _page.LabelLimit(_picture.Groups.Select(group => group.Label));

    private double LabelColumn()
    {
        IEnumerable<string> labels = _options.RiskTable == RiskTableContent.None ? []
            : _picture.Groups.SelectMany(group => TextWrapper.Wrap(group.Label, _text, LabelLimit));
        labels = _options.RiskTable == RiskTableContent.Extended ? labels.Append("Censored") : labels;
        string events = _options.RiskTable == RiskTableContent.AtRiskAndEvents ? " (0)" : "";
        return _page.LabelColumn(
            [_options.Percent ? "100" : "0.8"], labels, _picture.Groups.Select(group => RiskRows.Count(group.Count) + events));
    }

    private ScenePoint? PlaceNotes(KaplanMeierFrame frame, ImmutableArray<StepShape> shapes, ImmutableArray<Chain> curves)
    {
        ImmutableArray<Chain> medians = _options.MedianLines ? [.. MedianLines(frame).Select(m => m.Line)] : [];
        ImmutableArray<Chain> bands = HasBands ? [.. shapes.SelectMany(s => s.Band())] : [];
        return NotePlacer.Place(
            frame, _notes.Max(n => Typesetter.Width(n, _text)), _page.NotesHeight(_notes.Length), curves.AddRange(medians), bands,
            _options.CumulativeIncidence);
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
}

using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>One plot area of a figure of incidences: axes, bands, curves and the text inside.</summary>
internal sealed class IncidencePanel
{
    private const double TickLength = 3;

    private readonly Sketch _sketch;
    private readonly IncidencePicture _picture;
    private readonly CumulativeIncidenceFigureOptions _options;
    private readonly IncidenceStyle _style;
    private readonly TextStyle _text;
    private readonly int _panel;

    /// <param name="sketch">The sketch to draw on.</param>
    /// <param name="picture">All curves.</param>
    /// <param name="options">The options.</param>
    /// <param name="style">How the curves look.</param>
    /// <param name="text">The text style.</param>
    /// <param name="panel">The place of the panel.</param>
    public IncidencePanel(
        Sketch sketch, IncidencePicture picture, CumulativeIncidenceFigureOptions options, IncidenceStyle style, TextStyle text, int panel)
    {
        _sketch = sketch;
        _picture = picture;
        _options = options;
        _style = style;
        _text = text;
        _panel = panel;
    }

    private double NotesHeight(int lines) => ((lines - 1) * Sketch.LineHeight(_text.Size)) + (FontBook.CapHeight * _text.Size);

    /// <summary>Draws the panel.</summary>
    /// <param name="frame">Its plot area; moved down where the text inside has to stand above it.</param>
    /// <param name="times">The ticks of time.</param>
    /// <param name="timeStep">Their distance; labels are drawn where it is given.</param>
    /// <returns>The lower edge of the plot area.</returns>
    public double Draw(KaplanMeierFrame frame, ImmutableArray<double> times, double? timeStep)
    {
        ImmutableArray<IncidenceLine> lines = _picture.LinesOf(_panel);
        ImmutableArray<string> notes =
        [
            .. IncidenceText.Notes(_picture, _options, _panel).SelectMany(
                note => TextWrapper.Wrap(note, _text, Math.Max(frame.Width - 8, 40))),
        ];
        StepShape[] shapes = Shapes(lines, frame);
        ScenePoint? place = null;
        if (!notes.IsEmpty)
        {
            double width = notes.Max(note => Typesetter.Width(note, _text));
            ImmutableArray<Chain> bands = _picture.HasBands(_options) ? [.. shapes.SelectMany(shape => shape.Band())] : [];
            place = NotePlacer.Place(
                frame, width, NotesHeight(notes.Length), [.. shapes.Select(shape => shape.Curve())], bands, incidence: true);
            if (place is null)
            {
                _sketch.Lines(frame.Left, frame.Top + _text.Size, notes, _text, part: "note");
                double shift = NotesHeight(notes.Length) + 4;
                frame = frame with { Top = frame.Top + shift, Bottom = frame.Bottom + shift };
                shapes = Shapes(lines, frame);
            }
        }

        Bands(lines, shapes);
        Axes(frame, times, timeStep);
        Curves(lines, shapes);
        if (place is { } corner)
        {
            _sketch.Lines(corner.X, corner.Y + (FontBook.CapHeight * _text.Size), notes, _text, part: "note");
        }

        return frame.Bottom;
    }

    private StepShape[] Shapes(ImmutableArray<IncidenceLine> lines, KaplanMeierFrame frame) =>
        [.. lines.Select(line => new StepShape(line.Steps, frame, true, _options.MinimumAtRisk))];

    private void Bands(ImmutableArray<IncidenceLine> lines, StepShape[] shapes)
    {
        for (int i = 0; i < shapes.Length && _picture.HasBands(_options); i++)
        {
            ImmutableArray<Chain> band = shapes[i].Band();
            if (!band.IsEmpty)
            {
                _sketch.Add(new PathMark(band, Fill: new Fill(_style.Of(lines[i]).Tone, 0.16)) { Part = Part("band", lines[i]) });
            }
        }
    }

    private void Curves(ImmutableArray<IncidenceLine> lines, StepShape[] shapes)
    {
        for (int i = 0; i < shapes.Length; i++)
        {
            GroupStyle style = _style.Of(lines[i]);
            _sketch.Add(new PathMark([shapes[i].Curve()], style.Line(1.2)) { Part = Part("curve", lines[i]) });
            ImmutableArray<Chain> ticks = _options.CensorMarks ? shapes[i].CensorTicks(2.4) : [];
            if (!ticks.IsEmpty)
            {
                _sketch.Add(new PathMark(ticks, new Stroke(style.Tone, 0.8)) { Part = Part("censored", lines[i]) });
            }
        }
    }

    private static string Part(string what, IncidenceLine line) =>
        FormattableString.Invariant($"{what} {line.Group + 1} of cause {line.Cause + 1}");

    private void Axes(KaplanMeierFrame frame, ImmutableArray<double> times, double? timeStep)
    {
        TextStyle numbers = _text with { Tabular = true };
        var axis = new Stroke(Tones.Ink, 0.7);
        _sketch.Add(new PathMark(
            [new Chain([new(frame.Left, frame.Top - 1), new(frame.Left, frame.Bottom), new(frame.Right, frame.Bottom)])], axis)
        { Part = "axes" });
        double baseline = frame.Bottom + TickLength + 2 + (FontBook.CapHeight * _text.Size);
        foreach (double tick in times)
        {
            _sketch.Line(frame.X(tick), frame.Bottom, frame.X(tick), frame.Bottom + TickLength, axis);
            if (timeStep is { } step)
            {
                _sketch.Text(frame.X(tick), baseline, LinearTicks.Label(tick, step), numbers, TextAnchor.Middle, part: "time tick");
            }
        }

        double widest = 0;
        (ImmutableArray<double> ticks, double distance) = IncidenceAxis.Ticks(frame.Highest);
        double scale = _options.Percent ? 100 : 1;
        foreach (double tick in ticks)
        {
            double y = frame.Y(tick);
            string label = LinearTicks.Label(scale * tick, scale * distance);
            widest = Math.Max(widest, Typesetter.Width(label, numbers));
            _sketch.Line(frame.Left - TickLength, y, frame.Left, y, axis);
            _sketch.Text(
                frame.Left - TickLength - 2, y + (FontBook.CapHeight * _text.Size / 2), label, numbers, TextAnchor.End,
                part: "probability tick");
        }

        _sketch.Text(
            frame.Left - TickLength - 2 - widest - 5,
            (frame.Top + frame.Bottom) / 2,
            IncidenceText.ProbabilityTitle(_picture, _options),
            _text,
            TextAnchor.Middle,
            -90,
            part: "probability label");
    }
}

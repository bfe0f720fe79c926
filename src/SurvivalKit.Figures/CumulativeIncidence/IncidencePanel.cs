using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>One plot area of a figure of incidences: axes, bands, curves and the text inside.</summary>
internal sealed class IncidencePanel
{
    private readonly StepPage _page;
    private readonly Sketch _sketch;
    private readonly IncidencePicture _picture;
    private readonly CumulativeIncidenceFigureOptions _options;
    private readonly IncidenceStyle _style;
    private readonly TextStyle _text;
    private readonly int _panel;

    /// <param name="page">The page to draw on.</param>
    /// <param name="picture">All curves.</param>
    /// <param name="options">The options.</param>
    /// <param name="style">How the curves look.</param>
    /// <param name="panel">The place of the panel.</param>
    public IncidencePanel(
        StepPage page, IncidencePicture picture, CumulativeIncidenceFigureOptions options, IncidenceStyle style, int panel)
    {
        _page = page;
        _sketch = page.Sketch;
        _picture = picture;
        _options = options;
        _style = style;
        _text = page.Text;
        _panel = panel;
    }

    /// <summary>Draws the panel.</summary>
    /// <param name="frame">Its plot area; moved down where the text inside has to stand above it.</param>
    /// <param name="time">The time axis, labelled under the last panel.</param>
    /// <returns>The lower edge of the plot area.</returns>
    public double Draw(KaplanMeierFrame frame, StepTimeAxis time)
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
                frame, width, _page.NotesHeight(notes.Length), [.. shapes.Select(shape => shape.Curve())], bands, incidence: true);
            if (place is null)
            {
                _sketch.Lines(frame.Left, frame.Top + _text.Size, notes, _text, part: "note");
                double shift = _page.NotesHeight(notes.Length) + 4;
                frame = frame with { Top = frame.Top + shift, Bottom = frame.Bottom + shift };
                shapes = Shapes(lines, frame);
            }
        }

        Bands(lines, shapes);
        (ImmutableArray<double> ticks, double distance) = IncidenceAxis.Ticks(frame.Highest);
        string title = IncidenceText.ProbabilityTitle(_picture, _options);
        _page.Axes(frame, time, isLabelled: _panel == _picture.Panels - 1, ticks, distance, title);
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
}

using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>Lays out incidences: heading, key, a panel for all causes or one for each above the next, the table of numbers at risk below
/// their common time axis, and footnote.</summary>
internal sealed class IncidenceLayout
{
    private readonly IncidencePicture _picture;
    private readonly CumulativeIncidenceFigureOptions _options;
    private readonly IncidenceStyle _style;
    private readonly StepPage _page;
    private readonly StepTimeAxis _time;
    private readonly double _highest;

    private IncidenceLayout(IncidencePicture picture, CumulativeIncidenceFigureOptions options)
    {
        _picture = picture;
        _options = options;
        _style = new IncidenceStyle(picture, options);
        _page = new StepPage(options);
        _highest = IncidenceAxis.End(picture, options);
        _time = _page.TimeAxis(Math.Max(picture.End, double.Epsilon), LabelColumn(), RowsAt);
    }

    /// <summary>The finished scene.</summary>
    public static Scene Draw(IncidencePicture picture, CumulativeIncidenceFigureOptions options) =>
        new IncidenceLayout(picture, options).Draw();

    private Scene Draw()
    {
        double y = _page.Heading(4);
        ImmutableArray<ImmutableArray<(string, GroupStyle)>> key = _options.Legend ? _style.Key() : [];
        y = key.IsEmpty ? y + 4 : IncidenceKey.Draw(_page.Sketch, key, _page.Text, _time.Left, y) + 6;
        for (int panel = 0; panel < _picture.Panels; panel++)
        {
            y = Panel(panel, y);
        }

        return _page.Finish(
            _time, y, IncidenceRiskRows.Heading(_picture, _options.RiskTable), LabelLimit, _style.OfGroup,
            IncidenceText.Footnote(_picture, _options));
    }

    private double Panel(int panel, double y)
    {
        double width = _time.Right - _time.Left;
        if (_picture.HasPanels)
        {
            y += panel == 0 ? 0 : 0.8 * Sketch.LineHeight(_page.Text.Size);
            ImmutableArray<string> lines = TextWrapper.Wrap(_picture.CauseLabels[panel], _page.Strong, width);
            y = _page.Sketch.Lines(_time.Left, y + _page.Text.Size, lines, _page.Strong, part: "cause") - 2;
        }

        double height = _options.PlotHeight is { } mm ? mm * 72 / 25.4
            : _picture.HasPanels ? Math.Clamp(width / 3, 90, 200)
            : Math.Clamp(0.6 * width, 120, 300);
        var frame = new KaplanMeierFrame(_time.Left, y, _time.Right, y + height, _time.End) { Highest = _highest };
        return new IncidencePanel(_page, _picture, _options, _style, panel).Draw(frame, _time);
    }

    private ImmutableArray<RiskRow> RowsAt(ImmutableArray<double> times) =>
        IncidenceRiskRows.Build(_picture, _options.RiskTable, times);

    private double LabelLimit => _page.LabelLimit(_picture.GroupLabels);

    private double LabelColumn()
    {
        (ImmutableArray<double> ticks, double distance) = IncidenceAxis.Ticks(_highest);
        ImmutableArray<RiskRow> rows = RowsAt([0]);
        return _page.LabelColumn(
            _page.ProbabilityLabels(ticks, distance),
            rows.Where(row => !row.Cells.IsEmpty).SelectMany(row => TextWrapper.Wrap(row.Label, _page.Text, LabelLimit)),
            rows.SelectMany(row => row.Cells));
    }
}

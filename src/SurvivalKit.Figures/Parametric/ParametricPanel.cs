using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>One plot of several distributions: their survivals beside Kaplan-Meier, or their hazards.</summary>
internal sealed class ParametricPanel
{
    private const int MostTicks = 6;

    // Hazards that begin infinite would leave no room for the others.
    private const double Start = 0.03;

    // None of the colours of distributions.
    private static readonly GroupStyle Observed = new(Tones.Bar, []);

    private readonly ParametricExtrapolation _curves;
    private readonly ParametricFigureOptions _options;
    private readonly bool _isHazard;
    private readonly StepPage _page;
    private readonly ImmutableArray<Tone> _colours;

    public ParametricPanel(ParametricExtrapolation curves, ParametricFigureOptions options, bool isHazard)
    {
        _curves = curves;
        _options = options;
        _isHazard = isHazard;
        _page = new StepPage(options);
        _colours = options.Colours is { Count: > 0 } given ? [.. given.Select(KaplanMeierStyle.Given)] : Tones.Groups;
    }

    public Scene Draw()
    {
        double end = _options.MaximumTime ?? _curves.Times.Max();
        double highest = _isHazard ? Highest(end) : 1;
        (ImmutableArray<double> ticks, double distance) = Ticks(highest, _isHazard);
        StepTimeAxis time = _page.TimeAxis(end, LabelColumn(end), _ => []);
        double y = _page.Heading(4);
        y = _options.Legend ? IncidenceKey.Draw(_page.Sketch, [Key()], _page.Text, time.Left, y) + 6 : y + 4;
        double height = _options.PlotHeight is { } mm ? mm * 72 / 25.4 : Math.Clamp(0.42 * (time.Right - time.Left), 100, 240);
        var frame = new KaplanMeierFrame(time.Left, y, time.Right, y + height, time.End) { Highest = highest };
        string title = _isHazard ? _options.HazardLabel : _options.ProbabilityLabel ?? "Survival";
        _page.Axes(frame, time, isLabelled: true, ticks, distance, title);
        FollowUp(frame);
        if (!_isHazard && _curves.Observed is { } observed)
        {
            var shape = new StepShape(new SurvivalGroup(observed, "Kaplan-Meier"), frame, false, _options.MinimumAtRisk);
            _page.Sketch.Add(new PathMark([shape.Curve()], Observed.Line(2.2)) { Part = "Kaplan-Meier" });
        }

        for (int i = 0; i < _curves.Curves.Length; i++)
        {
            Curve(i, frame);
        }

        string footnote = _curves.FollowUp is { } last && last < time.End && !_isHazard
            ? "Dotted line: the end of the follow-up. Curves are means over the rows of the data." : "";
        return _page.Finish(time, frame.Bottom, "", 0, StyleOf, footnote);
    }

    private static (ImmutableArray<double> Ticks, double Distance) Ticks(double highest, bool isHazard)
    {
        double distance = isHazard ? LinearTicks.Step(highest, MostTicks, null) : 0.25;
        return (LinearTicks.Positions(highest, distance), distance);
    }

    // The same in both panels, so that one time is above the other.
    private double LabelColumn(double end)
    {
        (ImmutableArray<double> survival, double distance) = Ticks(1, isHazard: false);
        (ImmutableArray<double> hazard, double step) = Ticks(Highest(end), isHazard: true);
        return _page.LabelColumn(
            [
                .. _page.ProbabilityLabels(survival, distance),
                .. _options.Hazards ? hazard.Select(tick => LinearTicks.Label(tick, step)) : [],
            ],
            [],
            []);
    }

    private GroupStyle StyleOf(int curve) => GroupStyle.ForGroup(curve, _colours);

    private ImmutableArray<(string, GroupStyle)> Key() =>
    [
        .. _curves.Observed is null || _isHazard
            ? [] : (ImmutableArray<(string, GroupStyle)>)[("Kaplan-Meier", Observed)],
        .. _curves.Curves.Select((curve, i) => (char.ToUpperInvariant(curve.Name[0]) + curve.Name[1..], StyleOf(i))),
    ];

    private void FollowUp(KaplanMeierFrame frame)
    {
        if (_curves.FollowUp is { } last && last < frame.TimeEnd)
        {
            var line = new Stroke(Tones.Faint, 0.7) { Dashes = [1, 2] };
            _page.Sketch.Line(frame.X(last), frame.Top, frame.X(last), frame.Bottom, line, "end of the follow-up");
        }
    }

    private void Curve(int place, KaplanMeierFrame frame)
    {
        ParametricExtrapolationCurve curve = _curves.Curves[place];
        var chains = new List<Chain>();
        var points = new List<ScenePoint>();
        if (!_isHazard)
        {
            points.Add(new(frame.X(0), frame.Y(1)));
        }

        void Close()
        {
            if (points.Count > 1)
            {
                chains.Add(new([.. points]));
            }

            points.Clear();
        }

        foreach ((double at, int i) in _curves.Times.Select((at, i) => (at, i)).OrderBy(pair => pair.at))
        {
            double value = _isHazard ? curve.Hazard[i] : curve.Survival[i];
            if (at <= frame.TimeEnd && value <= frame.Highest && double.IsFinite(value))
            {
                points.Add(new(frame.X(at), frame.Y(value)));
            }
            else
            {
                Close();
            }
        }

        Close();
        _page.Sketch.Add(new PathMark([.. chains], StyleOf(place).Line(1.2)) { Part = FormattableString.Invariant($"curve {place + 1}") });
    }

    private double Highest(double end)
    {
        double highest = _curves.Curves.SelectMany(curve => curve.Hazard.Where(
            (hazard, i) => _curves.Times[i] >= Start * end && _curves.Times[i] <= end && double.IsFinite(hazard))).DefaultIfEmpty(1).Max();
        double distance = LinearTicks.Step(highest, MostTicks - 1, null);
        return Math.Ceiling((highest / distance) - 1e-9) * distance;
    }
}

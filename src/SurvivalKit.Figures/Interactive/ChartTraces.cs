using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using XPlot.Plotly;

namespace SurvivalKit.Figures;

/// <summary>The traces of an interactive Kaplan-Meier chart: for each group its band, its curve and its censor ticks.</summary>
internal static class ChartTraces
{
    // Hover points: the curve's own steps, those of the other groups, and round times between.
    private const int MostRound = 100;
    private const int MostShared = 400;

    /// <summary>The traces in drawing order: all bands behind all curves.</summary>
    public static IReadOnlyList<Scatter> Build(SurvivalPicture picture, ImmutableArray<GroupStyle> styles, KaplanMeierFigureOptions options)
    {
        double end = options.MaximumTime ?? picture.Groups.Max(g => g.End);
        ImmutableArray<double> shared = Shared(picture, end, options.TimeUnit);
        // In this frame a point's coordinates are time and probability themselves.
        var frame = new KaplanMeierFrame(0, 1, end, 0, end);
        ImmutableArray<StepShape> shapes = [.. picture.Groups.Select(
            g => new StepShape(g, frame, options.CumulativeIncidence, options.MinimumAtRisk))];
        var traces = new List<Scatter>();
        if (KaplanMeierStyle.HasBands(picture, options))
        {
            traces.AddRange(picture.Groups.SelectMany(
                (g, i) => shapes[i].Band().Select(band => Band(g, i, band, ChartJson.Colour(styles[i].Tone, options.Theme)))));
        }

        for (int i = 0; i < picture.Groups.Length; i++)
        {
            string colour = ChartJson.Colour(styles[i].Tone, options.Theme);
            traces.Add(Curve(picture, i, shared, shapes[i], styles[i], colour, options));
            if (options.CensorMarks && Censored(picture.Groups[i], i, shapes[i].End, colour, options.CumulativeIncidence) is { } censored)
            {
                traces.Add(censored);
            }
        }

        return traces;
    }

    private static ImmutableArray<double> Shared(SurvivalPicture picture, double end, string? unit)
    {
        ImmutableArray<double> grid = LinearTicks.Positions(end, LinearTicks.Step(end, MostRound, unit));
        ImmutableArray<double> steps = [.. picture.Groups.SelectMany(g => g.Steps).Select(s => s.Time).Distinct().Take(MostShared + 1)];
        return [.. grid.Concat(steps.Length <= MostShared ? steps : []).Distinct().Order()];
    }

    private static Scatter Curve(
        SurvivalPicture picture,
        int index,
        ImmutableArray<double> shared,
        StepShape shape,
        GroupStyle style,
        string colour,
        KaplanMeierFigureOptions options)
    {
        SurvivalGroup group = picture.Groups[index];
        ImmutableArray<double> times = [.. shared.Concat(group.Steps.Select(s => s.Time)).Append(0).Where(
            t => t <= shape.End).Distinct().Order()];
        ImmutableArray<SurvivalEstimate> at = group.At(times);
        return new Scatter
        {
            name = WebUtility.HtmlEncode(group.Label),
            legendgroup = Group(index),
            showlegend = true,
            mode = "lines",
            x = times,
            y = at.Select(e => options.CumulativeIncidence ? 1 - e.Survival : e.Survival).ToArray(),
            text = at.Select(e => Hover(group, e, picture.Level, options)).ToArray(),
            hoverinfo = "text",
            line = new Line
            {
                shape = "hv",
                color = colour,
                width = 2,
                dash =
                style.Dashes.IsEmpty ? "solid" : string.Join(',', style.Dashes.Select(d => Numbers.Coordinate(1.4 * d) + "px"))
            },
        };
    }

    private static Scatter Band(SurvivalGroup group, int index, Chain band, string colour) => new()
    {
        name = WebUtility.HtmlEncode(group.Label),
        legendgroup = Group(index),
        showlegend = false,
        mode = "lines",
        x = band.Points.Select(p => p.X).ToArray(),
        y = band.Points.Select(p => p.Y).ToArray(),
        fill = "toself",
        // Opacity as two more digits, so that the six digits that the theme replaces stay together.
        fillcolor = colour + "29",
        line = new Line { width = 0, color = colour },
        hoverinfo = "skip",
    };

    private static Scatter? Censored(SurvivalGroup group, int index, double end, string colour, bool incidence)
    {
        ImmutableArray<SurvivalStep> steps = [.. group.Steps.Where(s => s.Censored > 0 && s.Time <= end)];
        return steps.IsEmpty ? null : new Scatter
        {
            name = WebUtility.HtmlEncode(group.Label),
            legendgroup = Group(index),
            showlegend = false,
            mode = "markers",
            x = steps.Select(s => s.Time).ToArray(),
            y = steps.Select(s => incidence ? 1 - s.Survival : s.Survival).ToArray(),
            marker = new Marker { symbol = "line-ns-open", size = 9, color = colour },
            hoverinfo = "skip",
        };
    }

    private static string Hover(SurvivalGroup group, SurvivalEstimate at, double level, KaplanMeierFigureOptions options)
    {
        double estimate = options.CumulativeIncidence ? 1 - at.Survival : at.Survival;
        (double low, double high) = options.CumulativeIncidence ? (1 - at.Upper, 1 - at.Lower) : (at.Lower, at.Upper);
        string unit = options.TimeUnit is { Length: > 0 } u ? " " + WebUtility.HtmlEncode(u) : "";
        string interval = double.IsFinite(low) && double.IsFinite(high)
            ? $"{NumberText.Level(level)} CI {Probability(low, options)}\u2013{Probability(high, options)}"
            : "no interval";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<b>{WebUtility.HtmlEncode(group.Label)}</b> at {at.Time:0.####}{unit}: {Probability(estimate, options)} ({interval}), {RiskRows.Count(at.AtRisk)} at risk");
    }

    private static string Probability(double value, KaplanMeierFigureOptions options) => options.Percent
        ? (100 * value).ToString("0.0", CultureInfo.InvariantCulture) + "%"
        : value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Group(int index) => "g" + index.ToString(CultureInfo.InvariantCulture);
}

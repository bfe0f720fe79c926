using System.Collections.Immutable;
using System.Net;
using XPlot.Plotly;

namespace SurvivalKit.Figures;

/// <summary>The layout of an interactive Kaplan-Meier chart.</summary>
internal static class ChartLayout
{
    /// <summary>The layout; paper and plot are transparent, so that the page's own background is visible.</summary>
    public static Layout.Layout Build(SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes)
    {
        string ink = ChartJson.Colour(Tones.Ink, options.Theme);
        double observed = picture.Groups.Max(g => g.End);
        double step = options.TimeStep ?? LinearTicks.Step(options.MaximumTime ?? observed, 10, options.TimeUnit);
        double end = options.MaximumTime ?? KaplanMeierStyle.AxisEnd(observed, step);
        string what = options.ProbabilityLabel ?? (options.CumulativeIncidence ? "Cumulative incidence" : "Survival probability");
        return new Layout.Layout
        {
            title = WebUtility.HtmlEncode(options.Title ?? ""),
            font = new Font { family = "Inter, system-ui, sans-serif", size = 13, color = ink },
            paper_bgcolor = "rgba(0,0,0,0)",
            plot_bgcolor = "rgba(0,0,0,0)",
            hovermode = "x unified",
            dragmode = "zoom",
            showlegend = picture.Groups.Length > 1,
            legend = new Legend { orientation = "h", x = 0, y = 1.02, xanchor = "left", yanchor = "bottom" },
            margin = new Margin { l = 64, r = 16, t = options.Title is null ? 40 : 80, b = 56 },
            xaxis = new Xaxis
            {
                title = WebUtility.HtmlEncode(
                    options.TimeUnit is { Length: > 0 } unit ? $"{options.TimeLabel} ({unit})" : options.TimeLabel),
                range = new[] { 0, end },
                tick0 = 0,
                dtick = step,
                ticks = "outside",
                tickcolor = ink,
                showline = true,
                linecolor = ink,
                showgrid = false,
                zeroline = false,
            },
            yaxis = new Yaxis
            {
                title = WebUtility.HtmlEncode(what),
                range = new[] { 0, 1.02 },
                dtick = 0.2,
                tickformat = options.Percent ? ".0%" : ".1f",
                ticks = "outside",
                tickcolor = ink,
                showline = true,
                linecolor = ink,
                gridcolor = ChartJson.Colour(Tones.Rule, options.Theme) + "66",
                zeroline = false,
            },
            annotations = Notes(picture, options, notes, end),
        };
    }

    // Placed as in the drawn figure, in a plot area of the usual size on a page.
    private static Annotation[] Notes(SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes, double end)
    {
        if (notes.IsEmpty)
        {
            return [];
        }

        var frame = new KaplanMeierFrame(0, 0, 620, 350, end);
        var style = new TextStyle(14, Tones.Ink);
        ImmutableArray<Chain> curves = [.. picture.Groups.Select(
            g => new StepShape(g, frame, options.CumulativeIncidence, options.MinimumAtRisk).Curve())];
        ScenePoint place = NotePlacer.Place(frame, notes.Max(
            n => Typesetter.Width(n, style)), notes.Length * 19, curves, [], options.CumulativeIncidence) ?? new ScenePoint(380, 4);
        return
        [
            new Annotation
            {
                text = string.Join("<br>", notes.Select(n => WebUtility.HtmlEncode(n)
                    .Replace("&#14;", "<i>", StringComparison.Ordinal)
                    .Replace("&#15;", "</i>", StringComparison.Ordinal)
                    .Replace("\u000E", "<i>", StringComparison.Ordinal)
                    .Replace("\u000F", "</i>", StringComparison.Ordinal))),
                showarrow = false,
                align = "left",
                xref = "paper",
                yref = "paper",
                xanchor = "left",
                yanchor = "top",
                x = Math.Round(place.X / frame.Width, 3),
                y = Math.Round(1 - (place.Y / frame.Height), 3),
            },
        ];
    }
}

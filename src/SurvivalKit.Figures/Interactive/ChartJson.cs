using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SurvivalKit.Figures;

/// <summary>An interactive chart as JSON: XPlot's traces and layout, plotly.js's settings, and the dark counterpart of each
/// colour.</summary>
internal static class ChartJson
{
    private const int Height = 460;

    /// <summary>The JSON, safe inside a script element.</summary>
    public static string Write(SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes)
    {
        ImmutableArray<GroupStyle> styles = KaplanMeierStyle.Choose(picture.Groups.Length, options);
        // XPlot has no settings for the tool bar or the hover distance.
        JObject layout = JObject.FromObject(ChartLayout.Build(picture, options, notes));
        layout["modebar"] = new JObject
        {
            ["bgcolor"] = "rgba(0,0,0,0)",
            ["color"] = Colour(Figures.Tones.Faint, options.Theme),
            ["activecolor"] = Colour(Figures.Tones.Ink, options.Theme)
        };
        layout["hoverlabel"] = new JObject
        {
            ["bgcolor"] = Colour(Figures.Tones.Paper, options.Theme),
            ["font"] = new JObject { ["color"] = Colour(Figures.Tones.Ink, options.Theme) }
        };
        layout["hoverdistance"] = 60;
        var chart = new JObject
        {
            ["data"] = JArray.FromObject(ChartTraces.Build(picture, styles, options)),
            ["layout"] = layout,
            ["config"] = new JObject
            {
                ["displaylogo"] = false,
                ["responsive"] = true,
                ["modeBarButtonsToRemove"] = new JArray("select2d", "lasso2d", "autoScale2d"),
            },
            ["height"] = Height,
            ["tones"] = options.Theme == FigureTheme.Adaptive ? Tones(styles) : new JArray(),
        };
        return chart.ToString(Formatting.None).Replace("<", "\\u003c", StringComparison.Ordinal);
    }

    /// <summary>The colour of a tone in a theme; an adaptive chart stores the light ones.</summary>
    public static string Colour(Tone tone, FigureTheme theme) => theme == FigureTheme.Dark ? tone.Dark : tone.Light;

    private static JArray Tones(ImmutableArray<GroupStyle> styles) => new(
        styles.Select(s => s.Tone)
            .Concat([Figures.Tones.Paper, Figures.Tones.Ink, Figures.Tones.Faint, Figures.Tones.Rule])
            .Where(t => t.Light != t.Dark)
            .Distinct()
            .Select(t => new JArray(t.Light, t.Dark)));
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>
/// The interactive version of a Kaplan-Meier figure: hovering shows time, numbers at risk, survival and interval, a click on the key
/// hides a group, dragging zooms. It loads nothing from the network, and the same chart always gives the same text.
/// </summary>
public sealed class InteractiveChart
{
    private readonly Figure _still;
    private readonly string _json;
    private readonly FigureTheme _theme;

    internal InteractiveChart(
        SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes, string title, Figure still)
    {
        _still = still;
        _theme = options.Theme;
        Title = title;
        _json = ChartJson.Write(picture, options, notes);
        Id = "km-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_json)))[..10];
    }

    /// <summary>A short title of the chart.</summary>
    public string Title { get; }

    /// <summary>The id of the chart's element, made from its content.</summary>
    public string Id { get; }

    /// <summary>The traces, the layout and the colours as JSON.</summary>
    internal string Json => _json;

    /// <summary>
    /// An HTML element that holds the static figure as SVG, the data, and a few lines of script that replace the figure by the chart
    /// as soon as plotly.js is loaded (<see cref="PlotlyScript.Source"/>, or in a notebook <see cref="PlotlyScript.Element"/>); without
    /// scripts, the static figure remains.
    /// </summary>
    public string ToFragment() =>
        $"""
        <figure id="{Id}" class="survivalkit-chart" data-needs="{PlotlyScript.Name}" style="margin:0">
        <div class="survivalkit-still">
        {_still.ToSvg()}</div>
        <script type="application/json">{_json}</script>
        <script>{ChartScript.Start(Id)}</script>
        </figure>

        """.ReplaceLineEndings("\n");

    /// <summary>A complete HTML page with plotly.js in it, which works without a network and whose content policy forbids using
    /// it.</summary>
    public string ToPage() => HtmlPage.Around(Title, $"<script>{PlotlyScript.Source}</script>\n{ToFragment()}", _theme);
}

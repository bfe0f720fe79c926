using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>
/// The interactive twin of a Kaplan-Meier figure: the pointer shows time, numbers at risk, survival and interval, a click on the key
/// hides a group, dragging zooms. It fetches nothing, and the same chart gives the same text every time.
/// </summary>
public sealed class InteractiveChart
{
    private readonly Figure _still;
    private readonly string _json;
    private readonly FigureTheme _theme;

    internal InteractiveChart(SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes, string title, Figure still)
    {
        _still = still;
        _theme = options.Theme;
        Title = title;
        _json = ChartJson.Write(picture, options, notes);
        Id = "km-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_json)))[..10];
    }

    /// <summary>What the chart is, in a few words.</summary>
    public string Title { get; }

    /// <summary>The id of the chart's element, made from its content.</summary>
    public string Id { get; }

    /// <summary>The traces, the layout and the colours as JSON.</summary>
    internal string Json => _json;

    /// <summary>
    /// An HTML element that holds the still figure as SVG, the data, and a few lines of script that put the chart into the figure's place
    /// as soon as plotly.js is there (<see cref="PlotlyScript.Source"/>); where no script runs, the figure stays.
    /// </summary>
    public string ToFragment() =>
        $"""
        <figure id="{Id}" class="survivalkit-chart" style="margin:0">
        <div class="survivalkit-still">
        {_still.ToSvg()}</div>
        <script type="application/json">{_json}</script>
        <script>{ChartScript.Start(Id)}</script>
        </figure>

        """.ReplaceLineEndings("\n");

    /// <summary>A complete HTML page with plotly.js in it, which works without a network and is told to use none.</summary>
    public string ToPage() => HtmlPage.Around(Title, $"<script>{PlotlyScript.Source}</script>\n{ToFragment()}", _theme);
}

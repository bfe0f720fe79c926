using System.Text;

namespace SurvivalKit.Figures;

/// <summary>The script that draws interactive charts, plotly.js 2 (MIT licence), so that a page can carry it and need no network.</summary>
public static class PlotlyScript
{
    private static readonly Lazy<string> Text = new(() => Encoding.UTF8.GetString(
        PackagedResource.Read("carrier/plotly", name => name.StartsWith("Plotly.NET.plotly-", StringComparison.Ordinal)
            && name.EndsWith(".min.js", StringComparison.Ordinal))));

    /// <summary>
    /// The source, about 3.6 MB. A page that shows several charts includes it once in a <c>script</c> element, before or after
    /// the fragments of <see cref="InteractiveChart.ToFragment"/>.
    /// </summary>
    public static string Source => Text.Value;
}

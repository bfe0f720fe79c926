using SurvivalKit.Figures;

namespace SurvivalKit.Notebooks;

/// <summary>
/// Shows an interactive chart in a notebook. It needs plotly.js, of which a notebook stores one copy: with the first chart, where the
/// others find it.
/// </summary>
internal static class ChartDisplay
{
    // CSharpNotebook leaves repetitions out itself, and knows which cell had the first.
    private const string HostShowsOnce = "CSharpNotebook.ShowsScriptsOnce";

    private static string? _first;

    /// <summary>The chart, with plotly.js where the notebook may not have it yet.</summary>
    public static string Html(InteractiveChart chart)
    {
        bool isHost = AppContext.TryGetSwitch(HostShowsOnce, out bool once) && once;
        // Elsewhere a process is one notebook. When the cell of the first chart is run again, its output is replaced.
        bool isFirst = isHost || (Interlocked.CompareExchange(ref _first, chart.Id, null) ?? chart.Id) == chart.Id;
        return isFirst ? PlotlyScript.Element + chart.ToFragment() : chart.ToFragment();
    }
}

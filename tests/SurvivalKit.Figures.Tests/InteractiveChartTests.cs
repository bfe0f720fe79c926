using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SurvivalKit.Figures.Tests;

public partial class InteractiveChartTests
{
    private static JsonElement Json(KaplanMeierCurves curves, KaplanMeierFigureOptions? options = null) =>
        JsonDocument.Parse(InteractiveKaplanMeier.Chart(curves, options).Json).RootElement;

    private static JsonElement Curve(JsonElement chart, string name) => chart.GetProperty("data").EnumerateArray().Single(t =>
        t.GetProperty("name").GetString() == name && t.TryGetProperty("hoverinfo", out JsonElement info) && info.GetString() == "text");

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];

    [Fact]
    public void Curve_has_the_values_of_the_fit_at_its_steps()
    {
        JsonElement curve = Curve(Json(Cases.Lung, new() { GroupLabels = ["Men", "Women"] }), "Men");
        Dictionary<double, double> drawn =
            Numbers(curve.GetProperty("x")).Zip(Numbers(curve.GetProperty("y"))).ToDictionary(p => p.First, p => p.Second);
        Assert.Equal(1, drawn[0]);
        KaplanMeierCurve men = Cases.Lung[0];
        for (int i = 0; i < men.Time.Length; i++)
        {
            Assert.Equal(men.Survival[i], drawn[men.Time[i]], 1e-12);
        }

        Assert.Equal("hv", curve.GetProperty("line").GetProperty("shape").GetString());
    }

    [Fact]
    public void Pointer_shows_time_survival_interval_and_number_at_risk()
    {
        JsonElement curve = Curve(Json(Cases.Lung, new() { GroupLabels = ["Men", "Women"], TimeUnit = "days" }), "Men");
        int place = Array.IndexOf(Numbers(curve.GetProperty("x")), 310.0);
        SurvivalEstimate at = Cases.Lung[0].At(310).Single();
        Assert.Equal(
            FormattableString.Invariant(
                $"<b>Men</b> at 310 days: {at.Survival:0.000} (95% CI {at.Lower:0.000}\u2013{at.Upper:0.000}), {at.AtRisk} at risk"),
            curve.GetProperty("text")[place].GetString());
    }

    [Fact]
    public void Key_switches_a_group_with_its_band_and_ticks()
    {
        JsonElement[] traces = [.. Json(Cases.Small).GetProperty("data").EnumerateArray()];
        Assert.Equal(3, traces.Count(t => t.GetProperty("legendgroup").GetString() == "g0"));
        Assert.Equal(3, traces.Count(t => t.GetProperty("legendgroup").GetString() == "g1"));
        Assert.Equal(2, traces.Count(t => t.GetProperty("showlegend").GetBoolean()));
    }

    [Fact]
    public void Fragment_names_nothing_on_the_network_and_is_the_same_twice()
    {
        string fragment = InteractiveKaplanMeier.Chart(Cases.Lung).ToFragment();
        Assert.Equal(["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"], Address().Matches(fragment).Select(m => m.Value));
        Assert.Equal(fragment, InteractiveKaplanMeier.Chart(Cases.Lung).ToFragment());
        Assert.Contains("<svg", fragment, StringComparison.Ordinal);
        Assert.Contains($"id=\"{InteractiveKaplanMeier.Chart(Cases.Lung).Id}\"", fragment, StringComparison.Ordinal);
        Assert.NotEqual(InteractiveKaplanMeier.Chart(Cases.Lung).Id, InteractiveKaplanMeier.Chart(Cases.Small).Id);
    }

    [Fact]
    public void Page_carries_plotly_and_is_told_to_fetch_nothing()
    {
        string page = InteractiveKaplanMeier.Chart(Cases.Small).ToPage();
        Assert.Contains("plotly.js v2.", page, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy\" content=\"default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        Assert.Equal(page, KaplanMeierFigure.Draw(Cases.Small).ToPage());
        // Nothing in the script may end the element that holds it.
        Assert.DoesNotContain("</script", PlotlyScript.Source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Notebooks_get_the_script_compressed_and_hidden_from_module_loaders()
    {
        string element = PlotlyScript.Element;
        Assert.InRange(element.Length, 100_000, 1_700_000);
        string packed = Regex.Match(element, "atob\\('([^']+)'\\)").Groups[1].Value;
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        Assert.Equal(PlotlyScript.Source, new StreamReader(gzip).ReadToEnd());
        Assert.Contains($"data-once=\"{PlotlyScript.Name}\"", element, StringComparison.Ordinal);
        Assert.Contains("(function(define,module,exports){", element, StringComparison.Ordinal);
        Assert.Contains(
            $"data-needs=\"{PlotlyScript.Name}\"", InteractiveKaplanMeier.Chart(Cases.Small).ToFragment(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_with_markup_stays_text()
    {
        string fragment = InteractiveKaplanMeier.Chart(Cases.Small, new() { GroupLabels = ["</script><b>", "B"] }).ToFragment();
        Assert.Equal(2, Regex.Count(fragment, "</script>"));
        Assert.Contains("&lt;/script&gt;&lt;b&gt;", JsonDocument.Parse(InteractiveKaplanMeier.Chart(Cases.Small, new()
        {
            GroupLabels = ["</script><b>", "B"]
        }).Json).RootElement.GetProperty("data")[2].GetProperty("name").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_adaptive_chart_knows_its_dark_colours_and_a_fixed_one_has_none()
    {
        JsonElement adaptive = Json(Cases.Small, new() { Theme = FigureTheme.Adaptive });
        Assert.Contains(adaptive.GetProperty("tones").EnumerateArray(), t => t[0].GetString() == Tones.Groups[0].Light
            && t[1].GetString() == Tones.Groups[0].Dark);
        Assert.Empty(Json(Cases.Small).GetProperty("tones").EnumerateArray());
        Assert.Equal(Tones.Ink.Dark, Json(Cases.Small, new() { Theme = FigureTheme.Dark })
            .GetProperty("layout")
            .GetProperty("font")
            .GetProperty("color")
            .GetString());
    }

    [Fact]
    public void Axes_and_notes_are_those_of_the_drawn_figure()
    {
        JsonElement layout =
            Json(Cases.Small, new() { TimeUnit = "months", CumulativeIncidence = true, Notes = ["n = 8"] }).GetProperty("layout");
        Assert.Equal("Time (months)", layout.GetProperty("xaxis").GetProperty("title").GetString());
        Assert.Equal("Cumulative incidence", layout.GetProperty("yaxis").GetProperty("title").GetString());
        Assert.Equal("n = 8", layout.GetProperty("annotations")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void A_figure_without_a_twin_gives_a_page_with_its_svg()
    {
        string page = ForestFigure.Draw([ForestRow.FromRatio("x", 1.2, 0.8, 1.8)]).ToPage();
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("https?:[^\"' )<]*")]
    private static partial Regex Address();
}

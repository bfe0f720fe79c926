using System.Globalization;

namespace SurvivalKit.Published.Tests;

/// <summary>A study of two arms whose printed figures were computed from its own patients, who are not in the study file.</summary>
internal sealed class SmallTrial
{
    private SmallTrial(Study study, double hazardRatioOfArm, double hazardRatioOfMarker, double median) =>
        (Study, HazardRatioOfArm, HazardRatioOfMarker, Median) = (study, hazardRatioOfArm, hazardRatioOfMarker, median);

    public Study Study { get; }

    public double HazardRatioOfArm { get; }

    public double HazardRatioOfMarker { get; }

    public double Median { get; }

    public static SmallTrial Make(int patients, ulong seed)
    {
        var random = new SplitMix64(seed, "trial");
        var times = new double[patients];
        var events = new bool[patients];
        var arm = new double[patients];
        var high = new double[patients];
        for (int i = 0; i < patients; i++)
        {
            arm[i] = i < patients / 2 ? 0 : 1;
            high[i] = random.Next(2);
            double hazard = Math.Exp((-0.4 * arm[i]) + (0.7 * high[i])) / 14;
            times[i] = Math.Round(Math.Max(0.1, -Math.Log(random.NextFraction()) / hazard), 1);
            events[i] = random.NextFraction() < 0.9;
        }

        Surv response = Surv.Right(times, events);
        CoxFit fit = CoxModel.Fit(response, DesignMatrix.FromColumns([("arm", arm), ("high", high)]), new() { Ties = Ties.Breslow });
        double median = KaplanMeier.Fit(times, [.. events.Select(happened => happened ? 1.0 : 0.0)]).Median.Estimate!.Value;
        double p = LogRank.Test(response, [.. arm.Select(value => (int)value)]).P;
        string claims = string.Join(",\n", Size(
            "A", patients / 2), Size("B", patients - (patients / 2)), Term("arm", fit.Terms[0]), Term("high", fit.Terms[1]),
            Claim("table1", "Survival", "All", "median", median, 1), Claim(
                "table1", "Survival", "All", "min", times.Min(), 1), Claim("table1", "Survival", "All", "max", times.Max(), 1),
            Claim("figure1", "Log-rank", null, "p", p, 2));
        Study study = Study.Parse(Text(patients, claims));
        return new(study, Math.Round(fit.Terms[0].HazardRatio, 2), Math.Round(fit.Terms[1].HazardRatio, 2), Math.Round(median, 1));
    }

    private static string Size(string arm, int n) => Claim("table1", "N", arm, "n", n, 0);

    private static string Term(string name, CoxTerm term) => string.Join(
        ",\n", Claim("text", name, null, "hr", term.HazardRatio, 2), Claim("text", name, null, "lower", term.Lower, 2), Claim(
            "text", name, null, "upper", term.Upper, 2));

    private static string Claim(string place, string row, string? column, string aspect, double value, int decimals)
    {
        string printed = Rounding.Text(value, decimals);
        string id = string.Join('/', ((string?[])[place, row, column]).OfType<string>()) + "#" + aspect;
        string inColumn = column is null ? "" : $"\"column\": \"{column}\", ";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"id": "{{id}}", "place": "{{place}}", "row": "{{row}}", {{inColumn}}"aspect": "{{aspect}}", "printed": "{{printed}}", "value": {{double.Parse(printed, CultureInfo.InvariantCulture)}}, "decimals": {{decimals}}}
            """);
    }

    private static string Text(int patients, string claims) => $$"""
        {
          "id": "small-trial", "title": "A small trial", "citation": "Nobody N. A small trial. Never published.",
          "synthetic": "SYNTHETIC: no patient is real.", "scope": "Every number.",
          "methods": {"software": "none", "tests": [], "continuous": "mean ± SD", "ties": "breslow", "significance": 0.05},
          "armColumn": "arm",
          "arms": [{"name": "A", "n": {{patients / 2}}, "reference": true}, {"name": "B", "n": {{patients - (patients / 2)}}}],
          "endpoints": [{"name": "os", "label": "Survival", "time": "months", "event": "died", "unit": "months"}],
          "variables": [
            {"name": "patient", "label": "Patient", "kind": "identifier"},
            {"name": "arm", "label": "Arm", "kind": "category", "levels": ["A", "B"]},
            {"name": "high", "label": "Marker high", "kind": "indicator", "share": 0.5},
            {"name": "months", "label": "Survival", "kind": "time", "unit": "months", "decimals": 1},
            {"name": "died", "label": "Death", "kind": "indicator"}
          ],
          "tables": [],
          "rows": [
            {"place": "table1", "row": "N", "measure": "size"},
            {"place": "table1", "row": "Survival", "measure": "median-range", "endpoint": "os"},
            {"place": "figure1", "row": "Log-rank", "measure": "p-value", "test": "log-rank", "endpoint": "os"},
            {"place": "text", "row": "arm", "measure": "cox", "endpoint": "os", "covariates": ["arm", "high"], "term": "arm", "ties": "breslow"},
            {"place": "text", "row": "high", "measure": "cox", "endpoint": "os", "covariates": ["arm", "high"], "term": "high", "ties": "breslow"}
          ],
          "claims": [{{claims}}],
          "notPrintedAsText": []
        }
        """;
}

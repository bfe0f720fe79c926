using System.Globalization;

namespace SurvivalKit;

/// <summary>Predicted curves as R's <c>print.survfit</c> shows them.</summary>
internal static class CoxCurveText
{
    public static string Summary(CoxCurves curves)
    {
        if (curves.Count == 0)
        {
            return "No curve.";
        }

        string level = (curves[0].Options.Level!.Value * 100).ToString("0.##", CultureInfo.InvariantCulture);
        var table = new TextGrid("", "n", "events", "median", level + "% lower", level + "% upper");
        foreach (CoxCurve curve in curves)
        {
            QuantileEstimate median = curve.Median;
            table.Add(
                curve.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"row {row}, {curve.Stratum}") : curve.Stratum,
                curve.Observations.ToString(CultureInfo.InvariantCulture),
                NumberText.Time(curve.Events.Sum()),
                Time(median.Estimate),
                Time(median.Lower),
                Time(median.Upper));
        }

        return table + (curves.Missing == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n{curves.Missing} {(curves.Missing == 1 ? "row" : "rows")} without a prediction, because a value is missing."));
    }

    private static string Time(double? time) => time is { } value ? NumberText.Time(value) : "not reached";
}

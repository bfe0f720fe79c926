using System.Globalization;

namespace SurvivalKit;

/// <summary>Curves as R's <c>print.survfit</c> shows them.</summary>
internal static class CurveText
{
    public static string Summary(IReadOnlyList<KaplanMeierCurve> curves, string? formula = null, int omitted = 0)
    {
        string level = (curves[0].Options.Level * 100).ToString("0.##", CultureInfo.InvariantCulture);
        var table = new TextGrid("", "n", "events", "median", level + "% lower", level + "% upper");
        foreach (KaplanMeierCurve curve in curves)
        {
            QuantileEstimate median = curve.Median;
            table.Add(
                curve.Group,
                curve.Observations.ToString(CultureInfo.InvariantCulture),
                NumberText.Time(curve.EventTotal),
                Time(median.Estimate),
                Time(median.Lower),
                Time(median.Upper));
        }

        string head = formula is null ? "" : "Kaplan-Meier: " + formula + "\n\n";
        string tail = omitted == 0 ? "" : $"\n{TextGrid.LeftOut(omitted)}.";
        return head + table + tail;
    }

    private static string Time(double? time) => time is { } value ? NumberText.Time(value) : "not reached";
}

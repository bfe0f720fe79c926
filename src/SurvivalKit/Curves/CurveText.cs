using System.Globalization;

namespace SurvivalKit;

/// <summary>Curves as R's <c>print.survfit</c> shows them.</summary>
internal static class CurveText
{
    public static string Summary(IReadOnlyList<KaplanMeierCurve> curves, string? formula = null, int omitted = 0)
    {
        string level = Percent(curves[0].Options.Level);
        var table = new TextGrid("", "n", "events", "median", level + " lower", level + " upper");
        foreach (KaplanMeierCurve curve in curves)
        {
            QuantileEstimate median = curve.Median;
            table.Add(curve.Group, Count(curve.Observations), NumberText.Time(curve.EventTotal), Time(median.Estimate), Time(median.Lower), Time(median.Upper));
        }

        string title = curves[0].Options.SurvivalMethod == SurvivalMethod.ProductLimit ? "Kaplan-Meier: " : "Survival as exp(-cumulative hazard): ";
        title = curves[0].Rows.Sample.IsReversed ? "Follow-up, by reverse Kaplan-Meier (events are censorings): " : title;
        return (formula is null ? "" : title + formula + "\n\n") + table + Notes(curves[0].IsRobust, omitted);
    }

    public static string Summary(IReadOnlyList<NelsonAalenCurve> curves, string? formula = null, int omitted = 0)
    {
        string level = Percent(curves[0].Options.Level);
        var table = new TextGrid("", "n", "events", "last time", "hazard", "se", level + " lower", level + " upper");
        foreach (NelsonAalenCurve curve in curves)
        {
            table.Add(
                curve.Group,
                Count(curve.Observations),
                NumberText.Time(curve.EventTotal),
                NumberText.Time(curve.Time[^1]),
                NumberText.Significant(curve.CumulativeHazard[^1]),
                NumberText.Significant(curve.StandardError[^1]),
                NumberText.Significant(curve.Lower[^1]),
                NumberText.Significant(curve.Upper[^1]));
        }

        string title = curves[0].Options.Method == HazardMethod.NelsonAalen ? "Nelson-Aalen: " : "Fleming-Harrington cumulative hazard: ";
        return (formula is null ? "" : title + formula + "\n\n") + table + Notes(curves[0].IsRobust, omitted);
    }

    public static string Percent(double level) => (level * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Notes(bool isRobust, int omitted) =>
        (isRobust ? "\nStandard errors are robust." : "") + (omitted == 0 ? "" : $"\n{TextGrid.LeftOut(omitted)}.");

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(double? time) => time is { } value ? NumberText.Time(value) : "not reached";
}

using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The rows of curves as a frame; undefined values are missing.</summary>
internal static class CurveFrame
{
    public static DataFrame Build(IReadOnlyList<KaplanMeierCurve> curves) => new(
        Groups(curves.Select(curve => (curve.Group, curve.Time.Length))),
        FrameColumn.Numbers("time", curves.SelectMany(curve => curve.Time)),
        FrameColumn.Numbers("at_risk", curves.SelectMany(curve => curve.AtRisk)),
        FrameColumn.Numbers("events", curves.SelectMany(curve => curve.Events)),
        FrameColumn.Numbers("censored", curves.SelectMany(curve => curve.Censored)),
        FrameColumn.Numbers("survival", curves.SelectMany(curve => curve.Survival)),
        FrameColumn.Numbers("se", curves.SelectMany(curve => curve.StandardError)),
        FrameColumn.Numbers("lower", curves.SelectMany(curve => curve.Lower)),
        FrameColumn.Numbers("upper", curves.SelectMany(curve => curve.Upper)));

    public static DataFrame Build(IReadOnlyList<KaplanMeierCurve> curves, double[] times)
    {
        (string Group, SurvivalEstimate Row)[] rows = [.. curves.SelectMany(curve => curve.At(times).Select(row => (curve.Group, row)))];
        return new DataFrame(
            Groups(curves.Select(curve => (curve.Group, times.Length))),
            FrameColumn.Numbers("time", rows.Select(row => row.Row.Time)),
            FrameColumn.Numbers("at_risk", rows.Select(row => row.Row.AtRisk)),
            FrameColumn.Numbers("events", rows.Select(row => row.Row.Events)),
            FrameColumn.Numbers("censored", rows.Select(row => row.Row.Censored)),
            FrameColumn.Numbers("survival", rows.Select(row => row.Row.Survival)),
            FrameColumn.Numbers("se", rows.Select(row => row.Row.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Row.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Row.Upper)));
    }

    public static DataFrame Build(IReadOnlyList<NelsonAalenCurve> curves) => new(
        Groups(curves.Select(curve => (curve.Group, curve.Time.Length))),
        FrameColumn.Numbers("time", curves.SelectMany(curve => curve.Time)),
        FrameColumn.Numbers("at_risk", curves.SelectMany(curve => curve.AtRisk)),
        FrameColumn.Numbers("events", curves.SelectMany(curve => curve.Events)),
        FrameColumn.Numbers("censored", curves.SelectMany(curve => curve.Censored)),
        FrameColumn.Numbers("cumulative_hazard", curves.SelectMany(curve => curve.CumulativeHazard)),
        FrameColumn.Numbers("se", curves.SelectMany(curve => curve.StandardError)),
        FrameColumn.Numbers("lower", curves.SelectMany(curve => curve.Lower)),
        FrameColumn.Numbers("upper", curves.SelectMany(curve => curve.Upper)));

    private static FactorColumn Groups(IEnumerable<(string Name, int Rows)> groups) =>
        new("group", groups.SelectMany(group => Enumerable.Repeat(group.Name, group.Rows)), groups.Select(group => group.Name));
}

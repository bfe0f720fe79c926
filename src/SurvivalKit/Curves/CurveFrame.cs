using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The rows of curves as a frame; what cannot be given is missing in it.</summary>
internal static class CurveFrame
{
    public static DataFrame Of(IReadOnlyList<KaplanMeierCurve> curves) => new(
        Groups(curves.Select(curve => (curve.Group, curve.Time.Length))),
        FrameColumn.Of("time", curves.SelectMany(curve => curve.Time)),
        FrameColumn.Of("at_risk", curves.SelectMany(curve => curve.AtRisk)),
        FrameColumn.Of("events", curves.SelectMany(curve => curve.Events)),
        FrameColumn.Of("censored", curves.SelectMany(curve => curve.Censored)),
        FrameColumn.Of("survival", curves.SelectMany(curve => curve.Survival)),
        FrameColumn.Of("se", curves.SelectMany(curve => curve.StandardError)),
        FrameColumn.Of("lower", curves.SelectMany(curve => curve.Lower)),
        FrameColumn.Of("upper", curves.SelectMany(curve => curve.Upper)));

    public static DataFrame Of(IReadOnlyList<KaplanMeierCurve> curves, double[] times)
    {
        (string Group, SurvivalEstimate Row)[] rows = [.. curves.SelectMany(curve => curve.At(times).Select(row => (curve.Group, row)))];
        return new DataFrame(
            Groups(curves.Select(curve => (curve.Group, times.Length))),
            FrameColumn.Of("time", rows.Select(row => row.Row.Time)),
            FrameColumn.Of("at_risk", rows.Select(row => row.Row.AtRisk)),
            FrameColumn.Of("events", rows.Select(row => row.Row.Events)),
            FrameColumn.Of("censored", rows.Select(row => row.Row.Censored)),
            FrameColumn.Of("survival", rows.Select(row => row.Row.Survival)),
            FrameColumn.Of("se", rows.Select(row => row.Row.StandardError)),
            FrameColumn.Of("lower", rows.Select(row => row.Row.Lower)),
            FrameColumn.Of("upper", rows.Select(row => row.Row.Upper)));
    }

    public static DataFrame Of(IReadOnlyList<NelsonAalenCurve> curves) => new(
        Groups(curves.Select(curve => (curve.Group, curve.Time.Length))),
        FrameColumn.Of("time", curves.SelectMany(curve => curve.Time)),
        FrameColumn.Of("at_risk", curves.SelectMany(curve => curve.AtRisk)),
        FrameColumn.Of("events", curves.SelectMany(curve => curve.Events)),
        FrameColumn.Of("censored", curves.SelectMany(curve => curve.Censored)),
        FrameColumn.Of("cumulative_hazard", curves.SelectMany(curve => curve.CumulativeHazard)),
        FrameColumn.Of("se", curves.SelectMany(curve => curve.StandardError)),
        FrameColumn.Of("lower", curves.SelectMany(curve => curve.Lower)),
        FrameColumn.Of("upper", curves.SelectMany(curve => curve.Upper)));

    private static FactorColumn Groups(IEnumerable<(string Name, int Rows)> groups) =>
        new("group", groups.SelectMany(group => Enumerable.Repeat(group.Name, group.Rows)), groups.Select(group => group.Name));
}

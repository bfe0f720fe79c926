using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The rows of incidences as a frame; undefined values are missing.</summary>
internal static class IncidenceFrame
{
    public static DataFrame Build(IReadOnlyList<CumulativeIncidenceCurve> curves) =>
        Of(curves, curves.SelectMany(curve => curve.Causes.SelectMany(
            cause => curve.Time.Select((_, place) => (curve.Group, cause.Cause, RowOf(curve, cause, place))))));

    public static DataFrame Build(IReadOnlyList<CumulativeIncidenceCurve> curves, double[] times) =>
        Of(curves, curves.SelectMany(curve => curve.Causes.SelectMany(
            cause => cause.At(times).Select(row => (curve.Group, cause.Cause, row)))));

    private static IncidenceEstimate RowOf(CumulativeIncidenceCurve curve, CauseIncidence cause, int place) => new(
        curve.Time[place],
        curve.AtRisk[place],
        cause.Events[place],
        cause.Incidence[place],
        cause.StandardError[place],
        cause.Lower[place],
        cause.Upper[place]);

    private static DataFrame Of(
        IReadOnlyList<CumulativeIncidenceCurve> curves, IEnumerable<(string Group, string Cause, IncidenceEstimate Row)> all)
    {
        (string Group, string Cause, IncidenceEstimate Row)[] rows = [.. all];
        return new DataFrame(
            new FactorColumn("group", rows.Select(row => row.Group), curves.Select(curve => curve.Group)),
            new FactorColumn("cause", rows.Select(row => row.Cause), curves[0].Causes.Select(cause => cause.Cause)),
            FrameColumn.Numbers("time", rows.Select(row => row.Row.Time)),
            FrameColumn.Numbers("at_risk", rows.Select(row => row.Row.AtRisk)),
            FrameColumn.Numbers("events", rows.Select(row => row.Row.Events)),
            FrameColumn.Numbers("incidence", rows.Select(row => row.Row.Incidence)),
            FrameColumn.Numbers("se", rows.Select(row => row.Row.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Row.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Row.Upper)));
    }
}

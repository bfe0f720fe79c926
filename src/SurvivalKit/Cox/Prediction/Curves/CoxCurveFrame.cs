using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Predicted curves as a frame; undefined values are missing.</summary>
internal static class CoxCurveFrame
{
    public static DataFrame Build(CoxCurves curves)
    {
        (CoxCurve Curve, CoxEstimate Step)[] rows = [.. curves.SelectMany(curve => curve.Steps.Select(step => (curve, step)))];
        DataFrame frame = Build(rows);
        int place = frame.Columns.IndexOf("cumulative_hazard");
        frame.Columns.Insert(place, new DoubleDataFrameColumn("events", curves.SelectMany(curve => curve.Events)));
        frame.Columns.Insert(place + 1, new DoubleDataFrameColumn("censored", curves.SelectMany(curve => curve.Censored)));
        return frame;
    }

    public static DataFrame Build(CoxCurves curves, double[] times) =>
        Build([.. curves.SelectMany(curve => curve.At(times).Select(step => (curve, step)))]);

    private static DataFrame Build((CoxCurve Curve, CoxEstimate Step)[] rows)
    {
        return new DataFrame(
            new Int32DataFrameColumn("row", rows.Select(row => row.Curve.Row)),
            new StringDataFrameColumn("stratum", rows.Select(row => row.Curve.Stratum)),
            Column("time", step => step.Time),
            Column("at_risk", step => step.AtRisk),
            Column("cumulative_hazard", step => step.CumulativeHazard),
            Column("hazard_se", step => step.HazardError),
            Column("survival", step => step.Survival),
            Column("se", step => step.StandardError),
            Column("lower", step => step.Lower),
            Column("upper", step => step.Upper));

        DoubleDataFrameColumn Column(string name, Func<CoxEstimate, double> of) =>
            new(name, rows.Select(row => of(row.Step)).Select(value => double.IsNaN(value) ? (double?)null : value));
    }
}

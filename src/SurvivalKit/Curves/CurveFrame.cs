using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The rows of curves as a frame; what cannot be given is missing in it.</summary>
internal static class CurveFrame
{
    public static DataFrame Of(IReadOnlyList<KaplanMeierCurve> curves)
    {
        return new DataFrame(
            new FactorColumn("group", curves.SelectMany(curve => Enumerable.Repeat(curve.Group, curve.Time.Length)), curves.Select(curve => curve.Group)),
            Column("time", curve => curve.Time),
            Column("at_risk", curve => curve.AtRisk),
            Column("events", curve => curve.Events),
            Column("censored", curve => curve.Censored),
            Column("survival", curve => curve.Survival),
            Column("se", curve => curve.StandardError),
            Column("lower", curve => curve.Lower),
            Column("upper", curve => curve.Upper));

        DoubleDataFrameColumn Column(string name, Func<KaplanMeierCurve, IEnumerable<double>> of) =>
            new(name, curves.SelectMany(of).Select(value => double.IsNaN(value) ? (double?)null : value));
    }
}

using System.Collections.Immutable;

namespace SurvivalKit.Fuzz;

/// <summary>Kaplan-Meier curves as R's <c>survfit</c> gives them, one group behind the other.</summary>
internal static class CurveAnswers
{
    public static readonly IReadOnlyList<string> Keys =
    [
        "groups", "time", "n.risk", "n.event", "n.censor", "surv", "std.err", "lower", "upper", "cumhaz", "std.chaz", "quantile",
        "quantile.lower",
        "quantile.upper", "rmean", "rmean.se",
    ];

    public static void Add(Dictionary<string, double[]> values, Question question, FuzzSet set)
    {
        KaplanMeierCurves curves = KaplanMeier.Fit(
            set.ToFrame(),
            question.Formula,
            new()
            {
                ConfidenceType = question.ConfidenceType,
                Level = question.Level,
                SurvivalMethod = question.SurvivalMethod,
                HazardMethod = question.HazardMethod,
            },
            question.Weights,
            question.Cluster);
        void Column(string name, Func<KaplanMeierCurve, IEnumerable<double>> of) => values[name] = [.. curves.SelectMany(of)];
        Column("groups", curve => [curve.Time.Length]);
        Column("time", curve => curve.Time);
        Column("n.risk", curve => curve.AtRisk);
        Column("n.event", curve => curve.Events);
        Column("n.censor", curve => curve.Censored);
        Column("surv", curve => curve.Survival);
        Column("std.err", curve => curve.StandardError);
        Column("lower", curve => curve.Lower);
        Column("upper", curve => curve.Upper);
        Column("cumhaz", curve => curve.CumulativeHazard);
        Column("std.chaz", curve => curve.CumulativeHazardError);
        ImmutableArray<double> quartiles = [0.25, 0.5, 0.75];
        Column("quantile", curve => quartiles.Select(p => curve.Quantile(p).Estimate ?? double.NaN));
        Column("quantile.lower", curve => quartiles.Select(p => curve.Quantile(p).Lower ?? double.NaN));
        Column("quantile.upper", curve => quartiles.Select(p => curve.Quantile(p).Upper ?? double.NaN));
        Column("rmean", curve => [curve.RestrictedMean(question.Horizon).Estimate]);
        Column("rmean.se", curve => [curve.RestrictedMean(question.Horizon).StandardError]);
    }
}

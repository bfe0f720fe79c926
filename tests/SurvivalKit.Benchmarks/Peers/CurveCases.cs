namespace SurvivalKit.Benchmarks;

/// <summary>Kaplan-Meier curves with Greenwood's errors and limits against <c>survfit</c>; whole curves are compared.</summary>
internal static class CurveCases
{
    private const string Groups = "rep(seq_along(result$n), if (is.null(result$strata)) length(result$time) else result$strata)";

    public static IEnumerable<PeerCase> All =>
    [
        Case("one group", "continuous", "time", "1"),
        Case("one group", "tied", "day", "1"),
        Case("ten groups", "continuous", "time", "site"),
        Case("ten groups", "tied", "day", "site"),
    ];

    private static PeerCase<KaplanMeierCurves> Case(string groups, string times, string time, string terms)
    {
        string formula = $"Surv({time}, status) ~ {terms}";
        return new($"Kaplan-Meier, {groups}, {times}")
        {
            Ours = data => () => Touched(KaplanMeier.Fit(data, formula)),
            Theirs = $"survfit({formula}, peers)",
            Quantities =
            [
                new("groups", curves => curves.SelectMany((curve, place) => Enumerable.Repeat(place + 1.0, curve.Time.Length)), Groups),
                new("times", curves => curves.SelectMany(curve => curve.Time), "result$time"),
                new("numbers at risk", curves => curves.SelectMany(curve => curve.AtRisk), "result$n.risk"),
                new("events", curves => curves.SelectMany(curve => curve.Events), "result$n.event"),
                new("survival", curves => curves.SelectMany(curve => curve.Survival), "result$surv"),
                new("standard errors", curves => curves.SelectMany(curve => curve.StandardError), "result$surv * result$std.err"),
                new("lower limits", curves => curves.SelectMany(curve => curve.Lower), "result$lower"),
                new("upper limits", curves => curves.SelectMany(curve => curve.Upper), "result$upper"),
            ],
        };
    }

    // survfit computes all of its columns; our time includes them too, even if the library computes them on first use.
    private static KaplanMeierCurves Touched(KaplanMeierCurves curves)
    {
        double sum = 0;
        foreach (KaplanMeierCurve curve in curves)
        {
            sum += curve.Survival[^1] + curve.StandardError[^1] + curve.Lower[^1] + curve.Upper[^1];
        }

        GC.KeepAlive(sum);
        return curves;
    }
}

namespace SurvivalKit.Fuzz;

/// <summary>Robust errors of curves, by the jackknife from its definition. R's <c>survfit</c> takes one for that of log S, or of S, by
/// the wrong of its
/// two types, so that errors and limits are on the wrong scale where these differ; and takes roots of what rounding made
/// negative.</summary>
internal sealed class RobustErrorFault : IFault
{
    public string Name => "a robust error of a curve";

    public bool Explains(Disagreement disagreement)
    {
        Question question = disagreement.Question;
        if (question.Kind != QuestionKind.KaplanMeier || disagreement.Our("surv").Length == 0 || !IsRobust(disagreement))
        {
            return false;
        }

        return disagreement.Key switch
        {
            "std.err" => Agrees(disagreement, "std.err", curve => curve.Survival),
            "std.chaz" => Agrees(disagreement, "std.chaz", curve => curve.CumulativeHazard),
            "rmean.se" => Agrees(disagreement, "rmean.se", curve => [curve.RestrictedMean(question.Horizon).Estimate]),
            "lower" or "upper" => Agrees(disagreement, "std.err", curve => curve.Survival) && LimitsFollow(disagreement),
            _ => false,
        };
    }

    private static bool IsRobust(Disagreement disagreement) =>
        disagreement.Question.Cluster is not null
        || (disagreement.Question.Weights is { } weights
            && UsedRows.Of(disagreement.Set, disagreement.Question).Any(row => !double.IsInteger(disagreement.Set[weights][row])));

    private static bool Agrees(Disagreement disagreement, string key, Func<KaplanMeierCurve, IEnumerable<double>> of)
    {
        double[] jackknife = Jackknife.Of(disagreement.Question, disagreement.Set, of);
        double[] ours = disagreement.Our(key);
        double scale = Math.Max(Scales.Smallest(disagreement, key), ours.Where(double.IsFinite).DefaultIfEmpty(0).Max());
        return ours.Length == jackknife.Length && ours.Zip(jackknife, (a, b) => Math.Abs(a - b) <= 1e-6 * scale).All(same => same);
    }

    private static bool LimitsFollow(Disagreement disagreement)
    {
        double[] survival = disagreement.Our("surv");
        double[] error = disagreement.Our("std.err");
        (double Lower, double Upper)[] limits = [.. survival.Select((s, i) =>
            Limits.Of(s, error[i], disagreement.Question.ConfidenceType, disagreement.Question.Level))];
        return Close.All(disagreement.Our("lower"), [.. limits.Select(pair => pair.Lower)], 1e-6)
            && Close.All(disagreement.Our("upper"), [.. limits.Select(pair => pair.Upper)], 1e-6);
    }
}

namespace SurvivalKit.Fuzz;

/// <summary>R's <c>survfit</c> takes a robust error for one of log S, or of S, by the wrong one of its two types: where they differ, the errors
/// and the limits are on the wrong scale. The jackknife says which error is right.</summary>
internal sealed class RobustScaleFault : IFault
{
    public string Name => "the scale of a robust error";

    public bool Explains(Disagreement disagreement)
    {
        Question question = disagreement.Question;
        if (question.Kind != QuestionKind.KaplanMeier || disagreement.Key is not ("std.err" or "lower" or "upper")
            || (int)question.SurvivalMethod == (int)question.HazardMethod || disagreement.Our("surv").Length == 0)
        {
            return false;
        }

        double[] jackknife = Jackknife.Of(question, disagreement.Set);
        return Close.All(disagreement.Our("std.err"), jackknife, 1e-6) && LimitsFollow(disagreement);
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

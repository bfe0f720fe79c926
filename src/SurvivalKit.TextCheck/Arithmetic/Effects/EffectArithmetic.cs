namespace SurvivalKit.TextCheck;

/// <summary>Checks an estimate, its interval, its standard error and its P value against each other over all values that are printed
/// so.</summary>
/// <remarks>
/// An interval of Wald's or Student's test is symmetrical about the estimate, that of a correlation on the scale of Fisher's z. Half its
/// width is the standard error times a quantile, of which the degrees of freedom are seldom printed: every number of them from a few to
/// infinitely many is allowed. As the same quantile belongs to the interval and to P, a P below 1 less the level and an interval without
/// 0 go together
/// under all of them.
/// </remarks>
internal static class EffectArithmetic
{
    /// <summary>The least favourable of the verdicts on the middle, the width and P.</summary>
    public static Judgement Check(EffectNumbers numbers, EffectContext context)
    {
        Judgement? middle = numbers.Interval is null ? null : EffectMiddle.Check(numbers, context);
        Judgement? width = EffectErrors.Problem(numbers, context);
        Judgement? p = EffectPValue.Check(numbers, context);
        Judgement[] all = [.. new[] { p, width, middle }.OfType<Judgement>()];
        if (all.Length == 0)
        {
            return Judgement.NotCheckable("Neither an interval nor a P value is printed beside this estimate and its standard error.");
        }

        Judgement gravest = all.MaxBy(Gravity)!;
        return gravest with { Sentence = string.Join(" ", all.OrderByDescending(Gravity).Select(one => one.Sentence)) };
    }

    private static int Gravity(Judgement judgement) => judgement.Verdict switch
    {
        Verdict.Inconsistent => 3,
        Verdict.NotCheckable => 2,
        Verdict.Rounding => 1,
        _ => 0,
    };
}

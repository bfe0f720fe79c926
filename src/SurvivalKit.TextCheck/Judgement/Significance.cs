namespace SurvivalKit.TextCheck;

/// <summary>Whether a printed P value and the P values that the other numbers allow are on two sides of .05, the usual bound of
/// significance: a decision error in the words of statcheck (Nuijten and others 2016).</summary>
internal static class Significance
{
    private const double Bound = 0.05;

    /// <summary>The judgement with whether the decision changes, where it is that of an inconsistent P value.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="p">The printed P value; <see langword="null"/>: none.</param>
    /// <param name="computed">The P values that the other numbers allow; <see langword="null"/>: none could be computed.</param>
    public static Judgement With(Judgement judgement, PrintedPValue? p, ValueRange? computed)
    {
        if (judgement.Verdict != Verdict.Inconsistent || p is null || computed is not { IsEmpty: false } range)
        {
            return judgement;
        }

        bool? printed = IsBelow(p);
        bool? other = range.High < Bound ? true : range.Low > Bound ? false : null;
        if (printed is null || other is null)
        {
            return judgement with { Sentence = $"{judgement.Sentence} Whether the significance at .05 changes is not determined." };
        }

        bool isError = printed != other;
        string what = !isError ? "The significance at .05 stays the same."
            : printed == true ? "Decision error: the printed P is significant at .05, the computed one is not."
            : "Decision error: the printed P is not significant at .05, the computed one is.";
        return judgement with { Sentence = $"{judgement.Sentence} {what}", DecisionError = isError };
    }

    private static bool? IsBelow(PrintedPValue p) => p.Relation switch
    {
        ClaimRelation.Less => p.Value <= Bound ? true : null,
        ClaimRelation.Greater => p.Value >= Bound ? false : null,
        _ => p.Value < Bound ? true : p.Value > Bound ? false : null,
    };
}

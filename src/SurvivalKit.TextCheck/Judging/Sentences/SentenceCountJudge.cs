namespace SurvivalKit.TextCheck;

/// <summary>Judges a count by the number of people that its own sentence names. Numbers of other sentences can give the percentage; none
/// of them can refute it.</summary>
internal static class SentenceCountJudge
{
    /// <summary>The verdict; <see langword="null"/>: the sentence does not decide.</summary>
    /// <param name="count">The count.</param>
    /// <param name="part">What its sentence says it is a part of.</param>
    public static Judgement? Judge(CountStatistic count, SentencePart part)
    {
        var whole = new Denominator("as its sentence says", part.Whole);
        Judgement own = PercentArithmetic.Check(count.Count, count.Percent, whole);
        if (own.Verdict != Verdict.Inconsistent)
        {
            return own;
        }

        Denominator[] others = [.. part.Others.Select(n => new Denominator("another number of its sentence", n))];
        if (others.Length > 0
            && PercentArithmetic.Check(count.Count, count.Percent, others) is { Verdict: not Verdict.Inconsistent } other)
        {
            return other;
        }

        return !part.IsFirm || count.IsLoose ? null : DoubleRounding.Of(count.Count, count.Percent, part.Whole) ?? own;
    }
}

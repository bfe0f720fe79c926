namespace SurvivalKit.TextCheck;

/// <summary>How far the score test (log-rank) and the likelihood-ratio test of two groups can be from Wald's.</summary>
/// <remarks>
/// In a Cox model of one covariate that is 0 or 1 the information is a sum of p (1 - p) with logit p = b + c, so that its logarithm changes
/// by at most 1 for each unit of b: the derivative of ln p (1 - p) is 1 - 2p. With the information I at the
/// estimate b, the score at 0 is the
/// integral of the information from 0 to b, and the score statistic its square over the information at 0. The extremes over all
/// admissible paths of the information give
/// (1 - exp(-|b| / 2)) / (|b| / 2) &lt;= z(score) / z(Wald) &lt;= (exp(|b| / 2) - 1) / (|b| / 2).
/// The likelihood-ratio statistic, twice the integral of b times the information, is nearer: from 2 (|b| - 1 + exp(-|b|)) / b^2 to
/// 2 (exp(|b|) - 1 - |b|) / b^2 times the square. Breslow's and Efron's ties keep the form. The log-rank test
/// has the hypergeometric variance,
/// less than Breslow's by (n - d) / (n - 1) where d of n at risk have the event at one time, so that its z is larger the more ties there
/// are; ties of more than half of those at risk, on average, are not considered.
/// <para>
/// Some programs print the ratio of the log-rank test itself, (O1/E1)/(O0/E0) with the variance 1/E1 + 1/E0.
/// With d = O1 - E1 its logarithm is
/// ln(1 + d/E1) - ln(1 - d/E0) = b, and d (1/E1 + 1/E0) lies between 1 - exp(-|b|) and exp(|b|) - 1; the variance of d is at most
/// 1/(1/E1 + 1/E0), so that the log-rank z is at least (1 - exp(-|b|)) / |b| times that of this ratio. For the upper bound the variance is
/// assumed to be at least half of that.
/// </para>
/// <para>
/// Printed with an odds ratio are Pearson's chi-square test (the score test), Yates' and Fisher's. A correction for continuity subtracts
/// sqrt(sum of 1/expected) / 2 from z, and the sum is at most exp(|b|) times the variance of the logarithm; twice that also covers the
/// two-sided definitions of the exact test.
/// </para>
/// </remarks>
internal static class ScoreBound
{
    private const double RiskAllowance = 1.5;
    private const double RiskSlack = 0.3;

    // (n - 1) / (n - d) is 2 where d is half of n + 1.
    private static readonly double LargestTieFactor = Math.Sqrt(2);

    /// <summary>The least and the greatest z of a score or likelihood-ratio test, as multiples of Wald's.</summary>
    public static ValueRange Factors(double log)
    {
        double half = Math.Abs(log) / 2;
        return half == 0 ? ValueRange.Exactly(1) : new(-double.ExpM1(-half) / half, double.ExpM1(half) / half);
    }

    /// <summary>Judges a P value that is not Wald's.</summary>
    /// <param name="p">The P value.</param>
    /// <param name="z">The sizes of Wald's z.</param>
    /// <param name="largestLog">The largest size of the ratio's logarithm.</param>
    /// <param name="largestError">Its largest standard error.</param>
    /// <param name="context">The known context.</param>
    /// <param name="witness">The arithmetic up to Wald's P.</param>
    public static Judgement Check(
        PrintedPValue p, ValueRange z, double largestLog, double largestError, HazardRatioContext context, string witness)
    {
        string wald = ArithmeticText.P(RatioPValue.Range(z));
        if (context.Kind == RatioKind.Risk)
        {
            return Risk(p, z, largestLog, witness);
        }

        if (context is { Adjusted: true, Test: null })
        {
            return new(
                Verdict.NotCheckable,
                $"Wald's P is {wald}; {p.Text} could be a likelihood-ratio P of a model with other covariates, which these numbers do not bound.",
                RatioPValue.Range(z).Middle, "Wald test", witness);
        }

        ValueRange factors = Factors(largestLog);
        ValueRange score = new(z.Low * factors.Low, z.High * factors.High);
        ValueRange possible = RatioPValue.Range(score);
        string bound = $"with |ln ratio| up to {ArithmeticText.Fixed(largestLog, 3)} the z of a log-rank, score or likelihood-ratio test of two groups without ties "
            + $"is from {ArithmeticText.Fixed(factors.Low, 3)} to {ArithmeticText.Fixed(factors.High, 3)} times Wald's, P from {ArithmeticText.P(possible)}";
        string full = $"{witness[..^1]}; {bound}.";
        string test = context.Test == TestKind.LogRank ? "log-rank P" : "P of a log-rank, score or likelihood-ratio test";
        if (context.Kind == RatioKind.Odds)
        {
            return Odds(p, z, score, Math.Exp(largestLog / 2) * largestError, full);
        }

        if (p.RuleFor(possible) is not null)
        {
            return new(
                Verdict.NotCheckable,
                $"Wald's P is {wald}; {p.Text} can be the {test} of the same data, which is from {ArithmeticText.P(possible)} without ties.",
                RatioPValue.Range(z).Middle, "Wald test", full);
        }

        ValueRange tied = RatioPValue.Range(new(score.High, score.High * LargestTieFactor));
        if (p.RuleFor(tied) is not null)
        {
            double needed = ReferenceDistribution.NormalTwoSidedQuantile(
                Math.Min(1, Math.Max(p.Range.High, p.RangeUnder(RoundingRule.Truncation).High))) / score.High;
            return new(
                Verdict.NotCheckable,
                $"Wald's P is {wald}; {p.Text} can be a log-rank P only with tied times: the mean of (n - 1) / (n - d) over the deaths would be at least {ArithmeticText.Fixed(needed * needed, 3)}.",
                RatioPValue.Range(z).Middle, "Wald test", full);
        }

        ValueRange ratioFactors = LogRankFactors(largestLog);
        ValueRange ofRatio = RatioPValue.Range(new(z.Low * ratioFactors.Low, z.High * ratioFactors.High * LargestTieFactor));
        if (context.Test == TestKind.LogRank && p.RuleFor(ofRatio) is not null)
        {
            return new(
                Verdict.NotCheckable,
                $"Wald's P is {wald}; {p.Text} can be the log-rank P of a ratio that is computed from that test, (O1/E1)/(O0/E0) with the variance 1/E1 + 1/E0, which is from {ArithmeticText.P(ofRatio)}.",
                RatioPValue.Range(z).Middle, "Wald test", full);
        }

        return new(
            Verdict.Inconsistent, $"{p.Text} is neither Wald's P, which is {wald}, nor the {test} of two groups.", RatioPValue.Range(
                z).Middle, "Wald test", full);
    }

    /// <summary>Tests of the same counts have no strict bound for a ratio of risks or rates. With risks up to .9 and groups up to three to
    /// one, the z of Pearson's test is within the factors of the score test and a half more for ratios up to 5; Yates' and Fisher's tests
    /// take less than one off it.</summary>
    private static Judgement Risk(PrintedPValue p, ValueRange z, double largestLog, string witness)
    {
        string wald = ArithmeticText.P(RatioPValue.Range(z));
        ValueRange factors = Factors(largestLog);
        ValueRange possible = RatioPValue.Range(
            new(Math.Max(0, (z.Low * factors.Low / RiskAllowance) - 1), (z.High * factors.High * RiskAllowance) + RiskSlack));
        return p.RuleFor(possible) is not null || p.RuleFor(possible * 0.5) is not null
            ? new(
                Verdict.NotCheckable,
                $"Wald's P is {wald}; {p.Text} could be that of another test of the same counts, which a ratio of risks or rates hardly bounds.",
                RatioPValue.Range(z).Middle, "Wald test", witness)
            : new(
                Verdict.Inconsistent,
                $"{p.Text} is neither Wald's P, which is {wald}, nor that of a score or exact test of the same counts.",
                RatioPValue.Range(z).Middle, "Wald test",
                $"{witness[..^1]}; another test of the same counts has a P of {ArithmeticText.P(possible)}.");
    }

    /// <summary>The z of a log-rank test as multiples of the z of its own ratio.</summary>
    public static ValueRange LogRankFactors(double log)
    {
        double size = Math.Abs(log);
        return size == 0 ? ValueRange.Exactly(1) : new(-double.ExpM1(-size) / size, double.ExpM1(size) / size);
    }

    /// <summary>An odds ratio's P may be Pearson's, or one with a correction for continuity, as Yates' and Fisher's.</summary>
    private static Judgement Odds(PrintedPValue p, ValueRange z, ValueRange score, double largestNullError, string witness)
    {
        string wald = ArithmeticText.P(RatioPValue.Range(z));
        ValueRange possible = RatioPValue.Range(new(Math.Max(0, score.Low - largestNullError), score.High));
        return p.RuleFor(possible) is not null
            ? new(
                Verdict.NotCheckable,
                $"Wald's P is {wald}; {p.Text} can be the P of another test of the same counts, such as Fisher's exact test, which is from {ArithmeticText.P(possible)}.",
                RatioPValue.Range(z).Middle, "Wald test", witness)
            : new(
                Verdict.Inconsistent,
                $"{p.Text} is neither Wald's P, which is {wald}, nor that of a score, likelihood-ratio or exact test of two groups.",
                RatioPValue.Range(
                    z).Middle, "Wald test", $"{witness[..^1]}; with a correction for continuity P is from {ArithmeticText.P(possible)}.");
    }
}

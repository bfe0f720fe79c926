namespace SurvivalKit.TextCheck;

/// <summary>Gives a difference, a coefficient or a correlation with its uncertainty a verdict.</summary>
internal static class EffectJudge
{
    private const double FewDegrees = 2;
    private static readonly double[] OtherLevels = [0.9, 0.99, 0.975, 0.98];

    /// <summary>The verdict.</summary>
    public static Judgement Judge(EffectStatistic effect, EffectMethods methods, double level)
    {
        if (TextJudge.BeyondProbability(effect.P) is { } beyond)
        {
            return beyond;
        }

        if (effect.Kind == TextStatisticKind.Correlation && Math.Abs(effect.Value.Value) > 1)
        {
            return new(
                Verdict.Inconsistent, $"A correlation lies between -1 and 1, and {effect.Value.Text()} does not.",
                Witness: $"|{effect.Value.Text()}| > 1.");
        }

        if (effect.Interval is { } ends && EffectEnds.Problem(effect, ends, methods) is { } problem)
        {
            // A sign that a word holds does not save the rest.
            PrintedNumber negative = Negative(effect.Value);
            bool isSign = problem.Verdict == Verdict.NotCheckable && ends.Lower.Value <= negative.Value
                && negative.Value <= ends.Upper.Value;
            Judgement other = isSign ? Judge(effect with { Value = negative }, methods, level) : problem;
            return isSign && other.Verdict == Verdict.Inconsistent
                ? other with { Sentence = $"{problem.Sentence} {other.Sentence}" }
                : problem;
        }

        Judgement result = At(effect, methods, effect.Interval?.Level ?? level);
        if (result.Verdict == Verdict.Inconsistent && OtherReading(effect, methods, level) is { } reason)
        {
            return result with { Verdict = Verdict.NotCheckable, DecisionError = null, Sentence = $"{result.Sentence} {reason}" };
        }

        return result;
    }

    /// <summary>Why an inconsistent result may be one of reading; <see langword="null"/>: no other reading holds.</summary>
    private static string? OtherReading(EffectStatistic effect, EffectMethods methods, double level)
    {
        if (effect.Interval is not { } ends)
        {
            return null;
        }

        EffectStatistic negative = effect with { Value = Negative(effect.Value) };
        if (effect.IsDirected && ends.Lower.Value <= negative.Value.Value && negative.Value.Value <= ends.Upper.Value
            && At(negative, methods, ends.Level ?? level).Verdict is Verdict.Recomputed or Verdict.Rounding)
        {
            return "With the other sign of the estimate, which a word of the sentence can hold, they agree.";
        }

        if (ends.Level is null && Array.Exists(OtherLevels, other => At(effect, methods, other).Verdict != Verdict.Inconsistent))
        {
            return "The level of the interval is not printed, and with another one they agree.";
        }

        bool mayBeDash = effect.HasDashes && Array.Exists(
            [
                ends with { Upper = Negative(ends.Upper) },
                ends with { Lower = Negative(ends.Lower) },
                ends with { Lower = Negative(ends.Lower), Upper = Negative(ends.Upper) },
            ],
            other => other.Lower.Value <= effect.Value.Value && effect.Value.Value <= other.Upper.Value
                && At(effect with { Interval = other }, methods, ends.Level ?? level).Verdict is Verdict.Recomputed or Verdict.Rounding);
        return mayBeDash ? "They agree where a dash is read as a minus sign, or a minus sign as a dash." : null;
    }

    private static PrintedNumber Negative(PrintedNumber number) => number with { Value = -number.Value };

    private static Judgement At(EffectStatistic effect, EffectMethods methods, double level)
    {
        var numbers = new EffectNumbers(
            effect.Value,
            effect.Interval is { } ends ? new PrintedInterval(ends.Lower, ends.Upper, level) : null,
            effect.StandardError,
            TextJudge.PrintedP(effect.P))
        { Pairs = Pairs(effect) };
        bool isCorrelation = effect.Kind == TextStatisticKind.Correlation;
        return EffectArithmetic.Check(numbers, new EffectContext
        {
            Scale = isCorrelation ? EffectScale.FisherZ : EffectScale.Plain,
            MayBeAsymmetric = methods.HasOtherIntervals
                || effect.Form is EffectForm.Difference or EffectForm.ShareDifference or EffectForm.MedianDifference
                    or EffectForm.StandardisedDifference or EffectForm.StandardisedCoefficient
                || (methods.HasOtherScales && !isCorrelation) || (methods.IsStandardised && effect.Kind == TextStatisticKind.Coefficient),
            OtherTest = OtherTest(effect, methods),
            IsCorrected = methods.IsCorrected,
            IsOneSided = methods.IsOneSided || effect.P is { IsOneSided: true },
            LeastFreedom = methods.HasFewDegrees ? FewDegrees : new EffectContext().LeastFreedom,
            HasOtherErrors = methods.HasRobustErrors || methods.IsStandardised
                || effect.Form is EffectForm.StandardisedCoefficient or EffectForm.PartialCorrelation,
        });
    }

    private static IReadOnlyList<int> Pairs(EffectStatistic effect) => (effect.N, effect.DegreesOfFreedom) switch
    {
        ({ } n, _) => [n],
        (_, { } df) => [df + 2, df],
        _ => [],
    };

    private static string? OtherTest(EffectStatistic effect, EffectMethods methods) =>
        effect.IsCompared ? "may be that of a comparison with another estimate of the sentence"
        : effect.P is { IsLogRank: true } ? "is that of a log-rank test, which compares more than this difference"
        : effect.Form is EffectForm.ShareDifference ? "can be that of another test of the percentages or of the times behind them"
        : effect.Form is EffectForm.MedianDifference || (methods.HasRankTests && effect.Kind != TextStatisticKind.Coefficient
            && effect.Form != EffectForm.RankCorrelation)
            ? "can be that of a test of ranks or by permutation, which these numbers do not bound"
        : effect.Form is EffectForm.PartialCorrelation ? "can be of fewer degrees of freedom, as a correlation given other variables has them"
        : effect.Form is EffectForm.StandardisedCoefficient || (methods.IsStandardised && effect.Kind == TextStatisticKind.Coefficient)
            ? "can be that of the coefficient before it was standardised"
        : methods.HasOtherIntervals ? "can be that of a test by another method than the interval's"
        : methods.HasMargins && effect.Kind == TextStatisticKind.Difference ? "can be that of a test against a margin"
        : methods.HasLikelihoodTests && effect.Kind == TextStatisticKind.Coefficient ? "can be that of a likelihood-ratio test"
        : methods.HasRobustErrors ? "can be that of another standard error"
        : null;
}

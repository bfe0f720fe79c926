namespace SurvivalKit.TextCheck;

/// <summary>What a paper says of its methods, as far as it decides what may be refuted.</summary>
/// <param name="HasOtherIntervals">Whether all its intervals may be others than Wald's: of the profile likelihood, by bootstrap,
/// Bayesian.</param>
/// <param name="HasExactIntervals">Whether those of odds ratios, risks and rates may be exact.</param>
/// <param name="HasRobustErrors">Whether its standard errors may be robust, so that a P value need not be that of the interval.</param>
/// <param name="HasCorrectedF">Whether the degrees of freedom of its F tests may be corrected for sphericity and printed without
/// it.</param>
internal sealed record TextMethods(bool HasOtherIntervals, bool HasExactIntervals, bool HasRobustErrors, bool HasCorrectedF)
{
    private const int LeastRatios = 3;

    /// <summary>What it says of the tests of means, coefficients and correlations.</summary>
    public EffectMethods Effects { get; private init; } = EffectMethods.None;

    /// <summary>Nothing is said.</summary>
    public static TextMethods None { get; } = new(false, false, false, false);

    /// <summary>Reads what the paragraphs and the headings of tables of a paper say.</summary>
    public static TextMethods Read(IEnumerable<IReadOnlyList<Token>> paragraphs)
    {
        (bool other, bool exact, bool robust, bool corrected) = (false, false, false, false);
        foreach (IReadOnlyList<Token> tokens in paragraphs)
        {
            var words = new MethodWords(tokens);
            for (int i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Kind == TokenKind.Word)
                {
                    other |= words.SaysOther(i);
                    exact |= words.SaysExact(i);
                    robust |= words.SaysRobust(i);
                    corrected |= words.SaysCorrectedF(i);
                }
            }
        }

        return new(other, exact, robust, corrected) { Effects = EffectMethods.Read(paragraphs) };
    }

    /// <summary>What its ratios show: where several are off the middle as those of other methods are, Wald's is not the method.</summary>
    public TextMethods With(IEnumerable<RatioStatistic> ratios)
    {
        Dictionary<bool, (int All, int Off)> counts = [];
        foreach (RatioStatistic ratio in ratios)
        {
            if (ratio.Interval is not { Meaning: not IntervalMeaning.Range } ends || ends.Lower.Value <= 0
                || ends.Lower.Value > ratio.Ratio.Value || ends.Upper.Value < ratio.Ratio.Value || ends.Lower.Value == ends.Upper.Value)
            {
                continue;
            }

            bool isHazard = ratio.Kind == TextStatisticKind.HazardRatio;
            (int all, int off) = counts.GetValueOrDefault(isHazard);
            var interval = new PrintedInterval(ends.Lower, ends.Upper, ends.Level ?? 0.95);
            bool isOff = RatioRules.Regions(ratio.Ratio, interval) is { Count: 0 } && RatioAsymmetry.IsPossible(ratio.Ratio, interval);
            counts[isHazard] = (all + 1, off + (isOff ? 1 : 0));
        }

        return this with
        {
            HasOtherIntervals = HasOtherIntervals || Shows(true),
            HasExactIntervals = HasExactIntervals || Shows(false),
        };

        bool Shows(bool isHazard) => counts.TryGetValue(isHazard, out (int All, int Off) count)
            && count.Off >= LeastRatios && 2 * count.Off > count.All;
    }

    /// <summary>What is known of the method of a ratio's interval.</summary>
    public RatioIntervalMethod IntervalOf(RatioStatistic ratio, double level)
    {
        bool isOther = HasOtherIntervals || (HasExactIntervals && ratio.Kind != TextStatisticKind.HazardRatio)
            || (ratio.Interval is { } ends && ends.Lower.Value > 0 && ends.Upper.Value > ends.Lower.Value
                && RatioAsymmetry.IsOfFewEvents(new PrintedInterval(ends.Lower, ends.Upper, ends.Level ?? level)));
        return isOther ? RatioIntervalMethod.Other : HasRobustErrors ? RatioIntervalMethod.Robust : RatioIntervalMethod.Wald;
    }
}

namespace SurvivalKit.TextCheck;

/// <summary>An estimate outside its interval, or an interval whose ends are in the wrong order: impossible under any method, unless a
/// sign or a scale is printed of one of them only.</summary>
internal static class EffectEnds
{
    private const double LargestLogarithm = 20;

    /// <summary>The verdict; <see langword="null"/>: the estimate lies within its interval.</summary>
    public static Judgement? Problem(EffectStatistic effect, IntervalPart ends, EffectMethods methods)
    {
        if (IsWithin(effect.Value, ends))
        {
            return null;
        }

        Judgement result = TextJudge.Estimate(effect.Value, ends, effect.Name);
        if (result.Verdict != Verdict.Inconsistent || ends.Lower.Value > ends.Upper.Value)
        {
            return result;
        }

        return Reason(effect, ends, methods) is { } reason
            ? Judgement.NotCheckable($"{result.Sentence[..^1]}; {reason}.")
            : result with { Sentence = $"{result.Sentence} No method of an interval gives that." };
    }

    // Numbers with the same decimals are in the order of their values, whatever was rounded.
    private static bool IsWithin(PrintedNumber value, IntervalPart ends)
    {
        bool isAlike = value.Decimals == ends.Lower.Decimals && value.Decimals == ends.Upper.Decimals;
        bool isBetween = value.Value >= ends.Lower.Value && value.Value <= ends.Upper.Value;
        return ends.Lower.Value <= ends.Upper.Value && (isBetween || (!isAlike && OtherPrint.IsWithin(value, ends)));
    }

    private static string? Reason(EffectStatistic effect, IntervalPart ends, EffectMethods methods)
    {
        PrintedNumber value = effect.Value;
        double ratio = Math.Exp(Math.Clamp((double)value.Value, -LargestLogarithm, LargestLogarithm));
        bool isCoefficient = effect.Kind == TextStatisticKind.Coefficient;
        return effect.IsDirected && OtherPrint.IsNegative(value, ends)
                ? "with the other sign it is within, as where a decrease is printed by its size"
            : effect.HasDashes && OtherPrint.IsDash(value, ends)
                ? "it is within where the dash between the ends is also the minus sign of the second"
            : OtherPrint.IsHundredfold(value, ends) ? "one of them may be a percentage and the other a share"
            : isCoefficient && (effect.Form == EffectForm.StandardisedCoefficient || methods.IsStandardised)
                ? "the coefficient may be standardised and its interval that of the other one"
            : isCoefficient && ratio >= (double)ends.Lower.Value && ratio <= (double)ends.Upper.Value
                ? "the interval may be that of its exponential, a ratio"
            : null;
    }
}

namespace SurvivalKit.TextCheck;

/// <summary>Whether an estimate is in the middle of its interval, as those of Wald's and Student's intervals are.</summary>
internal static class EffectMiddle
{
    // Bootstrap intervals of samples of usual size are no more asymmetrical; what is within it is unusual, not impossible.
    private const double Allowance = 1.15;

    /// <summary>The verdict.</summary>
    public static Judgement Check(EffectNumbers numbers, EffectContext context)
    {
        PrintedInterval interval = numbers.Interval!;
        (string v, string l, string u) = (numbers.Value.Text(), interval.Lower.Text(), interval.Upper.Text());
        string scale = context.Scale == EffectScale.FisherZ ? " on the scale of Fisher's z" : "";
        double middle = Middle(interval, context.Scale);
        string computed = ArithmeticText.Fixed(middle, numbers.Value.Decimals + 2);
        if (Fits(numbers, context.Scale) is { } rule)
        {
            string when = rule == RoundingRule.HalfUp ? "" : $", {ArithmeticText.Words(rule)}";
            return Judgement.Under(
                rule,
                $"{v} is the middle of {l} to {u}{scale} ({computed} from the printed digits){when}.",
                middle,
                $"the middle of its interval{scale}");
        }

        string off = $"{v} is not the middle of {l} to {u}{scale}, {computed},";
        if (context.Scale == EffectScale.FisherZ && Fits(numbers, EffectScale.Plain) is not null)
        {
            return Judgement.NotCheckable($"{off} but that of the printed ends, as some programs have it.");
        }

        if (context.MayBeAsymmetric)
        {
            return Judgement.NotCheckable($"{off} which an interval by bootstrap, of a profile or of another scale does not have to have there.");
        }

        double asymmetry = LeastAsymmetry(numbers, context.Scale);
        return asymmetry <= Allowance
            ? Judgement.NotCheckable($"{off} which is unusual for an interval of Wald's or Student's test; one by bootstrap can have it there.")
            : new(
                Verdict.Inconsistent,
                $"{v} is not the middle of {l} to {u}{scale}, as the estimate of an interval of Wald's or Student's test is.",
                middle,
                $"the middle of its interval{scale}",
                $"({l} + {u}) / 2{scale} = {computed}; "
                + $"over rounding, the longer part of the interval is at least {ArithmeticText.Fixed(asymmetry, 2)} times the shorter.");
    }

    /// <summary>The rule of rounding under which the three numbers agree; <see langword="null"/>: none.</summary>
    private static RoundingRule? Fits(EffectNumbers numbers, EffectScale scale) =>
        numbers.Region(scale, PrintedRanges.Near) is { IsEmpty: false } ? RoundingRule.HalfUp
        : numbers.Region(scale, PrintedRanges.Either) is { IsEmpty: false } ? RoundingRule.Truncation
        : null;

    private static double Middle(PrintedInterval interval, EffectScale scale)
    {
        ValueRange ends = EffectNumbers.On(scale, new((double)interval.Lower.Value, (double)interval.Upper.Value));
        return scale == EffectScale.Plain ? ends.Middle : Math.Tanh(ends.Middle);
    }

    /// <summary>The longer part over the shorter one, where rounding makes them most alike.</summary>
    private static double LeastAsymmetry(EffectNumbers numbers, EffectScale scale)
    {
        (ValueRange m, ValueRange l, ValueRange u) = (
            EffectNumbers.On(scale, numbers.Value.Either()),
            EffectNumbers.On(scale, numbers.Interval!.Lower.Either()),
            EffectNumbers.On(scale, numbers.Interval.Upper.Either()));
        return Math.Max(Ratio(m.Low - l.High, u.High - m.Low), Ratio(u.Low - m.High, m.High - l.Low));

        static double Ratio(double longer, double shorter) => shorter > 0 ? longer / shorter : double.PositiveInfinity;
    }
}

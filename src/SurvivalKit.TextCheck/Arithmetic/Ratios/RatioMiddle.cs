namespace SurvivalKit.TextCheck;

/// <summary>Whether a ratio is the geometric mean of its limits, and the value of each that agrees with the other two.</summary>
internal static class RatioMiddle
{
    private const string AnyInterval =
        ", and further from it than exact, profile-likelihood or bootstrap intervals of so many events have it";

    public static (Judgement? Ratio, Judgement Lower, Judgement Upper) Check(
        PrintedNumber? ratio, PrintedInterval interval, IReadOnlyList<(RatioRules Rules, IntervalRegion Region)> readings,
        HazardRatioContext known)
    {
        if (ratio is not { } number)
        {
            var alone = Judgement.NotCheckable("No ratio is printed, which the interval could be tried against.");
            return (null, alone, alone);
        }

        if (readings.Count > 0)
        {
            return Fits(number, interval, readings[0].Rules);
        }

        bool isWald = known.Interval is RatioIntervalMethod.Wald or RatioIntervalMethod.Robust
            || (known.Interval == RatioIntervalMethod.NotStated && known.Kind == RatioKind.Hazard);
        return !RatioAsymmetry.IsPossible(number, interval)
                ? DoesNotFit(number, interval, known.Interval == RatioIntervalMethod.NotStated && isWald ? "" : AnyInterval)
            : isWald ? DoesNotFit(number, interval, "")
            : MayBeExact(number, interval);
    }

    /// <summary>Intervals that are exact or of a profile likelihood are printed of odds ratios, risks and rates, and have
    /// the ratio elsewhere.</summary>
    private static (Judgement Ratio, Judgement Lower, Judgement Upper) MayBeExact(PrintedNumber ratio, PrintedInterval interval)
    {
        (string r, string l, string u) = (ratio.Text(), interval.Lower.Text(), interval.Upper.Text());
        var open = new Judgement(
            Verdict.NotCheckable,
            $"{r} is not the geometric middle of {l} to {u}, {ArithmeticText.Fixed(Middle(interval), ratio.Decimals + 1)}, as the ratio of a Wald interval is; an exact, profile-likelihood or bootstrap interval does not have it there.",
            Middle(interval), "the geometric middle of its interval");
        return (open, open, open);
    }

    private static (Judgement Ratio, Judgement Lower, Judgement Upper) Fits(PrintedNumber ratio, PrintedInterval interval, RatioRules rules)
    {
        (string r, string l, string u) = (ratio.Text(), interval.Lower.Text(), interval.Upper.Text());
        RoundingRule rule = rules.IsNearest ? RoundingRule.HalfUp : RoundingRule.Truncation;
        string end = rules.IsNearest ? "." : $", {rules.Words(hasRatio: true)}.";
        return (
            Result("the geometric middle of its interval", Middle(interval), ratio.Decimals, $"{r} is the geometric middle of {l} to {u}"),
            Result("the ratio squared by the upper end", OtherEnd(
                ratio, interval.Upper), interval.Lower.Decimals, $"{l} is the lower end that goes with {r} and {u}"),
            Result("the ratio squared by the lower end", OtherEnd(
                ratio, interval.Lower), interval.Upper.Decimals, $"{u} is the upper end that goes with {r} and {l}"));

        Judgement Result(string method, double computed, int decimals, string sentence) =>
            Judgement.Under(
                rule, $"{sentence} ({ArithmeticText.Fixed(computed, decimals + 2)} from the printed digits){end}", computed, method);
    }

    private static (Judgement Ratio, Judgement Lower, Judgement Upper) DoesNotFit(
        PrintedNumber ratio, PrintedInterval interval, string end)
    {
        (string r, string l, string u) = (ratio.Text(), interval.Lower.Text(), interval.Upper.Text());
        ValueRange middle = MiddleRange(interval, RoundingRule.HalfUp);
        ValueRange cut = MiddleRange(interval, RoundingRule.Truncation);
        ValueRange lower = OtherEndRange(ratio, interval.Upper);
        ValueRange upper = OtherEndRange(ratio, interval.Lower);
        string lowerSpan = ArithmeticText.Span(lower, interval.Lower.Decimals + 1);
        string upperSpan = ArithmeticText.Span(upper, interval.Upper.Decimals + 1);
        int digits = ratio.Decimals + 1;
        string witness =
            $"sqrt({l} x {u}) = {ArithmeticText.Fixed(Middle(interval), digits)}, over rounding {ArithmeticText.Span(middle, digits)} ({ArithmeticText.Span(cut, digits)} when further decimals are cut off); "
            + $"{r} would need an upper end of {upperSpan} with {l}, or a lower end of {lowerSpan} with {u}; the nearest admissible ratio is {Nearest(ratio, interval)}.";
        const string OneOfThree = "One of the three numbers is not as the other two have it; which, they do not say.";
        return (
            new(
                Verdict.Inconsistent,
                $"{r} is not the geometric middle of {l} to {u}, as the ratio of a Wald interval is{end}.",
                Middle(interval),
                "the geometric middle of its interval",
                witness),
            new(Verdict.NotCheckable, $"{OneOfThree} A lower end of {lowerSpan} would go with {r} and {u}.", OtherEnd(
                ratio, interval.Upper)),
            new(Verdict.NotCheckable, $"{OneOfThree} An upper end of {upperSpan} would go with {r} and {l}.", OtherEnd(
                ratio, interval.Lower)));
    }

    private static double Middle(PrintedInterval interval) => Math.Sqrt((double)interval.Lower.Value * (double)interval.Upper.Value);

    private static double OtherEnd(PrintedNumber ratio, PrintedNumber end) => (double)ratio.Value * (double)ratio.Value / (double)end.Value;

    private static ValueRange MiddleRange(PrintedInterval interval, RoundingRule rule) =>
        new ValueRange(0, double.PositiveInfinity).And(ValueRange.PrintedAs(interval.Lower, rule)) is var lower
            && ValueRange.PrintedAs(interval.Upper, rule) is var upper
            ? new(Math.Sqrt(lower.Low * upper.Low), Math.Sqrt(lower.High * upper.High))
            : default;

    private static ValueRange OtherEndRange(PrintedNumber ratio, PrintedNumber end)
    {
        ValueRange r = ValueRange.PrintedAs(ratio).And(new(0, double.PositiveInfinity));
        ValueRange e = ValueRange.PrintedAs(end);
        return new(r.Low * r.Low / e.High, e.Low > 0 ? r.High * r.High / e.Low : double.PositiveInfinity);
    }

    // The nearest possible value, from the side of the printed ratio.
    private static string Nearest(PrintedNumber ratio, PrintedInterval interval)
    {
        ValueRange middle = MiddleRange(interval, RoundingRule.HalfUp);
        return ArithmeticText.Fixed((double)ratio.Value > middle.High ? middle.High : middle.Low, ratio.Decimals);
    }
}

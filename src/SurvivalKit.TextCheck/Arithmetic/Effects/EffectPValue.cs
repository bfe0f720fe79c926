namespace SurvivalKit.TextCheck;

/// <summary>Whether a P value is that of an estimate with its interval, its standard error or, of a correlation, its number of
/// pairs.</summary>
internal static class EffectPValue
{
    /// <summary>The P values that the numbers allow, each with what it is from.</summary>
    public static IReadOnlyList<(string From, ValueRange P)> Possible(EffectNumbers numbers, EffectContext context)
    {
        List<(string, ValueRange)> found = [];
        string v = numbers.Value.Text();
        bool isCorrelation = context.Scale == EffectScale.FisherZ;
        if (numbers is { Interval: { } interval } && Share(numbers, context.Scale) is { } share)
        {
            string ends = $"{v} and its interval {interval.Lower.Text()} to {interval.Upper.Text()}";
            found.Add((ends, StudentRange.OfShare(share, interval.Level, isCorrelation ? double.PositiveInfinity : context.LeastFreedom)));
            if (isCorrelation && Pairs(numbers) is { } pairs)
            {
                found.AddRange(CorrelationTests.Of(numbers.Size, pairs).Select(test => ($"{ends} by {test.Name}", test.P)));
            }
        }

        if (numbers.StandardError is { Value: > 0 } error && !isCorrelation)
        {
            ValueRange errors = error.Either().NotNegative();
            ValueRange t = new(numbers.Size.Low / errors.High, errors.Low > 0 ? numbers.Size.High / errors.Low : double.PositiveInfinity);
            found.Add(($"{v} and its standard error {error.Text()}", StudentRange.OfStatistic(t, context.LeastFreedom)));
        }

        foreach (int pairs in isCorrelation ? numbers.Pairs.Where(pairs => pairs > 2) : [])
        {
            found.AddRange(CorrelationTests.Of(numbers.Size, ValueRange.Exactly(pairs))
                .Select(test => (FormattableString.Invariant($"{v} of {pairs} pairs by {test.Name}"), test.P)));
        }

        return found;
    }

    /// <summary>The verdict; <see langword="null"/>: no P value follows from the numbers.</summary>
    public static Judgement? Check(EffectNumbers numbers, EffectContext context)
    {
        IReadOnlyList<(string From, ValueRange P)> possible = Possible(numbers, context);
        if (numbers.P is not { } p || possible.Count == 0)
        {
            return null;
        }

        ValueRange all = Union(possible);
        if (Fit(p, possible, 1, "two-sided") is { } two)
        {
            return two;
        }

        if (Fit(p, possible, 0.5, "one-sided") is { } one)
        {
            return one;
        }

        string computed = ArithmeticText.P(all);
        string? reason = context.IsOneSided && p.RuleFor(new ValueRange(1 - (all.High / 2), 1 - (all.Low / 2))) is not null
                ? "can be of the other side of a one-sided test"
            : context.IsCorrected && p.Range.High > all.High ? "can be corrected for the number of tests"
            : context.OtherTest;
        if (reason is not null)
        {
            return new(
                Verdict.NotCheckable, $"From the numbers beside it P is {computed}; {p.Text} {reason}.", all.Middle, possible[0].From);
        }

        return Significance.With(
            new(
                Verdict.Inconsistent,
                $"{p.Text} is not the P of {possible[0].From}, which is {computed}.",
                all.Middle,
                possible[0].From,
                Witness(numbers, context, possible)),
            p,
            new ValueRange(context.IsOneSided ? all.Low / 2 : all.Low, all.High));
    }

    private static Judgement? Fit(PrintedPValue p, IReadOnlyList<(string From, ValueRange P)> possible, double share, string side)
    {
        foreach (RoundingRule rule in new[] { RoundingRule.HalfUp, RoundingRule.Truncation })
        {
            foreach ((string from, ValueRange range) in possible)
            {
                if ((range * share).Overlaps(p.RangeUnder(rule)))
                {
                    string when = rule == RoundingRule.HalfUp ? "" : $", {ArithmeticText.Words(rule)}";
                    return Judgement.Under(
                        rule,
                        $"{p.Text} is the {side} P of {from}, {ArithmeticText.P(range * share)}{when}.",
                        range.Middle * share,
                        $"{side} P of {from}");
                }
            }
        }

        return null;
    }

    /// <summary>The sizes of the estimate in half-widths of its interval; where the estimate is off the middle, by either part.</summary>
    private static ValueRange? Share(EffectNumbers numbers, EffectScale scale)
    {
        if (numbers.Region(scale, PrintedRanges.Either) is { IsEmpty: false } region)
        {
            return region.Z(1);
        }

        ValueRange m = EffectNumbers.On(scale, numbers.Value.Either());
        ValueRange below = m - EffectNumbers.On(scale, numbers.Interval!.Lower.Either());
        ValueRange above = EffectNumbers.On(scale, numbers.Interval.Upper.Either()) - m;
        (double least, double most) = (Math.Min(below.Low, above.Low), Math.Max(below.High, above.High));
        ValueRange size = EffectNumbers.On(scale, numbers.Size);
        return least > 0 ? new(size.Low / most, size.High / least) : null;
    }

    /// <summary>The numbers of pairs that the width of a correlation's interval belongs to.</summary>
    private static ValueRange? Pairs(EffectNumbers numbers)
    {
        if (numbers.Region(EffectScale.FisherZ, PrintedRanges.Either) is not { IsEmpty: false } region || region.HalfWidth.Low <= 0)
        {
            return null;
        }

        double quantile = ReferenceDistribution.NormalTwoSidedQuantile(1 - numbers.Interval!.Level);
        ValueRange factors = CorrelationTests.HalfWidths(numbers.Size, 4, numbers.Interval.Level) * (1 / quantile);
        return new(
            3 + Math.Pow(quantile * factors.Low / region.HalfWidth.High, 2),
            3 + Math.Pow(quantile * factors.High / region.HalfWidth.Low, 2));
    }

    private static ValueRange Union(IReadOnlyList<(string From, ValueRange P)> possible) =>
        new(possible.Min(one => one.P.Low), possible.Max(one => one.P.High));

    private static string Witness(EffectNumbers numbers, EffectContext context, IReadOnlyList<(string From, ValueRange P)> possible)
    {
        string all = string.Join("; ", possible.Select(one => $"{one.From}: {ArithmeticText.P(one.P)}"));
        string freedom = FormattableString.Invariant(
            $" (from the normal distribution to Student's t with {context.LeastFreedom:0.#} degrees of freedom)");
        string half = numbers.Interval is { } interval && context.Scale == EffectScale.Plain
            ? $"half the width of the interval is {Half(interval)}; "
            : "";
        return $"{half}P by {all}{(context.Scale == EffectScale.Plain ? freedom : "")}.";
    }

    private static string Half(PrintedInterval interval) =>
        ArithmeticText.Fixed((double)(interval.Upper.Value - interval.Lower.Value) / 2, interval.Lower.Decimals + 1);
}

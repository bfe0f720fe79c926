namespace SurvivalKit.TextCheck;

/// <summary>Whether a P value is that of Wald's test for a ratio and its interval, or of another test.</summary>
internal static class RatioPValue
{
    /// <summary>The two-sided P values of sizes of z.</summary>
    public static ValueRange Range(ValueRange z) =>
        new(ReferenceDistribution.NormalTwoSided(z.High), ReferenceDistribution.NormalTwoSided(z.Low));

    public static Judgement Check(
        PrintedNumber? ratio, PrintedInterval interval, PrintedPValue p,
        IReadOnlyList<(RatioRules Rules, IntervalRegion Region)> readings, bool fits, double quantile, HazardRatioContext context)
    {
        bool together = fits && ratio is not null;
        string from = together ? "the ratio and its interval" : "the interval alone";
        if (context.OneSided && OneSided(p, Range(readings[0].Region.Z(quantile)), from) is { } said)
        {
            return said;
        }

        if (Fit(p, readings, quantile, from, together) is { } wald)
        {
            return wald;
        }

        if (!fits && ratio is { } number && TwoOfThree(number, interval, p, quantile) is { } two)
        {
            return two;
        }

        IntervalRegion plain = readings[0].Region;
        if (!fits && (context.Kind != RatioKind.Hazard || context.Interval == RatioIntervalMethod.Other))
        {
            return Judgement.NotCheckable(
                $"Of an interval that is not Wald's no P follows; from these ends Wald's would be {ArithmeticText.P(Range(plain.Z(quantile)))}.");
        }

        if (context.Interval == RatioIntervalMethod.Robust && context.Test != TestKind.Wald)
        {
            return Judgement.NotCheckable(
                $"Wald's P from {from} is {ArithmeticText.P(Range(plain.Z(quantile)))}; where standard errors are robust, {p.Text} may be of a test with others.");
        }

        ValueRange z = Union(readings.Select(reading => reading.Region.Z(quantile)));
        string witness = Witness(interval, plain, p, quantile);
        if (!context.TwoSided && OneSided(p, Range(z), from) is { } half)
        {
            return half with { Witness = witness };
        }

        double largestLog = readings.Max(reading => Math.Max(Math.Abs(reading.Region.Middle.Low), Math.Abs(reading.Region.Middle.High)));
        return context.Test == TestKind.Wald
            ? new(
                Verdict.Inconsistent,
                $"{p.Text} is not Wald's P from {from}, which is {ArithmeticText.P(Range(plain.Z(quantile)))}.",
                Range(plain.Z(quantile)).Middle,
                "Wald test",
                witness)
            : ScoreBound.Check(p, z, largestLog, readings.Max(reading => reading.Region.HalfWidth.High) / quantile, context, witness);
    }

    private static Judgement? OneSided(PrintedPValue p, ValueRange twoSided, string from) => p.RuleFor(twoSided * 0.5) is { } rule
        ? Judgement.Under(
            rule, $"{p.Text} is the one-sided Wald P from {from}; the two-sided one is {ArithmeticText.P(twoSided)}.",
            twoSided.Middle / 2, "one-sided Wald test")
        : null;

    /// <summary>The plainest reading under which the printed P is Wald's.</summary>
    private static Judgement? Fit(
        PrintedPValue p, IReadOnlyList<(RatioRules Rules, IntervalRegion Region)> readings, double quantile, string from, bool hasRatio)
    {
        var fitting =
            from reading in readings
            let wald = Range(reading.Region.Z(quantile))
            let rule = p.RuleFor(wald)
            where rule is not null
            orderby reading.Rules.IsNearest ? 0 : 1, rule == RoundingRule.HalfUp ? 0 : 1
            select (reading.Rules, Wald: wald, Rule: rule.Value);
        if (fitting.FirstOrDefault() is not { Rules: { } rules } best)
        {
            return null;
        }

        bool cut = best.Rule == RoundingRule.Truncation;
        string when = rules.IsNearest
            ? cut ? $", which prints as {p.Text} {ArithmeticText.Words(best.Rule)}" : ""
            : $" {rules.Words(hasRatio)}{(cut ? ", and so are those of P" : "")}";
        return Judgement.Under(
            rules.IsNearest ? best.Rule : RoundingRule.Truncation,
            $"Wald's P from {from} is {ArithmeticText.P(best.Wald)}{when}.",
            best.Wald.Middle, $"Wald test from {from}");
    }

    // Where the three do not fit, P may still go with the ratio and one of the ends.
    private static Judgement? TwoOfThree(PrintedNumber ratio, PrintedInterval interval, PrintedPValue p, double quantile)
    {
        foreach ((PrintedNumber end, string name) in new[] { (interval.Lower, "the lower end"), (interval.Upper, "the upper end") })
        {
            if (IntervalRegion.OfOneEnd(ValueRange.PrintedAs(ratio), ValueRange.PrintedAs(end)) is { } region
                && Range(region.Z(quantile)) is var wald && p.RuleFor(wald) is { } rule)
            {
                string when = rule == RoundingRule.HalfUp ? "" : $", which prints as {p.Text} {ArithmeticText.Words(rule)}";
                return Judgement.Under(
                    rule, $"Wald's P from the ratio and {name} is {ArithmeticText.P(wald)}{when}; from the interval alone it is another.",
                    wald.Middle, $"Wald test from the ratio and {name}");
            }
        }

        return null;
    }

    private static string Witness(PrintedInterval interval, IntervalRegion plain, PrintedPValue p, double quantile)
    {
        (string l, string u) = (interval.Lower.Text(), interval.Upper.Text());
        ValueRange error = plain.HalfWidth * (1 / quantile);
        ValueRange z = plain.Z(quantile);
        ValueRange log = plain.Middle is { High: < 0 } negative ? negative * -1 : plain.Middle;
        ValueRange needed = p.Range.Map(value => -ReferenceDistribution.NormalTwoSidedQuantile(value));
        string need = p.Relation switch
        {
            ClaimRelation.Less => $"{ArithmeticText.Fixed(-needed.High, 3)} or more",
            ClaimRelation.Greater => $"{ArithmeticText.Fixed(-needed.Low, 3)} or less",
            _ => double.IsInfinity(needed.Low)
                ? $"{ArithmeticText.Fixed(-needed.High, 3)} or more"
                : ArithmeticText.Span(new(-needed.High, -needed.Low), 3),
        };
        return $"SE = (ln {u} - ln {l}) / (2 x {ArithmeticText.Fixed(quantile, 2)}) = {ArithmeticText.Span(error, 4)}; z = |ln ratio| / SE = ({ArithmeticText.Span(log, 4)}) / SE = {ArithmeticText.Span(z, 3)}, "
            + $"so that Wald's P is {ArithmeticText.P(Range(z))}; {p.Text} needs a z of {need}.";
    }

    private static ValueRange Union(IEnumerable<ValueRange> ranges) =>
        ranges.Aggregate((left, right) => new(Math.Min(left.Low, right.Low), Math.Max(left.High, right.High)));
}

namespace SurvivalKit.TextCheck;

/// <summary>Checks a P value against the test statistic that is printed with it (as statcheck does: Nuijten and others 2016).</summary>
public static class StatisticArithmetic
{
    /// <summary>The P values of all statistics that round to the printed one, two-sided for t and z.</summary>
    /// <param name="statistic">The statistic.</param>
    /// <param name="rule">The rule under which it is rounded.</param>
    /// <exception cref="SurvivalDataException">Degrees of freedom that the distribution needs are not above 0.</exception>
    public static ValueRange P(PrintedStatistic statistic, RoundingRule rule = RoundingRule.HalfUp)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        if (statistic.Kind != StatisticKind.Z)
        {
            Given.Above(statistic.DegreesOfFreedom, 0, "degrees of freedom");
        }

        if (statistic.Kind == StatisticKind.F)
        {
            Given.Above(statistic.SecondDegreesOfFreedom, 0, "second degrees of freedom");
        }

        // P falls with the size of the statistic.
        ValueRange value = ValueRange.PrintedAs(statistic.Value with { Value = Math.Abs(statistic.Value.Value) }, rule).NotNegative();
        return new(statistic.P(value.High), statistic.P(value.Low));
    }

    /// <summary>Checks a P value against its statistic: two-sided, then one-sided where the statistic has a direction.</summary>
    /// <param name="statistic">The statistic.</param>
    /// <param name="p">The printed P value.</param>
    /// <param name="twoSided">Whether P is said to be two-sided.</param>
    /// <exception cref="SurvivalDataException">Degrees of freedom that the distribution needs are not above 0.</exception>
    public static Judgement Check(PrintedStatistic statistic, PrintedPValue p, bool twoSided = false)
    {
        ArgumentNullException.ThrowIfNull(p);
        ValueRange near = P(statistic);
        ValueRange cut = P(statistic, RoundingRule.Truncation);
        bool sides = statistic.HasSides;
        if (statistic.Kind is StatisticKind.ChiSquare or StatisticKind.F && statistic.Value.Value < 0)
        {
            return new(
                Verdict.Inconsistent,
                $"{statistic.Text} is below 0, where such a statistic cannot be.",
                null,
                null,
                $"{statistic.Value.Text()} < 0.");
        }

        string side = sides ? "two-sided" : "right-tail";
        if (Fit(near, cut, 1, side) is { } fits)
        {
            return fits;
        }

        if (sides && !twoSided && Fit(near, cut, 0.5, "one-sided") is { } half)
        {
            return half;
        }

        string oneSided = sides ? $", one-sided {ArithmeticText.P(near * 0.5)}" : "";
        return new(
            Verdict.Inconsistent, $"{p.Text} is not the P of {statistic.Text}.", near.Middle, $"{side} P of {statistic.Text}",
            $"{statistic.Text}, over rounding {ArithmeticText.Span(statistic.Value.Near(), statistic.Value.Decimals + 1)}, has a {side} P of {ArithmeticText.P(near)}{oneSided}.");

        Judgement? Fit(ValueRange rounded, ValueRange cutOff, double share, string name)
        {
            RoundingRule? rule = p.RuleFor(rounded * share) ?? (p.RuleFor(cutOff * share) is null ? null : RoundingRule.Truncation);
            if (rule is not { } found)
            {
                return null;
            }

            string when = found == RoundingRule.HalfUp ? "" : $", which fits {ArithmeticText.Words(found)}";
            return Judgement.Under(
                found,
                $"{statistic.Text} has a {name} P of {ArithmeticText.P(rounded * share)}{when}.",
                rounded.Middle * share,
                $"{name} P of {statistic.Text}");
        }
    }
}

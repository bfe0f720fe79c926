namespace SurvivalKit.TextCheck;

/// <summary>Checks a hazard ratio, its confidence interval and its P value against each other; also for an odds ratio or a relative
/// risk.</summary>
/// <remarks>
/// A Wald interval is symmetric on the log scale, so that the ratio is the geometric mean of its limits, half the width is
/// the standard error times a normal quantile, and P follows. Programs for Cox models print Wald's intervals, and
/// those of a log-rank test have the
/// ratio in the middle too. Exact, profile-likelihood and bootstrap intervals do not, and those are common for odds ratios, risks and
/// rates: an odds ratio that is not in the middle is therefore not checkable, unless it is further from it than any of these can have it.
/// </remarks>
public static class HazardRatioArithmetic
{
    /// <summary>Checks the three numbers against each other over all values that round to them.</summary>
    /// <param name="ratio">The ratio; <see langword="null"/>: not printed.</param>
    /// <param name="interval">Its interval; <see langword="null"/>: not printed.</param>
    /// <param name="p">Its P value; <see langword="null"/>: not printed.</param>
    /// <param name="context">What is known around it; <see langword="null"/>: nothing.</param>
    /// <exception cref="SurvivalDataException">The level is not between 0 and 1.</exception>
    public static HazardRatioResult Check(
        PrintedNumber? ratio, PrintedInterval? interval, PrintedPValue? p, HazardRatioContext? context = null)
    {
        HazardRatioContext known = context ?? new();
        if (interval is null)
        {
            return Alike(ratio, null, p, Judgement.NotCheckable("No interval is printed, which the ratio and P could be tried against."));
        }

        Given.Level(interval.Level);
        if (NotOfARatio(ratio, interval) is { } reason)
        {
            return Alike(ratio, interval, p, reason);
        }

        // Without a bound for the logarithms nothing is determined.
        var unbounded = Judgement.NotCheckable("A ratio or an end of its interval that is printed as 0 has no logarithm to compute with.");
        if (RatioRules.Regions(ratio, interval) is not { } together)
        {
            return Alike(ratio, interval, p, unbounded);
        }

        bool fits = together.Count > 0;
        (Judgement? middle, Judgement lower, Judgement upper) = RatioMiddle.Check(ratio, interval, together, known);
        if ((fits ? together : RatioRules.Regions(null, interval)) is not { } readings)
        {
            return new() { Ratio = middle, Lower = lower, Upper = upper, P = p is null ? null : unbounded, Summary = middle ?? unbounded };
        }

        double quantile = ReferenceDistribution.NormalTwoSidedQuantile(1 - interval.Level);
        double largestError = readings.Max(reading => reading.Region.HalfWidth.High) / quantile;
        var events = EventBound.Compute(largestError, known);
        if (known.Interval != RatioIntervalMethod.Robust && events?.Problem(interval) is { } tooNarrow)
        {
            (lower, upper) = (tooNarrow, tooNarrow);
        }

        Judgement? test = p is null ? null : RatioPValue.Check(ratio, interval, p, readings, fits, quantile, known);
        return new()
        {
            Ratio = middle,
            Lower = lower,
            Upper = upper,
            P = test,
            StandardError = readings[0].Region.HalfWidth * (1 / quantile),
            WaldP = RatioPValue.Range(readings[0].Region.Z(quantile)),
            LeastEvents = events?.Least,
            Summary = LeastFavourable(middle, lower, upper, test),
        };
    }

    private static Judgement? NotOfARatio(PrintedNumber? ratio, PrintedInterval interval)
    {
        if (interval.Lower.Value > interval.Upper.Value)
        {
            return new(
                Verdict.Inconsistent, $"The lower end {interval.Lower.Text()} is above the upper end {interval.Upper.Text()}.", null, null,
                $"{interval.Lower.Text()} > {interval.Upper.Text()}.");
        }

        return interval.Lower.Value < 0 || ratio is { Value: < 0 }
            ? Judgement.NotCheckable("A ratio is not below 0, so that these numbers are on another scale.")
            : null;
    }

    private static HazardRatioResult Alike(PrintedNumber? ratio, PrintedInterval? interval, PrintedPValue? p, Judgement result) => new()
    {
        Ratio = ratio is null ? null : result,
        Lower = interval is null ? null : result,
        Upper = interval is null ? null : result,
        P = p is null ? null : interval is null ? result : Judgement.NotCheckable(result.Sentence),
        Summary = result,
    };

    private static Judgement LeastFavourable(params Judgement?[] results) =>
        results.OfType<Judgement>().MaxBy(result => result.Verdict switch
        {
            Verdict.Inconsistent => 3,
            Verdict.NotCheckable => 2,
            Verdict.Rounding => 1,
            _ => 0,
        })!;
}

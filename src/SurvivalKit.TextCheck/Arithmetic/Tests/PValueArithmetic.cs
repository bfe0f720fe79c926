namespace SurvivalKit.TextCheck;

/// <summary>Checks a P value against the counts, or the means and standard deviations, that it is of: which tests give it.</summary>
public static class PValueArithmetic
{
    /// <summary>Every test of counts, each with whether it gives the printed P value.</summary>
    /// <param name="table">The counts: a row each group, a column each outcome.</param>
    /// <param name="p">The printed P value.</param>
    /// <param name="ordered">Whether the levels are ordered, see <see cref="ProportionTests.All"/>.</param>
    /// <exception cref="SurvivalDataException">Fewer than two rows or columns have a count.</exception>
    public static IReadOnlyList<TestMatch> FromCounts(ContingencyTable table, PrintedPValue p, bool ordered = false)
    {
        ArgumentNullException.ThrowIfNull(p);
        return
        [
            .. ProportionTests.All(table, ordered).Select(test => new TestMatch(test.Kind, ValueRange.Exactly(test.P), p.RuleFor(test.P))
            {
                Side = test.Side,
                OverGivenOrder = test.OverGivenOrder,
            }),
        ];
    }

    /// <summary>Every test of means, each with the P values that the printed decimals allow and whether one of them
    /// prints as the P value.</summary>
    /// <param name="samples">Two samples (Student, Welch, z), or more (one-way analysis of variance), each of two values or more.</param>
    /// <param name="p">The printed P value.</param>
    /// <exception cref="SurvivalDataException">There are fewer than two samples, or one has fewer than two values or a standard
    /// deviation below 0.</exception>
    public static IReadOnlyList<TestMatch> FromMeans(IReadOnlyList<PrintedSample> samples, PrintedPValue p)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(p);
        if (samples.Count < 2 || samples.Any(sample => sample.Count < 2 || sample.StandardDeviation.Value < 0))
        {
            throw new SurvivalDataException(
                "Two samples or more, each with two values or more and an SD of 0 or more, were expected for a test of means.");
        }

        var near = new SampleRanges(samples, PrintedRanges.Near);
        var either = new SampleRanges(samples, PrintedRanges.Either);
        (int first, int second) = (samples[0].Count, samples[1].Count);
        return samples.Count == 2
            ?
            [
                Match(TestKind.StudentT, ranges => MeanTests.Student(ranges, first, second)),
                Match(TestKind.WelchT, ranges => MeanTests.Welch(ranges, first, second)),
                Match(TestKind.MeansZ, MeanTests.Z),
            ]
            : [Match(TestKind.OneWayAnova, ranges => MeanTests.Anova(ranges, samples.Count))];

        TestMatch Match(TestKind test, Func<SampleRanges, ValueRange> possible)
        {
            ValueRange rounded = possible(near);
            RoundingRule? rule = p.RuleFor(rounded) ?? (p.RuleFor(possible(either)) is null ? null : RoundingRule.Truncation);
            return new(test, rounded, rule);
        }
    }

    /// <summary>The combined result of the tests: recomputed where one of them gives the P value, with all that do as the method.</summary>
    /// <param name="matches">The tests that are admissible.</param>
    /// <param name="p">The printed P value.</param>
    public static Judgement Check(IReadOnlyList<TestMatch> matches, PrintedPValue p)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(p);
        if (matches.Count == 0)
        {
            return Judgement.NotCheckable("No test could be computed from what is printed.");
        }

        TestMatch[] fitting = [.. matches.Where(match => match.Rule == RoundingRule.HalfUp)];
        RoundingRule rule = RoundingRule.HalfUp;
        if (fitting.Length == 0)
        {
            fitting = [.. matches.Where(match => match.Fits)];
            rule = RoundingRule.Truncation;
        }

        if (fitting.Length > 0)
        {
            string names = ArithmeticText.List([.. fitting.Select(match => match.Test)]);
            rule = rule == RoundingRule.HalfUp ? rule : fitting[0].Rule!.Value;
            string when = rule == RoundingRule.HalfUp ? "" : $", {ArithmeticText.Words(rule)}";
            return Judgement.Under(rule, $"{p.Text} is the P of {names}{when}.", fitting[0].P.Middle, names);
        }

        string all = string.Join("; ", matches.Select(match => $"{match.Test} {ArithmeticText.P(match.P)}"));
        TestMatch nearest = matches.MinBy(match => Math.Max(p.Range.Low - match.P.High, match.P.Low - p.Range.High))!;
        return new(
            Verdict.Inconsistent, $"{p.Text} is the P of none of the tests that what is printed allows.", nearest.P.Middle, nearest.Test,
            $"P by test: {all}. The nearest is that of {nearest.Test}.");
    }
}

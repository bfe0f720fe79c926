namespace SurvivalKit.TextCheck.Tests;

/// <summary>Ratios, intervals and P values against each other. The numbers of each case are worked in its comment.</summary>
public sealed class HazardRatioArithmeticTests
{
    private static readonly HazardRatioContext LogRank = new() { Test = TestKind.LogRank, FirstGroup = 14, SecondGroup = 42 };

    // sqrt(1.29 x 4.41) = 2.3851; SE = ln(4.41 / 1.29) / 3.91993 = 0.3136; z = 0.8692 / 0.3136 = 2.772, P = .0056 at the middle.
    [Fact]
    public void Three_numbers_that_go_together()
    {
        HazardRatioResult result = Printed.Ratio("2.39", "1.29", "4.41", ".005");

        Assert.All([result.Ratio, result.Lower, result.Upper, result.P], one => Assert.Equal(Verdict.Recomputed, one!.Verdict));
        Assert.Equal(Verdict.Recomputed, result.Summary.Verdict);
        Assert.Equal(Math.Sqrt(1.29 * 4.41), result.Ratio!.Computed!.Value, 1e-12);
        Assert.True(result.WaldP!.Value.Contains(0.0055));
        Assert.True(result.StandardError!.Value.Contains(0.3136));
    }

    // sqrt(1.39 x 4.72) = 2.561; from sqrt(1.385 x 4.715) = 2.5554 to sqrt(1.395 x 4.725) = 2.5674, below 2.575.
    // 2.575^2 / 1.395 = 4.753, 2.585^2 / 1.385 = 4.825; 2.575^2 / 4.725 = 1.4033, 2.585^2 / 4.715 = 1.4172.
    [Fact]
    public void A_ratio_that_is_not_the_middle_of_its_interval()
    {
        HazardRatioResult result = Printed.Ratio("2.58", "1.39", "4.72", ".002");

        Assert.Equal(Verdict.Inconsistent, result.Ratio!.Verdict);
        Assert.Equal(
            "sqrt(1.39 x 4.72) = 2.561, over rounding 2.555 to 2.568 (2.561 to 2.574 when further decimals are cut off); 2.58 would need an upper end of "
            + "4.753 to 4.825 with 1.39, or a lower end of 1.403 to 1.418 with 4.72; the nearest admissible ratio is 2.57.",
            result.Ratio.Witness);
        Assert.All([result.Lower, result.Upper], one => Assert.Equal(Verdict.NotCheckable, one!.Verdict));
        Assert.Contains("4.753 to 4.825", result.Upper!.Sentence, StringComparison.Ordinal);
        Assert.Same(result.Ratio, result.Summary);

        // The interval alone still gives P: z = 0.9406 / 0.3118 = 3.016, P = .0026, .0024 at the corner.
        Assert.Equal((Verdict.Recomputed, "Wald test from the interval alone"), (result.P!.Verdict, result.P.Method));
    }

    // Wald's P is .1987 at the least.
    [Fact]
    public void A_P_value_that_is_cut_off()
    {
        HazardRatioResult result = Printed.Ratio("1.55", "0.79", "3.01", ".19");

        Assert.Equal(Verdict.Recomputed, result.Ratio!.Verdict);
        Assert.Equal(Verdict.Rounding, result.P!.Verdict);
        Assert.EndsWith("which prints as .19 when further decimals are cut off.", result.P.Sentence, StringComparison.Ordinal);
    }

    // To the nearest sqrt(0.705 x 3.165) = 1.4938 at the most, below 1.495; cut off up to sqrt(0.71 x 3.17) = 1.5002.
    [Fact]
    public void Numbers_that_go_together_only_when_they_are_cut_off()
    {
        HazardRatioResult result = Printed.Ratio("1.50", "0.70", "3.16");

        Assert.All([result.Ratio, result.Lower, result.Upper, result.Summary], one => Assert.Equal(Verdict.Rounding, one!.Verdict));
        Assert.Equal(
            "1.50 is the geometric middle of 0.70 to 3.16 (1.4873 from the printed digits), when further decimals of the ratio, the lower end and the upper end are cut off.",
            result.Ratio!.Sentence);
    }

    // Wald's z is 0.868 at the most, and .35 needs 0.9244 at the least; exp(0.289 / 2) stretches by 1.077: 0.935.
    [Fact]
    public void A_log_rank_P_that_the_interval_does_not_exclude()
    {
        HazardRatioResult result = Printed.Ratio("1.33", "0.69", "2.56", ".35", LogRank);

        Assert.Equal(Verdict.NotCheckable, result.P!.Verdict);
        Assert.Contains(".35 can be the log-rank P of the same data", result.P.Sentence, StringComparison.Ordinal);
        Assert.Equal(Verdict.Inconsistent, Printed.Ratio("1.33", "0.69", "2.56", ".35", new() { Test = TestKind.Wald }).P!.Verdict);
        Assert.Equal(Verdict.Inconsistent, Printed.Ratio("1.33", "0.69", "2.56", ".80", LogRank).P!.Verdict);
        Assert.Equal(Verdict.Recomputed, Printed.Ratio("1.13", "0.56", "2.28", ".72", LogRank).P!.Verdict);
    }

    // .28 needs a z of 1.071 at the least, 1.15 times 0.935: the mean of (n - 1) / (n - d) would be 1.3.
    [Fact]
    public void A_log_rank_P_that_only_ties_can_give()
    {
        Judgement p = Printed.Ratio("1.33", "0.69", "2.56", ".28", LogRank).P!;

        Assert.Equal(Verdict.NotCheckable, p.Verdict);
        Assert.Contains("only with tied times", p.Sentence, StringComparison.Ordinal);
        Assert.Equal(Verdict.Inconsistent, Printed.Ratio("1.33", "0.69", "2.56", ".05", LogRank).P!.Verdict);
    }

    [Fact]
    public void A_one_sided_P_is_not_ruled_out_unless_the_sides_are_said()
    {
        Assert.Equal("one-sided Wald test", Printed.Ratio("1.33", "0.69", "2.56", ".20", new() { Test = TestKind.Wald }).P!.Method);
        Assert.Equal(
            Verdict.Inconsistent, Printed.Ratio("1.33", "0.69", "2.56", ".20", new() { Test = TestKind.Wald, TwoSided = true }).P!.Verdict);
    }

    // Wald's two-sided P is .0020 to .0031, half of it .0010 to .0016; two-sided only cut-off ends give .001.
    [Fact]
    public void A_P_that_is_said_to_be_one_sided_is_read_so_first()
    {
        Assert.Equal(
            (Verdict.Recomputed, "one-sided Wald test"),
            Method(Printed.Ratio("0.61", "0.44", "0.84", ".001", new() { OneSided = true }).P!));
        Assert.Equal(Verdict.Rounding, Printed.Ratio("0.61", "0.44", "0.84", ".001").P!.Verdict);
        Assert.Equal(
            "Wald test from the ratio and its interval",
            Printed.Ratio("0.61", "0.44", "0.84", ".003", new() { OneSided = true }).P!.Method);

        static (Verdict, string?) Method(Judgement result) => (result.Verdict, result.Method);
    }

    [Fact]
    public void Beside_other_covariates_a_likelihood_ratio_P_is_not_bounded() =>
        Assert.Equal(Verdict.NotCheckable, Printed.Ratio("1.33", "0.69", "2.56", ".80", new() { Adjusted = true }).P!.Verdict);

    // sqrt(2 x 8) = 4, not 3, and the interval alone gives z = 3.92, P = .0001.
    [Fact]
    public void Where_the_three_do_not_fit_P_may_go_with_the_ratio_and_one_end()
    {
        // ln 3 / (ln(8/3) / 1.96) = 2.195, P = .028.
        Judgement p = Printed.Ratio("3.00", "2.00", "8.00", ".028").P!;

        Assert.Equal((Verdict.Recomputed, "Wald test from the ratio and the upper end"), (p.Verdict, p.Method));
    }

    [Fact]
    public void The_corners_hold_every_choice_of_values()
    {
        HazardRatioResult result = Printed.Ratio("1.33", "0.69", "2.56", ".35");
        double quantile = ReferenceDistribution.NormalTwoSidedQuantile(0.05);
        (double low, double high) = (1.0, 0.0);
        for (int i = 0; i <= 200; i++)
        {
            for (int j = 0; j <= 200; j++)
            {
                (double l, double u) = (Math.Log(0.685 + (0.01 * i / 200)), Math.Log(2.555 + (0.01 * j / 200)));
                if (Math.Exp((l + u) / 2) is >= 1.325 and <= 1.335)
                {
                    double p = ReferenceDistribution.NormalTwoSided(quantile * (u + l) / (u - l));
                    Assert.True(result.WaldP!.Value.Contains(p));
                    (low, high) = (Math.Min(low, p), Math.Max(high, p));
                }
            }
        }

        Assert.Equal(low, result.WaldP!.Value.Low, 1e-4);
        Assert.Equal(high, result.WaldP.Value.High, 1e-4);
    }

    [Fact]
    public void An_interval_of_another_level_has_its_own_quantile()
    {
        // 1.2 to 3.333: z = 1.645 ln 2 / ln(5/3) = 2.232, P = .0256.
        Assert.Equal(
            Verdict.Recomputed,
            HazardRatioArithmetic.Check(Printed.Number("2.00"), Printed.Interval("1.20", "3.33", 0.9), Printed.P(".026")).Summary.Verdict);
        Assert.Throws<SurvivalDataException>(() => HazardRatioArithmetic.Check(null, Printed.Interval("1", "2", 95), null));
    }

    [Fact]
    public void Two_numbers_of_three()
    {
        HazardRatioResult noRatio = Printed.Ratio(null, "1.39", "4.72", ".003");
        HazardRatioResult noInterval = HazardRatioArithmetic.Check(Printed.Number("2.58"), null, Printed.P(".002"));

        Assert.Null(noRatio.Ratio);
        Assert.Equal(Verdict.Recomputed, noRatio.P!.Verdict);
        Assert.Equal(Verdict.NotCheckable, noRatio.Lower!.Verdict);
        Assert.All([noInterval.Ratio, noInterval.P], one => Assert.Equal(Verdict.NotCheckable, one!.Verdict));
        Assert.Null(noInterval.Lower);
        Assert.Null(noInterval.StandardError);
        Assert.Null(Printed.Ratio("2.39", "1.29", "4.41").P);
    }

    [Theory]
    [InlineData("2.00", "3.00", "1.00", Verdict.Inconsistent)]
    [InlineData("0.00", "0.00", "0.50", Verdict.NotCheckable)]
    [InlineData("-0.20", "-0.50", "0.10", Verdict.NotCheckable)]
    [InlineData("1.00", "1.00", "1.00", Verdict.Recomputed)]
    [InlineData("0.01", "0.00", "0.50", Verdict.Recomputed)]
    [InlineData("9.00", "1.00", "2.00", Verdict.Inconsistent)]
    [InlineData("9.00", "0.00", "2.00", Verdict.Inconsistent)]
    public void Hard_cases(string ratio, string lower, string upper, Verdict verdict) =>
        Assert.Equal(verdict, Printed.Ratio(ratio, lower, upper, ">.0").Ratio!.Verdict);

    [Fact]
    public void Ratios_that_were_rounded_never_fail() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++)
        {
            (double log, double error) = ((random.NextDouble() * 4) - 2, 0.05 + random.NextDouble());
            double width = error * ReferenceDistribution.NormalTwoSidedQuantile(0.05);
            RoundingRule rule = (RoundingRule)random.Next(3);
            PrintedNumber Print(double value, int decimals) => new(Rounding.Round(value, decimals, rule), decimals);
            HazardRatioResult result = HazardRatioArithmetic.Check(
                Print(Math.Exp(log), 2), new(Print(Math.Exp(log - width), 2), Print(Math.Exp(log + width), 2)),
                PrintedPValue.FromNumber(Print(ReferenceDistribution.NormalTwoSided(log / error), 3)), new()
                {
                    Test = TestKind.Wald,
                    TwoSided = true
                });
            Assert.NotEqual(Verdict.Inconsistent, result.Summary.Verdict);
            if (rule != RoundingRule.Truncation)
            {
                Assert.Equal(Verdict.Recomputed, result.Summary.Verdict);
            }
        }
    });

    // SE is ln(1.3 / 1.2) / 3.92 = 0.0204, up to 0.0234 (cut off: ln(1.31 / 1.195) / 3.92): 4 / 0.02344^2 = 7280.6.
    [Fact]
    public void An_interval_that_is_too_narrow_for_its_patients()
    {
        HazardRatioResult result = Printed.Ratio("1.25", "1.20", "1.30", null, new() { TwoGroups = true, Patients = 56 });

        Assert.Equal(7281, result.LeastEvents);
        Assert.Equal(Verdict.Inconsistent, result.Lower!.Verdict);
        Assert.Equal(
            "The ends allow a standard error of at most 0.02344; 4/0.02344^2 = 7280.6: 7281 events are needed; there are 56 patients.",
            result.Upper!.Witness);
        Assert.Equal(Verdict.Recomputed, Printed.Ratio("1.25", "1.20", "1.30", null, new() { Patients = 56 }).Summary.Verdict);
        Assert.Equal(
            Verdict.Recomputed,
            Printed.Ratio("1.25", "1.20", "1.30", null, new() { TwoGroups = true, Patients = 56, Kind = RatioKind.Risk }).Summary.Verdict);
        Assert.Equal(
            Verdict.Inconsistent, Printed.Ratio("2.39", "1.29", "4.41", null, new() { TwoGroups = true, Events = 40 }).Summary.Verdict);
        Assert.Equal(
            Verdict.Recomputed, Printed.Ratio("2.39", "1.29", "4.41", null, new() { TwoGroups = true, Events = 41 }).Summary.Verdict);
    }

    // SE^2 is 0.1139 at the most: 1/d1 + 1/d0 with d1 = 14 leaves 0.0425 for 1/d0, 24 events, 38 in all, where halves would need 36. Three
    // patients give 1/3 at the least.
    [Fact]
    public void A_small_group_needs_more_events_than_halves()
    {
        Assert.Equal(38, Printed.Ratio("1.33", "0.69", "2.56", null, LogRank with { Test = null }).LeastEvents);

        // The ratio of a log-rank test has the variance 1/E1 + 1/E0, and 14 patients can have more expected events than 14.
        Assert.Equal(36, Printed.Ratio("1.33", "0.69", "2.56", null, LogRank).LeastEvents);
        Assert.Equal(36, Printed.Ratio("1.33", "0.69", "2.56").LeastEvents);
        HazardRatioResult result = Printed.Ratio("1.33", "0.69", "2.56", null, new() { FirstGroup = 53, SecondGroup = 3 });
        Assert.Equal(int.MaxValue, result.LeastEvents);
        Assert.Contains("no number of events is enough", result.Lower!.Witness, StringComparison.Ordinal);
        Assert.Null(result.Lower.Computed);
    }

    [Fact]
    public void A_P_below_the_least_number_is_said_to_be_so()
    {
        Assert.Contains("less than 1E-300", Printed.Ratio("0.100", "0.099", "0.101", "<.001").P!.Sentence, StringComparison.Ordinal);
        Assert.Contains("is 0 to 7.9E-198", Printed.Ratio("0.10", "0.09", "0.11", "<.001").P!.Sentence, StringComparison.Ordinal);
    }

    // The extremes of integrals of a function whose logarithm has a slope between -1 and 1, counted out on a grid of such functions.
    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2.5)]
    public void The_score_bound_holds_for_every_two_group_information(double log)
    {
        ValueRange factors = ScoreBound.Factors(log);
        for (double c1 = -6; c1 <= 6; c1 += 0.25)
        {
            for (double c2 = -6; c2 <= 6; c2 += 0.25)
            {
                double Information(double b) => Variance(b + c1) + (3 * Variance(b + c2));
                double Score(double b) => Share(b + c1) + (3 * Share(b + c2));
                double wald = log * Math.Sqrt(Information(log));
                double score = (Score(log) - Score(0)) / Math.Sqrt(Information(0));
                double likelihood = 0;
                for (int i = 0; i < 400; i++)
                {
                    double b = (i + 0.5) * log / 400;
                    likelihood += 2 * b * Information(b) * log / 400;
                }

                Assert.True(factors.Contains(score / wald));
                Assert.True(factors.Contains(Math.Sqrt(likelihood) / wald));
            }
        }

        static double Share(double x) => 1 / (1 + Math.Exp(-x));
        static double Variance(double x) => Share(x) * Share(-x);
    }
}

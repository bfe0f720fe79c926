namespace SurvivalKit.TextCheck.Tests;

public sealed class PercentArithmeticTests
{
    private static readonly Denominator All = new("all patients", 56);
    private static readonly Denominator Arm = new("the arm's N", 42);

    [Theory]
    [InlineData(10, "17.9%", Verdict.Recomputed, "10 of 56 (all patients)")]
    [InlineData(10, "23.8", Verdict.Recomputed, "10 of 42 (the arm's N)")]
    [InlineData(3, "7.14", Verdict.Recomputed, "3 of 42 (the arm's N)")]
    [InlineData(0, "0.0", Verdict.Recomputed, "0 of 56 (all patients)")]
    [InlineData(56, "100", Verdict.Recomputed, "56 of 56 (all patients)")]
    [InlineData(10, "17.8", Verdict.Rounding, "10 of 56 (all patients)")]
    public void The_first_denominator_that_fits_is_named(int count, string percent, Verdict verdict, string method)
    {
        Judgement result = PercentArithmetic.Check(count, Printed.Number(percent), All, Arm);

        Assert.Equal((verdict, method), (result.Verdict, result.Method));
        Assert.Null(result.Witness);
    }

    [Fact]
    public void The_rule_is_named()
    {
        Judgement cut = PercentArithmetic.Check(6, Printed.Number("42.8"), new Denominator("the arm's N", 14));
        Judgement even = PercentArithmetic.Check(1, Printed.Number("6.2"), new Denominator("n", 16));

        Assert.Equal("6 of 14 (the arm's N) is 42.86%, which prints as 42.8 when further decimals are cut off.", cut.Sentence);
        Assert.Equal("1 of 16 (n) is 6.25%, which prints as 6.2 when a half is rounded to the even neighbour.", even.Sentence);
        Assert.Equal(300.0 / 7, cut.Computed!.Value, 1e-12);
    }

    [Fact]
    public void What_no_whole_number_gives_is_shown_step_by_step()
    {
        Judgement result = PercentArithmetic.Check(10, Printed.Number("17.6"), All, Arm);

        Assert.Equal(Verdict.Inconsistent, result.Verdict);
        Assert.Equal("17.6% is not 10 of 56 or 42.", result.Sentence);

        // 1000/17.65 = 56.66, 1000/17.55 = 56.98; cut off: 1000/17.7 = 56.50, 1000/17.6 = 56.82.
        Assert.Equal(
            "10 of 56 (all patients) is 17.86%, 10 of 42 (the arm's N) is 23.81%; 17.6% with a count of 10 needs a number from 56.66 to 56.98 "
            + "(56.50 to 56.82 when further decimals are cut off), and no whole number is there; the nearest printed form is 17.9 (of 56).",
            result.Witness);
    }

    [Fact]
    public void Another_denominator_is_said_and_still_is_not_a_candidate()
    {
        Judgement result = PercentArithmetic.Check(18, Printed.Number("33.3"), All);

        Assert.Equal(Verdict.Inconsistent, result.Verdict);
        Assert.Contains("which 54 would be", result.Witness, StringComparison.Ordinal);
        Assert.Equal(Verdict.Recomputed, PercentArithmetic.Check(18, Printed.Number("33.3"), All, new("those evaluated", 54)).Verdict);
    }

    [Fact]
    public void Another_count_of_the_same_patients_is_said() =>
        Assert.EndsWith(
            "; 2.4% would be 1 of 42.", PercentArithmetic.Check(2, Printed.Number("2.4"), Arm, All).Witness, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "1.0", "0 of any number is 0%, not 1.0%")]
    [InlineData(5, "120", "a percentage of a whole is from 0 to 100, not 120%")]
    [InlineData(57, "100", "57 is more than 56 (all patients)")]
    public void What_cannot_be_is_said(int count, string percent, string step)
    {
        Judgement result = PercentArithmetic.Check(count, Printed.Number(percent), All);

        Assert.Equal(Verdict.Inconsistent, result.Verdict);
        Assert.Contains(step, result.Witness, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_candidate_only_what_no_whole_number_gives_is_inconsistent()
    {
        Assert.Equal(Verdict.NotCheckable, PercentArithmetic.Check(3, Printed.Number("20")).Verdict);
        Assert.Equal(
            "The number that 3 are 20.0% of is not known; 15 would give it.", PercentArithmetic.Check(3, Printed.Number("20.0")).Sentence);
        Assert.Equal(Verdict.Inconsistent, PercentArithmetic.Check(10, Printed.Number("17.6")).Verdict);
    }

    [Fact]
    public void An_empty_group_has_no_percentage() =>
        Assert.Equal(Verdict.Recomputed, PercentArithmetic.Check(0, Printed.Number("0"), new Denominator("nobody", 0), All).Verdict);

    [Fact]
    public void A_negative_count_is_refused() =>
        Assert.Throws<SurvivalDataException>(() => PercentArithmetic.Check(-1, Printed.Number("1"), All));

    [Fact]
    public void Every_count_of_every_group_fits_its_own_percentage()
    {
        for (int n = 1; n <= 60; n++)
        {
            for (int count = 0; count <= n; count++)
            {
                foreach (int decimals in new[] { 0, 1, 2 })
                {
                    var percent = new PrintedNumber(Rounding.Round(100.0 * count / n, decimals, RoundingRule.HalfUp), decimals);
                    Assert.Equal(Verdict.Recomputed, PercentArithmetic.Check(count, percent, new Denominator("n", n)).Verdict);
                    Assert.NotEqual(Verdict.Inconsistent, PercentArithmetic.Check(count, percent).Verdict);
                }
            }
        }
    }
}

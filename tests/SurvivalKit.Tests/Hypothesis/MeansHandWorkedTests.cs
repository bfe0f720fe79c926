namespace SurvivalKit.Tests;

/// <summary>t tests worked by hand: <c>tests/Fixtures/hand-worked.md</c>, section 8.</summary>
public sealed class MeansHandWorkedTests
{
    private const double Exact = 1e-12;

    private static readonly SampleSummary First = new(58.8, 12.3, 14);
    private static readonly SampleSummary Second = new(64.4, 14.8, 42);

    [Fact]
    public void Welch_from_means_and_standard_deviations()
    {
        TestResult test = TTest.Welch(First, Second);

        Close.To(-Math.Sqrt(18816.0 / 9613), test.Statistic!.Value, "t", Exact);
        Close.To(2413465936973.0 / 90696378337, test.DegreesOfFreedom!.Value, "df", Exact);
        Close.To(0.173345631343160, test.P, "P", Exact);
    }

    [Fact]
    public void Student_from_means_and_standard_deviations()
    {
        TestResult test = TTest.Student(First, Second);

        Close.To(-Math.Sqrt(1778112.0 / 1094741), test.Statistic!.Value, "t", Exact);
        Assert.Equal(54, test.DegreesOfFreedom);
        Close.To(0.207960046890163, test.P, "P", Exact);
    }

    [Fact]
    public void Z_is_Welchs_statistic_on_the_normal_distribution()
    {
        TestResult test = ZTest.Means(First, Second);

        Close.To(-Math.Sqrt(18816.0 / 9613), test.Statistic!.Value, "z", Exact);
        Assert.Null(test.DegreesOfFreedom);

        // erfc(sqrt(9408 / 9613)): 2 * pnorm(-sqrt(18816 / 9613)) in R.
        Close.To(0.161797076829679, test.P, "P", Exact);
    }

    [Fact]
    public void Both_from_values()
    {
        TestResult student = TTest.Student([6.0, 3, 1], [5.0, 4, 2]);
        TestResult welch = TTest.Welch([6.0, 3, 1], [5.0, 4, 2]);

        Close.To(-Math.Sqrt(1.0 / 26), student.Statistic!.Value, "t", Exact);
        Close.To(-Math.Sqrt(1.0 / 26), welch.Statistic!.Value, "t", Exact);
        Assert.Equal(4, student.DegreesOfFreedom);
        Close.To(676.0 / 205, welch.DegreesOfFreedom!.Value, "df", Exact);
        Close.To(0.854079703378172, student.P, "P", Exact);
        Close.To(0.855992823711503, welch.P, "P", Exact);
    }

    [Fact]
    public void Missing_values_are_left_out() =>
        Assert.Equal(TTest.Student([6.0, 3, 1], [5.0, 4, 2]), TTest.Student([6.0, double.NaN, 3, 1], [5.0, 4, 2, double.NaN]));

    [Fact]
    public void Analysis_of_variance_of_two_samples_is_the_square_of_Students_t()
    {
        TestResult student = TTest.Student(First, Second);
        TestResult anova = OneWayAnova.Test(First, Second);

        Close.To(student.Statistic!.Value * student.Statistic.Value, anova.Statistic!.Value, "F", Exact);
        Close.To(student.P, anova.P, "P", Exact);
    }

    [Theory]
    [InlineData(double.NaN, 1, 5)]
    [InlineData(1, -1, 5)]
    [InlineData(1, double.NaN, 5)]
    [InlineData(1, double.PositiveInfinity, 5)]
    [InlineData(double.PositiveInfinity, 1, 5)]
    [InlineData(1, 1, 1)]
    public void A_summary_that_no_sample_has_is_refused(double mean, double deviation, int count)
    {
        var bad = new SampleSummary(mean, deviation, count);

        Assert.Throws<SurvivalDataException>(() => TTest.Student(bad, First));
        Assert.Throws<SurvivalDataException>(() => TTest.Welch(First, bad));
        Assert.Throws<SurvivalDataException>(() => OneWayAnova.Test(First, bad));
    }

    [Fact]
    public void Samples_that_do_not_vary_are_refused() =>
        Assert.Throws<SurvivalDataException>(() => TTest.Welch([1.0, 1], [2.0, 2]));

    [Fact]
    public void A_sample_of_one_value_is_refused() =>
        Assert.Throws<SurvivalDataException>(() => TTest.Welch([1.0], [2.0, 3]));

    [Fact]
    public void An_infinite_value_is_refused() =>
        Assert.Throws<SurvivalDataException>(() => TTest.Welch([1.0, double.PositiveInfinity], [2.0, 3]));
}

namespace SurvivalKit.Tests;

/// <summary>Tests of contingency tables worked by hand: <c>tests/Fixtures/hand-worked.md</c>, sections 6 and 7.</summary>
public sealed class TablesHandWorkedTests
{
    private const double Exact = 1e-12;

    [Theory]
    [InlineData(9, 5, 31, 11, 7.0 / 15, 7.0 / 60)]
    [InlineData(3, 11, 2, 40, 2744.0 / 765, 280.0 / 153)]
    [InlineData(0, 14, 6, 36, 56.0 / 25, 224.0 / 225)]
    [InlineData(3, 1, 1, 3, 2, 0.5)]
    [InlineData(7, 7, 20, 22, 56.0 / 2349, 0)]
    public void Chi_square_of_two_by_two_with_and_without_Yates(int a, int b, int c, int d, double pearson, double yates)
    {
        var table = new ContingencyTable(new[,] { { a, b }, { c, d } });

        Close.To(pearson, ChiSquare.Test(table).Statistic!.Value, "Pearson", Exact);
        Close.To(yates, ChiSquare.Test(table, yates: true).Statistic!.Value, "Yates", Exact);
        Assert.Equal(1, ChiSquare.Test(table).DegreesOfFreedom);
    }

    [Fact]
    public void P_values_of_the_first_table()
    {
        var table = new ContingencyTable(new[,] { { 9, 5 }, { 31, 11 } });

        Close.To(0.494524667883871, ChiSquare.Test(table).P, "Pearson", Exact);
        Close.To(0.732678261375707, ChiSquare.Test(table, yates: true).P, "Yates", Exact);
    }

    [Fact]
    public void A_correction_that_takes_all_of_the_difference_leaves_a_P_of_1() =>
        Assert.Equal(1, ChiSquare.Test(new ContingencyTable(new[,] { { 7, 7 }, { 20, 22 } }), yates: true).P);

    [Fact]
    public void Chi_square_with_two_degrees_of_freedom_has_an_exponential_tail()
    {
        TestResult test = ChiSquare.Test(new ContingencyTable(new[,] { { 2, 5, 7 }, { 9, 20, 13 } }));

        Close.To(92.0 / 55, test.Statistic!.Value, "statistic", Exact);
        Assert.Equal(2, test.DegreesOfFreedom);
        Close.To(Math.Exp(-46.0 / 55), test.P, "P", Exact);
        Close.To(4, ChiSquare.Test(new ContingencyTable(new[,] { { 2, 0, 1 }, { 0, 2, 1 } })).Statistic!.Value, "statistic", Exact);
    }

    [Theory]
    [InlineData(3, 1, 1, 3, 17.0 / 35)]
    [InlineData(0, 14, 6, 36, 6333.0 / 19822)]
    [InlineData(3, 11, 2, 40, 491.0 / 5247)]
    [InlineData(9, 5, 31, 11, 623399369.0 / 1219481505)]
    [InlineData(14, 0, 0, 42, 1.0 / 5804731963800)]
    public void Fisher_of_two_by_two_is_a_fraction(int a, int b, int c, int d, double p)
    {
        TestResult test = FisherExact.Test(new ContingencyTable(new[,] { { a, b }, { c, d } }));

        // A P as small as the last one has to agree relatively too.
        Assert.Equal(1, test.P / p, 1e-11);
        Assert.Null(test.Statistic);
        Assert.Null(test.DegreesOfFreedom);
    }

    [Fact]
    public void Fisher_of_two_by_three_is_three_fifths() =>
        Close.To(3.0 / 5, FisherExact.Test(new ContingencyTable(new[,] { { 2, 0, 1 }, { 0, 2, 1 } })).P, "P", Exact);

    [Fact]
    public void Empty_rows_and_columns_say_nothing() =>
        Close.To(17.0 / 35, FisherExact.Test(new ContingencyTable(new[,] { { 3, 0, 1 }, { 0, 0, 0 }, { 1, 0, 3 } })).P, "P", Exact);

    [Fact]
    public void A_table_of_one_row_cannot_be_tested()
    {
        var table = new ContingencyTable(new[,] { { 3, 1 }, { 0, 0 } });

        Assert.Equal(
            "The table has counts in 1 rows and 2 columns; two or more of each were expected for a test.",
            Assert.Throws<SurvivalDataException>(() => ChiSquare.Test(table)).Message);
        Assert.Throws<SurvivalDataException>(() => FisherExact.Test(table));
    }

    [Fact]
    public void All_tests_of_a_two_by_two_table_are_Pearson_Yates_and_Fisher() =>
        Assert.Equal(
            ["Pearson's chi-square test", "Chi-square test with Yates' correction", "Fisher's exact test"],
            ProportionTests.All(new ContingencyTable(new[,] { { 3, 1 }, { 1, 3 } })).Select(test => test.Test));
}

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
            "The table has counts in 1 row and 2 columns; two or more of each were expected for a test.",
            Assert.Throws<SurvivalDataException>(() => ChiSquare.Test(table)).Message);
        Assert.Throws<SurvivalDataException>(() => FisherExact.Test(table));
    }

    [Theory]
    [InlineData(3, 1, 1, 3, 17.0 / 35, 17.0 / 70, 13.0 / 35, 9.0 / 35)]
    [InlineData(0, 14, 6, 36, 28823.0 / 89199, 28823.0 / 178398, 1607.0 / 6732, 28823.0 / 178398)]
    [InlineData(3, 11, 2, 40, 982.0 / 5247, 491.0 / 5247, 1103.0 / 20988, 1103.0 / 10494)]
    [InlineData(8, 6, 10, 32, 66273682.0 / 1293389475, 33136841.0 / 1293389475, 3832467887.0 / 113818273800, 6844703.0 / 224937300)]
    public void Exact_P_values_by_every_definition_are_fractions(
        int a, int b, int c, int d, double doubled, double oneSided, double mid, double midDoubled)
    {
        var table = new ContingencyTable(new[,] { { a, b }, { c, d } });

        Close.To(doubled, FisherExact.Doubled(table).P, "doubled", Exact);
        Close.To(oneSided, FisherExact.OneSided(table).P, "one-sided", Exact);
        Close.To(mid, MidP.Test(table).P, "mid-P", Exact);
        Close.To(midDoubled, MidP.Doubled(table).P, "mid-P doubled", Exact);
    }

    [Fact]
    public void Twice_the_smaller_tail_is_at_most_1() =>
        Assert.Equal(1, FisherExact.Doubled(new ContingencyTable(new[,] { { 7, 7 }, { 21, 21 } })).P);

    [Fact]
    public void One_sided_Fisher_has_two_sides_that_share_the_table_itself()
    {
        var table = new ContingencyTable(new[,] { { 3, 1 }, { 1, 3 } });

        Close.To(69.0 / 70, FisherExact.OneSided(table, TestSide.Less).P, "less", Exact);
        Close.To(17.0 / 70, FisherExact.OneSided(table, TestSide.Greater).P, "greater", Exact);
    }

    [Theory]
    [InlineData(3, 1, 1, 3, 7.0 / 4, 8.0 / 3)]
    [InlineData(0, 14, 6, 36, 11.0 / 5, 7)]
    [InlineData(3, 11, 2, 40, 539.0 / 153, 2058.0 / 971)]
    [InlineData(8, 6, 10, 32, 2695.0 / 513, 1029.0 / 202)]
    public void N_minus_1_and_unpooled_z(int a, int b, int c, int d, double nMinusOne, double squaredZ)
    {
        var table = new ContingencyTable(new[,] { { a, b }, { c, d } });

        Close.To(nMinusOne, NMinusOneChiSquare.Test(table).Statistic!.Value, "N - 1", Exact);
        Close.To(nMinusOne, TrendTest.LinearByLinear(table).Statistic!.Value, "linear by linear", Exact);
        double z = ZTest.Proportions(table).Statistic!.Value;
        Close.To(squaredZ, z * z, "z", Exact);
        Assert.Equal(Math.Sign((a * d) - (b * c)), Math.Sign(z));
    }

    // 2 (6 ln(3/2) + 2 ln(1/2)) of 3, 1 / 1, 3, whose expected counts are 2.
    [Fact]
    public void The_likelihood_ratio_is_a_sum_of_logarithms()
    {
        TestResult test = LikelihoodRatioChiSquare.Test(new ContingencyTable(new[,] { { 3, 1 }, { 1, 3 } }));

        Close.To(2 * ((6 * Math.Log(1.5)) - (2 * Math.Log(2))), test.Statistic!.Value, "G", Exact);
        Assert.Equal("G", test.StatisticName);
        Assert.Equal(1, LikelihoodRatioChiSquare.Test(new ContingencyTable(new[,] { { 7, 7 }, { 21, 21 } })).P);
    }

    [Fact]
    public void A_trend_over_two_by_three()
    {
        var table = new ContingencyTable(new[,] { { 2, 5, 7 }, { 9, 20, 13 } });

        Close.To(6776.0 / 4965, TrendTest.CochranArmitage(table).Statistic!.Value, "Cochran-Armitage", Exact);
        Close.To(1331.0 / 993, TrendTest.LinearByLinear(table).Statistic!.Value, "linear by linear", Exact);
        Close.To(55.0 / 82943, TrendTest.LinearByLinear(
            new ContingencyTable(new[,] { { 3, 8, 5 }, { 6, 1, 7 }, { 2, 9, 4 } })).Statistic!.Value, "linear by linear", Exact);
        Assert.Throws<SurvivalDataException>(
            () => TrendTest.CochranArmitage(new ContingencyTable(new[,] { { 3, 8, 5 }, { 6, 1, 7 }, { 2, 9, 4 } })));
    }

    // Levels 1 and 3 with no counts in level 2: half the slope over twice the distance, and the same correlation.
    [Fact]
    public void An_empty_level_keeps_its_place_in_the_order()
    {
        TestResult gap = TrendTest.CochranArmitage(new ContingencyTable(new[,] { { 2, 0, 5, 1 }, { 9, 0, 3, 4 } }));
        TestResult none = TrendTest.CochranArmitage(new ContingencyTable(new[,] { { 2, 5, 1 }, { 9, 3, 4 } }));

        Assert.NotEqual(none.Statistic!.Value, gap.Statistic!.Value, 0.01);
    }

    [Fact]
    public void Tests_of_four_counts_refuse_more()
    {
        var table = new ContingencyTable(new[,] { { 2, 5, 7 }, { 9, 20, 13 } });

        Assert.Equal(
            "The table has counts in 2 rows and 3 columns; two of each were expected for this test.",
            Assert.Throws<SurvivalDataException>(() => NMinusOneChiSquare.Test(table)).Message);
        Assert.Throws<SurvivalDataException>(() => MidP.Test(table));
        Assert.Throws<SurvivalDataException>(() => FisherExact.Doubled(table));
        Assert.Throws<SurvivalDataException>(() => ZTest.Proportions(table));
    }

    [Fact]
    public void A_table_of_a_billion_has_no_exact_tests()
    {
        var table = new ContingencyTable(new[,] { { 200_000_000, 300_000_000 }, { 300_000_000, 200_000_000 } });

        Assert.Equal(5, ProportionTests.All(table).Count);
        Assert.Throws<SurvivalDataException>(() => MidP.Test(table));
    }

    [Fact]
    public void All_tests_of_a_two_by_two_table() =>
        Assert.Equal(
            [
                "Pearson's chi-square test", "Chi-square test with Yates' correction", "N - 1 chi-square test",
                "Likelihood-ratio chi-square test",
                "Fisher's exact test", "Fisher's exact test, twice the smaller tail", "Fisher's exact test, one-sided (smaller tail)",
                "Mid-P exact test", "Mid-P exact test, twice the smaller tail", "z test of proportions, unpooled variance",
            ],
            ProportionTests.All(new ContingencyTable(new[,] { { 3, 1 }, { 1, 3 } })).Select(test => test.Test));

    [Fact]
    public void All_tests_of_larger_tables()
    {
        string[] always = ["Pearson's chi-square test", "Likelihood-ratio chi-square test", "Fisher's exact test"];
        var square = new ContingencyTable(new[,] { { 3, 8, 5 }, { 6, 1, 7 }, { 2, 9, 4 } });

        Assert.Equal(
            [.. always, "Cochran-Armitage test for trend over the given order", "Linear-by-linear association over the given order"],
            ProportionTests.All(new ContingencyTable(new[,] { { 2, 5, 7 }, { 9, 20, 13 } })).Select(test => test.Test));
        Assert.Equal(always, ProportionTests.All(square).Select(test => test.Test));
        Assert.Equal(
            [.. always, "Linear-by-linear association over the given order"],
            ProportionTests.All(square, ordered: true).Select(test => test.Test));
    }
}

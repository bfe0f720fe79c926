using MathNet.Numerics.Integration;

namespace SurvivalKit.Tests;

/// <summary>The tail of the maximum of correlated normal variables in cases with a known value.</summary>
public sealed class NormalMaximumTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(37)]
    public void Independent_variables_have_a_product(double bound)
    {
        double p = NormalTail.Upper(bound);
        for (int n = 1; n <= 4; n++)
        {
            // 1 - (1 - p)^n without a difference from 1.
            Close(-Math.Exp(n * Log1P(-p))
                + 1, n * p * (1 - ((n - 1) / 2.0 * p)), NormalMaximum.Exceeds(Equal(n, 0), bound, false, 1e-9), p < 1e-6);
            Close(-Math.Exp(n * Log1P(-2 * p))
                + 1, 2 * n * p * (1 - ((n - 1) * p)), NormalMaximum.Exceeds(Equal(n, 0), bound, true, 1e-9), p < 1e-6);
        }
    }

    [Theory]
    [InlineData(-0.9)]
    [InlineData(-0.3)]
    [InlineData(0.6)]
    [InlineData(0.99)]
    [InlineData(0.999999)]
    public void Two_variables_above_0_have_the_angle_between_them(double correlation) =>
        Assert.Equal(
            0.75 - (Math.Asin(correlation) / (2 * Math.PI)),
            NormalMaximum.Exceeds(Equal(2, correlation), 0, false, 1e-10).Probability,
            1e-9);

    // Equally correlated variables are independent given their common factor, which leaves one integral for any number of them.
    [Theory]
    [InlineData(3, 0.5, 1.5)]
    [InlineData(4, 0.5, 2)]
    [InlineData(5, 0.3, 1)]
    [InlineData(6, 0.7, 1.2)]
    [InlineData(6, 0.7, 4)]
    public void Equally_correlated_variables_have_one_integral(int n, double correlation, double bound)
    {
        double root = Math.Sqrt(1 - correlation);
        double common = Math.Sqrt(correlation);
        double OneSided(double z) => NormalTail.Density(z) * -ExpM1(n * Log1P(-NormalTail.Upper((bound - (common * z)) / root)));
        double TwoSided(double z) => NormalTail.Density(z) * -ExpM1(n * Log1P(
            -NormalTail.Upper((bound - (common * z)) / root) - NormalTail.Upper((bound + (common * z)) / root)));

        foreach ((bool twoSided, Func<double, double> integrand) in new (bool, Func<double, double>)[] { (false, OneSided), (
            true, TwoSided) })
        {
            double expected = GaussLegendreRule.Integrate(integrand, -12, 12, 200);
            (double p, double error) = NormalMaximum.Exceeds(Equal(n, correlation), bound, twoSided, 1e-6);
            Assert.True(Math.Abs(p - expected) <= 1e-6, $"expected {expected:R}, was {p:R}, error said to be {error:E1}");
            Assert.True(Math.Abs(p - expected) <= 2 * error, $"expected {expected:R}, was {p:R}, error said to be {error:E1}");
        }
    }

    [Fact]
    public void Variables_that_follow_from_the_others_change_nothing()
    {
        // The third is the sum of two independent ones, scaled; the fourth is the first again, the fifth its opposite.
        double r = Math.Sqrt(0.5);
        double[,] singular =
        {
            { 1, 0, r, 1, -1 },
            { 0, 1, r, 0, 0 },
            { r, r, 1, r, -r },
            { 1, 0, r, 1, -1 },
            { -1, 0, -r, -1, 1 },
        };
        double[,] three = { { 1, 0, r }, { 0, 1, r }, { r, r, 1 } };

        Assert.Equal(
            NormalMaximum.Exceeds(three, 2, true, 1e-10).Probability, NormalMaximum.Exceeds(singular, 2, true, 1e-10).Probability, 1e-10);

        // The complement of an octagon without two sides: |x|, |y| and |x + y| / sqrt 2 up to b, integrated over x.
        double inside = GaussLegendreRule.Integrate(Slice, -2, 2 * (1 - Math.Sqrt(2)), 100)
            + GaussLegendreRule.Integrate(Slice, 2 * (1 - Math.Sqrt(2)), 2 * (Math.Sqrt(2) - 1), 100)
            + GaussLegendreRule.Integrate(Slice, 2 * (Math.Sqrt(2) - 1), 2, 100);
        Assert.Equal(1 - inside, NormalMaximum.Exceeds(three, 2, true, 1e-10).Probability, 1e-9);

        static double Slice(double x) =>
            NormalTail.Density(x) * NormalTail.Between(Math.Max(-2, (-2 * Math.Sqrt(2)) - x), Math.Min(2, (2 * Math.Sqrt(2)) - x));
    }

    [Fact]
    public void Far_out_the_probability_is_nearly_the_sum_and_keeps_its_digits()
    {
        (double p, double error) = NormalMaximum.Exceeds(Equal(4, 0.5), 37, true, 1e-8);

        Assert.Equal(Math.Log(8) + Math.Log(NormalTail.Upper(37)), Math.Log(p), 1e-12);
        Assert.InRange(error, 0, 1e-7 * p);
        Assert.Equal(0, NormalMaximum.Exceeds(Equal(4, 0.5), 50, true, 1e-8).Probability);
    }

    [Fact]
    public void The_same_question_has_the_same_answer() =>
        Assert.Equal(NormalMaximum.Exceeds(Equal(6, 0.6), 2, true, 1e-4), NormalMaximum.Exceeds(Equal(6, 0.6), 2, true, 1e-4));

    private static double[,] Equal(int n, double correlation)
    {
        var matrix = new double[n, n];
        for (int i = 0; i < n * n; i++)
        {
            matrix[i / n, i % n] = i / n == i % n ? 1 : correlation;
        }

        return matrix;
    }

    private static void Close(double exact, double far, (double Probability, double Error) actual, bool isFar) =>
        SurvivalKit.Tests.Close.To(1, actual.Probability / (isFar ? far : exact), "probability");

    private static double Log1P(double x) => Math.Abs(x) < 1e-5 ? x * (1 - (x / 2 * (1 - (2 * x / 3)))) : Math.Log(1 + x);

    private static double ExpM1(double x) => Math.Abs(x) < 1e-5 ? x * (1 + (x / 2 * (1 + (x / 3)))) : Math.Exp(x) - 1;
}

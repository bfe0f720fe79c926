using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The MaxCombo test of two groups: the greatest of several weighted log-rank statistics, for when it
/// is not known beforehand whether an effect is early or late (Lin and others 2020; Karrison 2016).</summary>
/// <remarks>The statistics are standardised and have the covariances sum w_k w_l V over the event times; P is
/// from their multivariate normal distribution (Genz 1992). The test of <c>logrank.maxtest</c> in R's nph.</remarks>
/// <example><code>
/// var test = MaxCombo.Test(veteran, "Surv(time, status) ~ trt + strata(celltype)");
/// Console.WriteLine(test.P);
/// </code></example>
public static class MaxCombo
{
    /// <summary>Compares the two groups that a formula's terms make, within its strata.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ sex + strata(inst)</c>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">The formula, a value or an option cannot be used, there are not two groups, or
    /// there is no event.</exception>
    public static MaxComboResult Test(DataFrame data, string formula, MaxComboOptions? options = null)
    {
        options ??= new MaxComboOptions();
        return Test(ComparisonData.Read(data, formula, options.JoinNearTies), options);
    }

    /// <summary>Compares two groups given by a code for each observation.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="group">The group of each observation; the greater of the two codes is the second group.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="strata">The stratum of each observation; empty: one stratum.</param>
    /// <exception cref="SurvivalDataException">Lengths differ, an option cannot be used, there are not two groups, or
    /// there is no event.</exception>
    public static MaxComboResult Test(
        Surv response, ReadOnlySpan<int> group, MaxComboOptions? options = null, ReadOnlySpan<int> strata = default)
    {
        options ??= new MaxComboOptions();
        return Test(ComparisonData.Read(response, group, strata, options.JoinNearTies), options);
    }

    private static MaxComboResult Test(ComparisonData data, MaxComboOptions options)
    {
        options.Check();
        if (data.Names.Length > 2)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"There are {data.Names.Length} groups ({string.Join("; ", data.Names)}); the MaxCombo test compares two, such as those of a pair."));
        }

        var sums = new MaxComboSums(options.Weights);
        ComparisonWalk.Over(data.Sample, ref sums);
        ImmutableArray<MaxComboTest> tests = [.. options.Weights.Select((weight, k) => Single(weight, sums, k, options.Alternative))];
        double[,] correlation = Correlation(sums.Covariance);

        // A statistic of variance 0 has no correlations and is left out of the maximum.
        int[] varying = [.. Enumerable.Range(0, tests.Length).Where(k => tests[k].Variance > 0)];
        if (varying.Length == 0)
        {
            return new MaxComboResult(data, options, tests, correlation, tests[0], 1, 0);
        }

        MaxComboTest strongest = varying.Select(k => tests[k]).MaxBy(test => Strength(test.Z, options.Alternative))!;
        (double p, double error) = NormalMaximum.Exceeds(
            Part(correlation, varying), Strength(
                strongest.Z, options.Alternative), options.Alternative == MaxComboAlternative.TwoSided, options.Accuracy);
        return new MaxComboResult(data, options, tests, correlation, strongest, p, error);
    }

    private static MaxComboTest Single(FlemingHarrington weight, MaxComboSums sums, int k, MaxComboAlternative alternative)
    {
        double variance = sums.Covariance[k, k];
        double z = variance > 0 ? sums.Statistic[k] / Math.Sqrt(variance) : 0;
        double p = variance == 0 ? 1 : alternative == MaxComboAlternative.TwoSided
            ? ReferenceDistribution.NormalTwoSided(z)
            : NormalTail.Upper(Strength(z, alternative));
        return new MaxComboTest(weight, sums.Statistic[k], variance, z, p);
    }

    // The greater, the stronger the evidence for the alternative.
    private static double Strength(double z, MaxComboAlternative alternative) => alternative switch
    {
        MaxComboAlternative.TwoSided => Math.Abs(z),
        MaxComboAlternative.SecondLivesLonger => -z,
        _ => z,
    };

    private static double[,] Correlation(double[,] covariance)
    {
        int n = covariance.GetLength(0);
        var correlation = new double[n, n];
        for (int a = 0; a < n; a++)
        {
            correlation[a, a] = 1;
            for (int b = 0; b < a; b++)
            {
                double scale = Math.Sqrt(covariance[a, a] * covariance[b, b]);
                correlation[a, b] = correlation[b, a] = scale > 0 ? Math.Clamp(covariance[a, b] / scale, -1, 1) : 0;
            }
        }

        return correlation;
    }

    private static double[,] Part(double[,] matrix, int[] places)
    {
        var part = new double[places.Length, places.Length];
        for (int a = 0; a < places.Length; a++)
        {
            for (int b = 0; b < places.Length; b++)
            {
                part[a, b] = matrix[places[a], places[b]];
            }
        }

        return part;
    }
}

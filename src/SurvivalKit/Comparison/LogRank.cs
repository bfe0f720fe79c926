using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The log-rank test and its weighted family (Mantel 1966; Harrington and Fleming 1982); agrees with
/// R's <c>survdiff</c>.</summary>
/// <remarks>Left truncation and (start, stop] are allowed, which <c>survdiff</c> refuses. A test for trend is
/// <see cref="LogRankResult.Trend"/>; several weights at once are <see cref="MaxCombo"/>.</remarks>
/// <example><code>
/// var test = LogRank.Test(lung, "Surv(time, status) ~ sex + strata(ph.ecog)");
/// Console.WriteLine(test.P);
/// </code></example>
public static class LogRank
{
    /// <summary>Compares the groups that a formula's terms make, within its strata.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ sex + strata(inst)</c>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, there is only one group, or
    /// there is no event.</exception>
    public static LogRankResult Test(DataFrame data, string formula, LogRankOptions? options = null) =>
        Test(ComparisonData.Read(data, formula, JoinsNearTies(options)), Checked(options));

    /// <summary>Compares groups given by a code for each observation.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="group">The group of each observation; groups are compared in increasing order of their codes.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="strata">The stratum of each observation; empty: one stratum.</param>
    /// <exception cref="SurvivalDataException">Lengths differ, there is only one group, or there is no event.</exception>
    public static LogRankResult Test(
        Surv response, ReadOnlySpan<int> group, LogRankOptions? options = null, ReadOnlySpan<int> strata = default) =>
        Test(ComparisonData.Read(response, group, strata, JoinsNearTies(options)), Checked(options));

    /// <summary>Compares every two of the groups that a formula's terms make, within its strata, and adjusts the P
    /// values for their number.</summary>
    /// <remarks>Each pair is tested on its own rows, as <c>pairwise_survdiff</c> of R's survminer does; strata are kept.</remarks>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ celltype</c>.</param>
    /// <param name="adjustment">How the P values are adjusted.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, there is only one group, or
    /// there is no event.</exception>
    public static PairwiseLogRank Pairwise(
        DataFrame data, string formula, PValueAdjustment adjustment = PValueAdjustment.Holm, LogRankOptions? options = null) =>
        PairwiseLogRank.Compute(ComparisonData.Read(data, formula, JoinsNearTies(options)), adjustment, Checked(options));

    /// <summary>Compares every two of the groups given by a code for each observation, and adjusts the P values for their number.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="group">The group of each observation; groups are compared in increasing order of their codes.</param>
    /// <param name="adjustment">How the P values are adjusted.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="strata">The stratum of each observation; empty: one stratum.</param>
    /// <exception cref="SurvivalDataException">Lengths differ, there is only one group, or there is no event.</exception>
    public static PairwiseLogRank Pairwise(
        Surv response,
        ReadOnlySpan<int> group,
        PValueAdjustment adjustment = PValueAdjustment.Holm,
        LogRankOptions? options = null,
        ReadOnlySpan<int> strata = default) =>
        PairwiseLogRank.Compute(ComparisonData.Read(response, group, strata, JoinsNearTies(options)), adjustment, Checked(options));

    internal static LogRankResult Test(ComparisonData data, LogRankOptions options)
    {
        LogRankSums sums = LogRankSums.Sum(data, options);
        int[] sizes = data.GroupSizes();
        ImmutableArray<LogRankGroup> groups =
            [.. data.Names.Select((name, g) => new LogRankGroup(name, sizes[g], sums.Observed[g], sums.Expected[g]))];
        double[,] variance = sums.Variance();
        (double chiSquare, int freedom) = QuadraticForm.Evaluate(sums.Observed, sums.Expected, variance);
        return new LogRankResult(data.Formula, options, groups, variance, chiSquare, freedom, data.Omitted) { Cautions = data.Cautions };
    }

    private static bool JoinsNearTies(LogRankOptions? options) => options?.JoinNearTies ?? new LogRankOptions().JoinNearTies;

    private static LogRankOptions Checked(LogRankOptions? options)
    {
        options ??= new LogRankOptions();
        FlemingHarrington.Check(options.Rho, options.Gamma);
        Choice.Check(options.Weighting);
        if (options.Weighting != LogRankWeighting.FlemingHarrington && (options.Rho != 0 || options.Gamma != 0))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The weighting {options.Weighting} was given together with rho {options.Rho} and gamma {options.Gamma}; one way to weigh was expected."));
        }

        return options;
    }
}

using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The log-rank test and its weighted family (Mantel 1966; Harrington and Fleming 1982); agrees with R's <c>survdiff</c>.</summary>
/// <example><code>
/// var test = LogRank.Test(lung, "Surv(time, status) ~ sex + strata(ph.ecog)");
/// Console.WriteLine(test.P);
/// </code></example>
public static class LogRank
{
    /// <summary>Compares the groups that a formula's terms make, within its strata.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ sex + strata(inst)</c>.</param>
    /// <param name="options">What is asked for; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, there is only one group, or there is no event.</exception>
    public static LogRankResult Test(DataFrame data, string formula, LogRankOptions? options = null)
    {
        options ??= new LogRankOptions();
        ModelFrame frame = ModelFrame.Build(data, formula);
        Grouping groups = Grouping.WithinStrata(frame);
        return Test(formula, frame.Response, groups.Codes, groups.Names, frame.Values.Strata, options, frame.Omitted);
    }

    /// <summary>Compares groups given by a code for each observation.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="group">The group of each observation; groups are compared in increasing order of their codes.</param>
    /// <param name="options">What is asked for; <see langword="null"/>: the documented defaults.</param>
    /// <param name="strata">The stratum of each observation; empty: one stratum.</param>
    /// <exception cref="SurvivalDataException">Lengths differ, there is only one group, or there is no event.</exception>
    public static LogRankResult Test(Surv response, ReadOnlySpan<int> group, LogRankOptions? options = null, ReadOnlySpan<int> strata = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (group.Length != response.Count || (!strata.IsEmpty && strata.Length != response.Count))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The response has {response.Count} observations, the groups {group.Length} and the strata {strata.Length}; one each was expected."));
        }

        int[] distinct = [.. group.ToArray().Distinct().Order()];
        int[] codes = Array.ConvertAll(group.ToArray(), code => Array.BinarySearch(distinct, code));
        return Test("", response, codes, [.. distinct.Select(code => FormattableString.Invariant($"{code}"))], strata, options ?? new LogRankOptions(), 0);
    }

    private static LogRankResult Test(
        string formula, Surv response, int[] codes, ImmutableArray<string> names, ReadOnlySpan<int> strata, LogRankOptions options, int omitted)
    {
        if (response.Count == 0)
        {
            throw new SurvivalDataException("There are no observations; at least one was expected.");
        }

        if (!(options.Gamma >= 0 && double.IsFinite(options.Rho + options.Gamma)))
        {
            throw new SurvivalDataException(FormattableString.Invariant($"Rho {options.Rho} and gamma {options.Gamma} were given; finite numbers were expected, gamma 0 or more."));
        }

        if (names.Length < 2)
        {
            throw new SurvivalDataException($"There is only one group ({string.Join("", names)}) in {(formula.Length == 0 ? "the data" : formula)}; two or more were expected.");
        }

        if (!response.Event.Contains(true))
        {
            throw new SurvivalDataException($"No event was observed in {(formula.Length == 0 ? "the data" : formula)}; at least one was expected.");
        }

        LogRankSums sums = LogRankSums.Of(options.JoinNearTies ? response.WithNearTiesJoined() : response, codes, names.Length, strata, options);
        ImmutableArray<LogRankGroup> groups =
            [.. names.Select((name, g) => new LogRankGroup(name, codes.Count(code => code == g), sums.Observed[g], sums.Expected[g]))];
        (double chiSquare, int freedom) = sums.Statistic();
        return new LogRankResult(formula, options, groups, sums.Variance, chiSquare, freedom, omitted);
    }
}

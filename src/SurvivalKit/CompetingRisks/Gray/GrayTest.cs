using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Gray's test: compares the cumulative incidences of each cause between groups (Gray 1988); agrees with R's <c>cuminc</c> of
/// cmprsk.</summary>
/// <remarks>The log-rank test of a cause, which takes the other causes as censored, compares hazards; this one compares what happens to the
/// groups. Each cause is tested against all others together.</remarks>
/// <example><code>
/// var test = GrayTest.Test(mgus, "Surv(etime, event) ~ sex + strata(era)");
/// Console.WriteLine(test["death"].P);
/// </code></example>
public static class GrayTest
{
    /// <summary>Compares the groups that a formula's terms make, within its strata.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ arm + strata(centre)</c>. The status is a factor or a text
    /// whose first level is censoring.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="censored">The level or number of the status that is censoring; default: the first level.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, observations enter late, there is only one group, or
    /// a cause has no event.</exception>
    public static GrayTestResult Test(DataFrame data, string formula, GrayTestOptions? options = null, string? censored = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options = Checked(options);
        ModelFrame frame = ModelFrame.Build(data, FormulaCache.Get(formula), null, null, null, new CauseRules(censored));
        Grouping groups = Grouping.WithinStrata(frame);
        SurvivalSample sample = SurvivalSample.Make(
            frame.Response,
            options.JoinNearTies,
            groups: GroupCodes.OfPlaces(groups.Codes, groups.Groups),
            strata: GroupCodes.FromNumbers(frame.Values.Strata));
        return new GrayTestResult(formula, options, Tests(sample, groups.Names, options, formula), sample.Count, frame.Omitted)
        {
            Cautions = frame.Cautions,
            Censored = frame.CensoringLevel,
        };
    }

    /// <summary>Compares groups given by a code for each observation.</summary>
    /// <param name="response">The observations, with <see cref="Surv.Causes"/>.</param>
    /// <param name="group">The group of each observation; groups are compared in increasing order of their codes.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="strata">The stratum of each observation; empty: one stratum.</param>
    /// <exception cref="SurvivalDataException">Lengths differ, observations enter late, there is only one group, or a cause has no
    /// event.</exception>
    public static GrayTestResult Test(
        Surv response, ReadOnlySpan<int> group, GrayTestOptions? options = null, ReadOnlySpan<int> strata = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        options = Checked(options);
        if (group.Length != response.Count)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"There are {group.Length} groups for {response.Count} observations; one each was expected."));
        }

        SurvivalSample sample = SurvivalSample.Make(
            response, options.JoinNearTies, groups: GroupCodes.FromNumbers(group), strata: GroupCodes.FromNumbers(strata));
        ImmutableArray<string> names = [.. sample.Groups.Values.Select(code => FormattableString.Invariant($"{code}"))];
        return new GrayTestResult("", options, Tests(sample, names, options, "the data"), sample.Count, 0);
    }

    private static ImmutableArray<GrayCauseTest> Tests(
        SurvivalSample sample, ImmutableArray<string> names, GrayTestOptions options, string where)
    {
        Check(sample, names, where);
        var sizes = new int[names.Length];
        Array.ForEach(sample.Groups.Codes, code => sizes[code]++);
        return
        [
            .. sample.Response.Causes.Select((cause, place) =>
            {
                GraySums sums = GraySums.Sum(sample, place, options.Rho);
                (double chiSquare, int freedom) = QuadraticForm.Evaluate(sums.Observed, sums.Expected, sums.Variance);
                return new GrayCauseTest(cause, chiSquare, freedom,
                [
                    .. names.Select((name, g) => new LogRankGroup(name, sizes[g], sums.Observed[g], sums.Expected[g])),
                ]);
            }),
        ];
    }

    private static void Check(SurvivalSample sample, ImmutableArray<string> names, string where)
    {
        Surv response = sample.Response;
        if (response.IsCounting)
        {
            throw new SurvivalDataException(
                $"Gray's test has no form for observations that enter late, as {where} has; right-censored ones were expected.");
        }

        if (names.Length < 2)
        {
            throw new SurvivalDataException($"There is only one group ({string.Join("", names)}) in {where}; two or more were expected.");
        }

        if (response.Causes.IsEmpty)
        {
            throw new SurvivalDataException("The response has no causes; one with competing causes was expected, from Surv.WithCauses.");
        }

        for (int cause = 1; cause <= response.Causes.Length; cause++)
        {
            if (!response.Cause.Contains(cause))
            {
                throw new SurvivalDataException(
                    $"The cause \"{response.Causes[cause - 1]}\" has no event in {where}; at least one of each cause was expected.");
            }
        }
    }

    private static GrayTestOptions Checked(GrayTestOptions? options)
    {
        options ??= new GrayTestOptions();
        return double.IsFinite(options.Rho) ? options : throw new SurvivalDataException(
            FormattableString.Invariant($"Rho {options.Rho} was given; a finite number was expected."));
    }
}

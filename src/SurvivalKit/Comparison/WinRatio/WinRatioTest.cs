using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The win ratio of two groups by outcomes in the order of their importance (Pocock, Ariti, Collier and Wang 2012), also within
/// strata, with net benefit and win odds.</summary>
/// <example><code>
/// var wins = WinRatioTest.Compare(trial, ["Surv(dtime, death)", "Surv(htime, hospital)"], "arm + strata(centre)");
/// Console.WriteLine(wins.WinRatio.Estimate);
/// </code></example>
public static class WinRatioTest
{
    /// <summary>Compares each subject of one group with each of the other, within strata.</summary>
    /// <param name="data">The data, a row a subject.</param>
    /// <param name="outcomes">The outcomes, the most important one first, as <c>Surv(time, status)</c>. A subject who has died is censored
    /// for the later ones.</param>
    /// <param name="groups">The right side of a formula: the group, and strata, as <c>arm + strata(centre)</c>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">An outcome or a value cannot be used, subjects enter late, there are not two groups, or a
    /// stratum has one only.</exception>
    public static WinRatioResult Compare(
        DataFrame data, IReadOnlyList<string> outcomes, string groups, WinRatioOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(groups);
        options ??= new WinRatioOptions();
        ConfidenceLevel.Check(options.Level);
        if (outcomes.Count == 0)
        {
            throw new SurvivalDataException("No outcome was given; one or more were expected, as Surv(time, status).");
        }

        ModelFrame[] frames = [.. outcomes.Select(outcome => ModelFrame.Build(data, $"{outcome} ~ {groups}"))];
        for (int k = 0; k < frames.Length; k++)
        {
            if (frames[k].Response.IsCounting)
            {
                throw new SurvivalDataException(
                    $"A win ratio has no form for subjects who enter late, as those of {outcomes[k]} do; right-censored ones were expected.");
            }
        }

        HashSet<int> common = [.. frames[0].Rows];
        foreach (ModelFrame frame in frames[1..])
        {
            common.IntersectWith(frame.Rows);
        }

        int[][] places = Array.ConvertAll(frames, frame => (int[])
            [.. Enumerable.Range(0, frame.Rows.Length).Where(place => common.Contains(frame.Rows[place]))]);
        Grouping grouping = Grouping.WithinStrata(frames[0]);
        int treated = TreatmentOf(grouping.Names, options.Treatment, groups);
        bool[] isTreated = Array.ConvertAll(places[0], place => grouping.Codes[place] == treated);
        int[] strata = frames[0].Values.Strata is { Length: > 0 } codes ? Array.ConvertAll(places[0], place => codes[place]) : [];
        CheckStrata(isTreated, strata, frames[0].Values.StrataNames, groups);
        WinPairs pairs = WinPairs.Compare(
            [
                .. frames.Zip(places, (frame, own) => TimeOrder.Sort(frame.Response, options.JoinNearTies).Time is var time
                    ? Array.ConvertAll(own, place => time[place])
                    : []),
            ],
            [.. frames.Zip(places, (frame, own) => Array.ConvertAll(own, place => frame.Response.Event[place]))],
            isTreated,
            strata);
        return new WinRatioResult([.. outcomes], groups, [grouping.Names[treated], grouping.Names[1 - treated]], options, pairs)
        {
            Treated = isTreated.Count(own => own),
            Controls = isTreated.Count(own => !own),
            Omitted = checked((int)data.Rows.Count) - common.Count,
            Cautions = [.. frames.SelectMany(frame => frame.Cautions).Distinct()],
        };
    }

    private static int TreatmentOf(ImmutableArray<string> names, string? treatment, string groups)
    {
        if (names.Length != 2)
        {
            string given = string.Join("; ", names);
            throw new SurvivalDataException(
                $"There {(names.Length == 1 ? "is" : "are")} {NumberText.Count(names.Length, "group")} in {groups} ({given}); two were expected.");
        }

        return treatment is null ? 1 : GroupNames.IndexOf([.. names], treatment);
    }

    private static void CheckStrata(bool[] isTreated, int[] strata, ImmutableArray<string> names, string groups)
    {
        if (!isTreated.Contains(true) || !isTreated.Contains(false))
        {
            throw new SurvivalDataException(
                $"Only one of the groups of {groups} has rows with all outcomes; subjects of both were expected.");
        }

        foreach (IGrouping<int, int> stratum in Enumerable.Range(0, strata.Length).GroupBy(i => strata[i]))
        {
            if (stratum.All(i => isTreated[i]) || stratum.All(i => !isTreated[i]))
            {
                throw new SurvivalDataException(
                    $"The stratum {names[stratum.Key]} has subjects of one group only; both were expected in each stratum.");
            }
        }
    }
}

using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A table of events read by group: the recurrent events as one cause, the terminal ones as another.</summary>
internal sealed class RecurrentGroups
{
    private const int Recurrent = 1;
    private const int Ending = 2;

    private RecurrentGroups(ModelFrame frame, Grouping groups, SurvivalSample sample)
    {
        Frame = frame;
        Groups = groups;
        Sample = sample;
    }

    /// <summary>The formula over the data.</summary>
    public ModelFrame Frame { get; }

    /// <summary>The groups.</summary>
    public Grouping Groups { get; }

    /// <summary>The observations, whose events are the recurrent ones; its response has both kinds as causes.</summary>
    public SurvivalSample Sample { get; }

    /// <summary>Whether each observation ends with a recurrent event.</summary>
    public bool[] IsEvent => Sample.Event;

    /// <summary>Whether each observation ends with a terminal event; null where the fit has none.</summary>
    public bool[]? IsTerminal { get; private init; }

    /// <summary>Reads a table of events.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups.</param>
    /// <param name="id">The column of subjects.</param>
    /// <param name="options">The options.</param>
    /// <param name="weights">The column of weights, or null.</param>
    /// <param name="cluster">The column of clusters, or null.</param>
    /// <param name="censored">The level that is censoring, or null.</param>
    /// <param name="withinStrata">Whether strata() are strata, and no groups.</param>
    public static RecurrentGroups Read(
        DataFrame data,
        string formula,
        string id,
        MeanCumulativeOptions options,
        string? weights,
        string? cluster,
        string? censored,
        bool withinStrata)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(id);
        ConfidenceLevel.Check(options.Level);
        Choice.Check(options.ConfidenceType);
        SubjectKeys keys = SubjectKeys.Read(data, id);
        bool hasTerminal = !options.Terminal.IsDefaultOrEmpty;
        ModelFrame frame = ModelFrame.Build(
            data, FormulaCache.Get(formula), weights, cluster, id, hasTerminal || censored is not null ? new CauseRules(censored) : null);
        Grouping groups = withinStrata ? Grouping.WithinStrata(frame) : Grouping.ByAllTerms(frame);
        int[] subjects = frame.Values.Subjects;
        int[] codes = Codes(frame.Response, options.Terminal, formula);
        bool[]? isTerminal = hasTerminal ? Array.ConvertAll(codes, code => code == Ending) : null;
        SubjectHistories histories = SubjectHistories.Read(frame.Response, subjects, row => keys[frame.Rows[row]], isTerminal);
        SubjectGroups.Check(frame, groups, subjects, row => keys[frame.Rows[row]]);
        Surv response = Surv.Counting(histories.Start, histories.Stop, Array.ConvertAll(codes, code => code > 0))
            .WithCauses(codes, ["event", "terminal event"]);
        SurvivalSample sample = SurvivalSample.Make(
            response,
            options.JoinNearTies,
            frame.Values.Weights,
            GroupCodes.OfPlaces(groups.Codes, groups.Groups),
            GroupCodes.FromNumbers(withinStrata ? frame.Values.Strata : []),
            frame.Values.Clusters.Length == 0 ? subjects : frame.Values.Clusters,
            robust: true,
            subjects: subjects);
        return new RecurrentGroups(frame, groups, sample.OfCause(Recurrent)) { IsTerminal = isTerminal };
    }

    private static int[] Codes(Surv response, ImmutableArray<string> terminal, string formula)
    {
        if (terminal.IsDefaultOrEmpty)
        {
            return !response.Event.Contains(true)
                ? throw new SurvivalDataException($"There is no event in {formula}; at least one was expected.")
                : [.. response.Event.Select(isEvent => isEvent ? Recurrent : 0)];
        }

        string? unknown = terminal.FirstOrDefault(level => !response.Causes.Contains(level));
        if (unknown is not null)
        {
            throw new SurvivalDataException(
                $"There is no terminal event \"{unknown}\" in {formula}; one of {string.Join(", ", response.Causes)} was expected.");
        }

        bool[] ends = [false, .. response.Causes.Select(cause => terminal.Contains(cause))];
        return response.Cause.Any(code => code > 0 && !ends[code])
            ? [.. response.Cause.Select(code => code == 0 ? 0 : ends[code] ? Ending : Recurrent)]
            : throw new SurvivalDataException(
                $"All events in {formula} are terminal ({string.Join(", ", terminal)}); recurrent ones were expected too.");
    }
}

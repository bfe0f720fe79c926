using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The probability of being in each of any set of states, whose transitions may be reversible (Aalen and Johansen 1978), with
/// errors of the infinitesimal jackknife over subjects; agrees with R's <c>survfit</c> of <c>Surv(start, stop, factor(status))</c> with
/// <c>id</c> and <c>istate</c>.</summary>
/// <remarks>Needs no Markov assumption where censoring is independent of the states (Datta and Satten 2001). The errors take a time in
/// proportion to subjects times distinct times of transitions (<see cref="StateOccupancyOptions.StandardErrors"/> leaves them out); for
/// competing causes alone <see cref="CumulativeIncidence"/> is faster.</remarks>
/// <example><code>
/// var curves = StateOccupancy.Fit(myeloid, "Surv(start, stop, state) ~ trt", "id");
/// Console.WriteLine(curves["A"]["CR"].At(365)[0].Probability);
/// </code></example>
public static class StateOccupancy
{
    /// <summary>Estimates the state occupancy of each group that the formula's terms make.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(start, stop, status) ~ arm</c>. The status is a factor or a text whose first
    /// level is censoring, and whose other levels are the states that are reached; a row starts where the one of the same subject before it
    /// ends.</param>
    /// <param name="id">The column that names the subject of each row; default: each row of <c>Surv(time, status)</c> is its own.</param>
    /// <param name="istate">The column of the state that each row is in; default: it follows from the rows before, and all start in
    /// <see cref="StateOccupancyOptions.InitialState"/>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none.</param>
    /// <param name="cluster">The column of clusters, which are the sampling units of the errors; default: the subjects. R's <c>survfit</c>
    /// of several states takes no clusters.</param>
    /// <param name="censored">The level or number of the status that is censoring; default: the first level.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used; a row overlaps the one of the same subject before it,
    /// leaves a gap, or is in another state than that one ended in (the message names subject and rows: <see cref="StateCheck"/> lists
    /// all); or a subject is in two groups.</exception>
    public static StateOccupancyCurves Fit(
        DataFrame data,
        string formula,
        string? id = null,
        string? istate = null,
        StateOccupancyOptions? options = null,
        string? weights = null,
        string? cluster = null,
        string? censored = null)
    {
        options ??= new StateOccupancyOptions();
        ConfidenceLevel.Check(options.Level);
        Choice.Check(options.ConfidenceType);
        if (options.StartTime is { } time && !double.IsFinite(time))
        {
            throw new SurvivalDataException("A start time that is not finite was given; a time was expected.");
        }

        StateRows rows = StateRows.Read(
            data, formula, id, istate, options.InitialState, options.JoinNearTies, weights, cluster, censored);
        if (StateProblems.Find(rows) is [var problem, ..])
        {
            throw new SurvivalDataException(problem.Sentence);
        }

        int startState = options.StartState is { } state ? rows.States.IndexOf(state) : -1;
        if (options.StartState is not null && startState < 0)
        {
            throw new SurvivalDataException(
                $"There is no state \"{options.StartState}\" in {formula}; one of {string.Join(", ", rows.States)} was expected.");
        }

        Grouping groups = Grouping.ByAllTerms(rows.Frame);
        SubjectGroups.Check(rows.Frame, groups, rows.Subjects, row => rows.Names[row]);

        // As R, mean times count from 0, or the first time where that is before it.
        double first = Math.Min(0, rows.Frame.Response.IsCounting ? rows.Start.Min() : rows.Stop.Min());
        return new StateOccupancyCurves(
            formula,
            [
                .. groups.Members.Select((members, g) =>
                {
                    StateGroup group = StateGroup.Of(rows, members, options.StartTime);
                    return group.ByStop.Length == 0
                        ? throw new SurvivalDataException(FormattableString.Invariant(
                            $"No row of the group {groups.Names[g]} ends at {options.StartTime} or later; an earlier start was expected."))
                        : new StateOccupancyCurve(
                            groups.Names[g], group, rows.States, startState, options.StartTime ?? first, options);
                }),
            ],
            rows.Frame.OmittedRows,
            rows.Frame.Weightless,
            [.. StateCheckResult.Of(formula, rows).Cautions]);
    }
}

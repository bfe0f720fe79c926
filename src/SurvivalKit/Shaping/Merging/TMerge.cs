using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Puts baseline data, events and time-dependent covariates together into rows (start, stop], one for each time in which all
/// values of a subject are constant; as R's <c>tmerge</c>.</summary>
/// <remarks>
/// Immutable: each step gives a new merge. A covariate measured at t holds in the interval that starts at t, an event at t belongs to
/// the interval that stops at t. Look at <see cref="Counts"/> before using the data: events that are late, in a gap or leading
/// happened when nobody was at risk, and are not in the result.
/// </remarks>
/// <example><code>
/// TMerge merged = TMerge.Start(patients, "id", stop: "futime")
///     .Event("death", patients, "futime", "status")
///     .Tdc("bili", visits, "day", "bili")
///     .CumEvent("infection", infections, "day");
/// Console.WriteLine(merged.Counts);
/// var fit = CoxModel.Fit(merged.Frame, "Surv(tstart, tstop, death) ~ log(bili)");
/// </code></example>
public sealed partial class TMerge
{
    private readonly string _id;
    private readonly TMergeOptions _options;
    private readonly MergeSpan _span;
    private readonly Dictionary<string, int> _subjects;
    private readonly double[]? _origins;

    private TMerge(string id, TMergeOptions options, DataFrame frame, Dictionary<string, int> subjects, double[]? origins, MergeSpan span)
    {
        _id = id;
        _options = options;
        _subjects = subjects;
        _origins = origins;
        _span = span;
        Frame = frame;
        Counts = new TMergeCounts([]);
    }

    /// <summary>The merged rows: the columns of the baseline, tstart, tstop, and a column for each variable.</summary>
    public DataFrame Frame { get; }

    /// <summary>Where the times of each variable lay.</summary>
    public TMergeCounts Counts { get; private init; }

    /// <summary>What to know before the data are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; private init; } = [];

    private ImmutableDictionary<string, object> Events { get; init; } = ImmutableDictionary<string, object>.Empty;

    private ImmutableHashSet<string> Covariates { get; init; } = [];

    /// <summary>Starts a merge with the time at risk of each subject.</summary>
    /// <param name="baseline">A row for each subject; or, with <paramref name="start"/>, rows (start, stop] one after the other.</param>
    /// <param name="id">The column that names the subject, here and in all data that are merged.</param>
    /// <param name="stop">The end of each row's time at risk: a column or an expression, as R's tstop.</param>
    /// <param name="start">Its start; <see langword="null"/>: 0. R's tstart.</param>
    /// <param name="options">Names, delay, missing values, dates; <see langword="null"/>: R's defaults.</param>
    /// <exception cref="SurvivalDataException">An id is missing or twice there, a time is missing, or a stop is not after its start: the
    /// message names the row.</exception>
    public static TMerge Start(DataFrame baseline, string id, string stop, string? start = null, TMergeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(stop);
        options ??= new TMergeOptions();
        if (!(options.Delay >= 0 && double.IsFinite(options.Delay)))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"A delay of {options.Delay} was given; a time of 0 or more was expected."));
        }

        (Dictionary<string, int> subjects, MergeSpan span, int[] order, double[]? origins) =
            MergeStart.Read(baseline, id, stop, start, options);
        DataFrame rows = MergeStart.WithTimes(
            new DataFrame(baseline.Columns.Select(column => FrameRows.Take(column, order))), span, options);
        SurvivalData.Derive(rows, baseline, order, "merged");
        return new TMerge(id, options, rows, subjects, origins, span);
    }

    /// <summary>Adds a covariate that changes with time: each value holds from its time to the next.</summary>
    /// <param name="name">The name of the new column; an earlier covariate of this name is updated.</param>
    /// <param name="data">The observations, any number for a subject.</param>
    /// <param name="time">Their times: a column or an expression.</param>
    /// <param name="value">Their values; <see langword="null"/>: 0 before the first time, 1 from it on.</param>
    /// <param name="initial">The value before the first; <see langword="null"/>: that of the options.</param>
    /// <exception cref="SurvivalDataException">A column is not there, an id is missing, a time cannot be read, or the name is that of an
    /// event.</exception>
    public TMerge Tdc(string name, DataFrame data, string time, string? value = null, object? initial = null) =>
        Merged(name, data, time, value, delays: true, (merge, step) => merge.WithCovariate(step, initial));

    /// <summary>Adds a running sum: 0, or the initial value, before the first time.</summary>
    /// <param name="name">The name of the new column; numbers there are added to.</param>
    /// <param name="data">The observations.</param>
    /// <param name="time">Their times: a column or an expression.</param>
    /// <param name="value">What each adds; <see langword="null"/>: 1.</param>
    /// <param name="initial">The sum before the first where values are given; <see langword="null"/>: that of the options.</param>
    /// <exception cref="SurvivalDataException">As for <see cref="Tdc"/>; or a value is no number.</exception>
    public TMerge CumTdc(string name, DataFrame data, string time, string? value = null, double? initial = null) =>
        Merged(name, data, time, value, delays: true, (merge, step) => merge.WithRunningSum(step, initial));

    /// <summary>Adds events: the value stands in the row that stops at the event's time, and elsewhere what means no event: 0, FALSE, an
    /// empty text, the first level of a factor.</summary>
    /// <param name="name">The name of the new column; an earlier event of this name is added to.</param>
    /// <param name="data">The events, any number for a subject.</param>
    /// <param name="time">Their times: a column or an expression.</param>
    /// <param name="value">Their kinds; <see langword="null"/>: 1.</param>
    /// <exception cref="SurvivalDataException">As for <see cref="Tdc"/>; or the name is that of a covariate.</exception>
    public TMerge Event(string name, DataFrame data, string time, string? value = null) =>
        Merged(name, data, time, value, delays: false, (merge, step) => merge.WithEvents(step, isCumulative: false));

    /// <summary>Adds numbered events: 1 at a subject's first, 2 at the second.</summary>
    /// <param name="name">The name of the new column.</param>
    /// <param name="data">The events.</param>
    /// <param name="time">Their times: a column or an expression.</param>
    /// <param name="value">What each counts; <see langword="null"/>: 1.</param>
    /// <exception cref="SurvivalDataException">As for <see cref="Event"/>; or a value is no number.</exception>
    public TMerge CumEvent(string name, DataFrame data, string time, string? value = null) =>
        Merged(name, data, time, value, delays: false, (merge, step) => merge.WithEvents(step, isCumulative: true));
}

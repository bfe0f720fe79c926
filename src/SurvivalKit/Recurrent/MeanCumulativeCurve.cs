using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The mean cumulative function of one group: the mean number of events of a subject by each time.</summary>
/// <remarks>All lists have the same length: an element for each distinct time at which rows end. The mean is 0 before the first time, and
/// right-continuous.</remarks>
public sealed class MeanCumulativeCurve : IResult
{
    internal MeanCumulativeCurve(string group, SampleRows rows, MeanCumulativeOptions options)
    {
        Group = group;
        Options = options;
        Estimate = MeanCumulativeEstimate.Of(rows, HasTerminal);
        Rows = rows;
        Mean = ImmutableCollectionsMarshal.AsImmutableArray(Estimate.Mean);
        StandardError = [.. Estimate.Variance.Select(Math.Sqrt)];
        (Lower, Upper) = HazardLimits.Compute(Mean.AsSpan(), StandardError.AsSpan(), options.ConfidenceType, options.Level);
    }

    /// <summary>The group, <c>rx=1</c>; <c>all</c> where the formula names none.</summary>
    public string Group { get; }

    /// <summary>The options of the fit.</summary>
    public MeanCumulativeOptions Options { get; }

    /// <summary>Whether events can end: the mean is then that of all subjects, the dead ones too.</summary>
    public bool HasTerminal => !Options.Terminal.IsDefaultOrEmpty;

    /// <summary>The number of subjects.</summary>
    public int Subjects => Estimate.Table.Observations;

    /// <summary>The distinct times at which rows end, increasing.</summary>
    public ImmutableArray<double> Time => Estimate.Table.Time;

    /// <summary>The (weighted) number at risk just before each time.</summary>
    public ImmutableArray<double> AtRisk => Estimate.Table.AtRisk;

    /// <summary>The (weighted) number of events at each time.</summary>
    public ImmutableArray<double> Events => Estimate.Table.Events;

    /// <summary>The (weighted) number of terminal events at each time.</summary>
    public ImmutableArray<double> TerminalEvents => ImmutableCollectionsMarshal.AsImmutableArray(Estimate.Terminal);

    /// <summary>The (weighted) number of events.</summary>
    public double EventTotal => Events.Sum();

    /// <summary>The (weighted) number of terminal events.</summary>
    public double TerminalTotal => TerminalEvents.Sum();

    /// <summary>The mean number of events by each time; without terminal events R's <c>cumhaz</c>.</summary>
    public ImmutableArray<double> Mean { get; }

    /// <summary>Its standard error, over subjects; without terminal events R's <c>std.chaz</c> of <c>survfit(..., id,
    /// cluster)</c>.</summary>
    public ImmutableArray<double> StandardError { get; }

    /// <summary>The lower pointwise confidence limit; 0 before the first event.</summary>
    public ImmutableArray<double> Lower { get; }

    /// <summary>The upper pointwise confidence limit; 0 before the first event.</summary>
    public ImmutableArray<double> Upper { get; }

    /// <summary>The probability of no terminal event by each time; 1 where the fit has none.</summary>
    public ImmutableArray<double> Survival => ImmutableCollectionsMarshal.AsImmutableArray(Estimate.Survival);

    /// <summary>The mean number of events by given times; beyond the last time it stays constant.</summary>
    /// <param name="times">The times; the result is in increasing order of time.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public ImmutableArray<MeanCumulativePoint> At(params IEnumerable<double> times) =>
    [
        .. StepLookup.Places(Time, AtRisk, Events, Events, times).Select(at => at.Row < 0
            ? new MeanCumulativePoint(at.Time, at.AtRisk, at.Events, 0, 0, 0, 0)
            : new(at.Time, at.AtRisk, at.Events, Mean[at.Row], StandardError[at.Row], Lower[at.Row], Upper[at.Row])),
    ];

    /// <summary>A row for each time, as that of several groups.</summary>
    public DataFrame ToDataFrame() => MeanCumulativeTables.Frame([this], null);

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [MeanCumulativeTables.Summary([this], "")];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => MeanCumulativeTables.Record([this], "", []);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();

    internal SampleRows Rows { get; }

    internal MeanCumulativeEstimate Estimate { get; }

    internal MeanCumulativePoint Step(int i) => new(Time[i], AtRisk[i], Events[i], Mean[i], StandardError[i], Lower[i], Upper[i]);
}

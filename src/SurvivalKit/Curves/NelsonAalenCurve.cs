using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The cumulative hazard of one group: a row for each distinct time at which observations end.</summary>
/// <remarks>All lists have the same length. The cumulative hazard is 0 before the first time, and right-continuous.</remarks>
public sealed class NelsonAalenCurve : IResult
{
    private readonly RiskTable _table;

    internal NelsonAalenCurve(string group, SampleRows rows, NelsonAalenOptions options)
    {
        Group = group;
        Options = options;
        IsRobust = rows.Sample.IsRobust;
        _table = RiskTable.Count(rows);
        HazardColumns columns = HazardColumns.Compute(_table, rows, options.Method);
        CumulativeHazard = columns.Hazard;
        StandardError = columns.StandardError;
        (Lower, Upper) = HazardLimits.Compute(CumulativeHazard.AsSpan(), StandardError.AsSpan(), options.ConfidenceType, options.Level);
    }

    /// <summary>The group, <c>sex=1</c> or <c>sex=1, ph.ecog=0</c>; <c>all</c> where the formula names none.</summary>
    public string Group { get; }

    /// <summary>The number of observations in the group (rows, whatever their weights).</summary>
    public int Observations => _table.Observations;

    /// <summary>The (weighted) number of events in the group.</summary>
    public double EventTotal => Events.Sum();

    /// <summary>The distinct times at which observations end, increasing.</summary>
    public ImmutableArray<double> Time => _table.Time;

    /// <summary>The (weighted) number at risk just before each time.</summary>
    public ImmutableArray<double> AtRisk => _table.AtRisk;

    /// <summary>The (weighted) number of events at each time.</summary>
    public ImmutableArray<double> Events => _table.Events;

    /// <summary>The (weighted) number censored at each time.</summary>
    public ImmutableArray<double> Censored => _table.Censored;

    /// <summary>The cumulative hazard up to and including each time.</summary>
    public ImmutableArray<double> CumulativeHazard { get; }

    /// <summary>The standard error of the cumulative hazard: the root of sum d/n^2 (Aalen 1978), or the jackknife's where
    /// <see cref="IsRobust"/>.</summary>
    public ImmutableArray<double> StandardError { get; }

    /// <summary>The lower pointwise confidence limit; 0 before the first event.</summary>
    public ImmutableArray<double> Lower { get; }

    /// <summary>The upper pointwise confidence limit; 0 before the first event.</summary>
    public ImmutableArray<double> Upper { get; }

    /// <summary>Whether standard errors are those of the infinitesimal jackknife.</summary>
    public bool IsRobust { get; }

    /// <summary>The options of the fit.</summary>
    public NelsonAalenOptions Options { get; }

    /// <summary>The cumulative hazard at given times; beyond the last time it stays constant.</summary>
    /// <param name="times">The times; the result is in increasing order of time.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public ImmutableArray<HazardEstimate> At(params IEnumerable<double> times) => StepLookup.At(this, times);

    /// <summary>A row for each time, as that of several curves.</summary>
    public DataFrame ToDataFrame() => CurveFrame.Build([this]);

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [CurveTables.Summary([this], "", 0)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => CurveRecords.Write([this], "", 0);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}

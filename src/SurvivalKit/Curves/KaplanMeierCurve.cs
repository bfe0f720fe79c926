using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The Kaplan-Meier curve of one group: a row for each distinct time at which observations end.</summary>
/// <remarks>All lists have the same length. The curve is 1 before the first time, and right-continuous.</remarks>
public sealed class KaplanMeierCurve : IResult
{
    private readonly SampleRows _rows;
    private readonly RiskTable _table;
    private HazardColumns? _hazard;

    internal KaplanMeierCurve(string group, SampleRows rows, KaplanMeierOptions options)
    {
        Group = group;
        Options = options;
        _rows = rows;
        _table = RiskTable.Count(rows);
        SurvivalColumns columns = options.SurvivalMethod == SurvivalMethod.ProductLimit
            ? ProductLimit.Columns(_table, rows, options.ConfidenceType, options.Level)
            : SurvivalColumns.OfHazard(Hazard, options.ConfidenceType, options.Level);
        Survival = columns.Survival;
        StandardError = columns.StandardError;
        Lower = columns.Lower;
        Upper = columns.Upper;
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

    /// <summary>The probability of surviving beyond each time (Kaplan and Meier 1958).</summary>
    public ImmutableArray<double> Survival { get; }

    /// <summary>The standard error of the survival: Greenwood's, which is not a number once the survival is 0;
    /// where <see cref="IsRobust"/> the jackknife's, which is 0 there.</summary>
    public ImmutableArray<double> StandardError { get; }

    /// <summary>The lower pointwise confidence limit; not a number where its scale has none.</summary>
    public ImmutableArray<double> Lower { get; }

    /// <summary>The upper pointwise confidence limit; not a number where its scale has none.</summary>
    public ImmutableArray<double> Upper { get; }

    /// <summary>The cumulative hazard up to each time, by <see cref="KaplanMeierOptions.HazardMethod"/>; R's <c>cumhaz</c>.</summary>
    public ImmutableArray<double> CumulativeHazard => Hazard.Hazard;

    /// <summary>The standard error of the cumulative hazard; R's <c>std.chaz</c>.</summary>
    public ImmutableArray<double> CumulativeHazardError => Hazard.StandardError;

    /// <summary>Whether standard errors are those of the infinitesimal jackknife: <see cref="KaplanMeierOptions.Robust"/>.</summary>
    public bool IsRobust => _rows.Sample.IsRobust;

    /// <summary>The options of the fit.</summary>
    public KaplanMeierOptions Options { get; }

    /// <summary>The median survival time with its interval: <see cref="Quantile"/> of one half.</summary>
    /// <remarks>R's <c>quantile.survfit</c> is followed. Where the curve is flat at one half to its end, as after the third of six
    /// deaths with no later one, that is the middle of the flat part up to the last time; R's <c>print.survfit</c> (by
    /// <c>survmean</c>) gives the beginning of the flat part there. One rule for all quantiles, flat parts within the curve and at
    /// its end alike, is why the former is taken; on a flat part that another event ends, both functions of R agree.</remarks>
    public QuantileEstimate Median => Quantile(0.5);

    /// <summary>The time by which a fraction of the group has had the event, with the Brookmeyer-Crowley interval
    /// read off the limits.</summary>
    /// <param name="probability">The fraction, between 0 and 1.</param>
    /// <remarks>Where the curve is flat at the level, the middle of the flat part, as R's <c>quantile.survfit</c>. Where a limit rises
    /// again after it has crossed the level, the first crossing is used; R's <c>quantile</c> sorts the limits there.</remarks>
    /// <exception cref="SurvivalDataException">The fraction is not between 0 and 1.</exception>
    public QuantileEstimate Quantile(double probability)
    {
        StepQuantile.Check(probability);
        return new(
            probability,
            StepQuantile.Find(Time.AsSpan(), Survival.AsSpan(), probability),
            StepQuantile.Find(Time.AsSpan(), Lower.AsSpan(), probability),
            StepQuantile.Find(Time.AsSpan(), Upper.AsSpan(), probability));
    }

    /// <summary>The curve at given times, as R's <c>summary(fit, times, extend = TRUE)</c>; beyond the last time it stays
    /// constant.</summary>
    /// <param name="times">The times; the result is in increasing order of time.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public ImmutableArray<SurvivalEstimate> At(params IEnumerable<double> times) => StepLookup.At(this, times);

    /// <summary>The mean survival time up to a horizon, with its standard error, as R's <c>print(fit, rmean = horizon)</c>.</summary>
    /// <param name="horizon">The horizon, positive.</param>
    /// <exception cref="SurvivalDataException">The horizon is not a positive time.</exception>
    public RestrictedMean RestrictedMean(double horizon) => RestrictedMeanOfSteps.Compute(this, horizon);

    /// <summary>A confidence band: limits that hold simultaneously over a range of times, not pointwise.</summary>
    /// <param name="type">The kind of band.</param>
    /// <param name="options">The range of times, scale and level; <see langword="null"/>: from the first event on,
    /// and those of the fit.</param>
    /// <exception cref="SurvivalDataException">The errors are robust, or the curve has no event in the range
    /// before it reaches 0.</exception>
    /// <exception cref="SurvivalDataException">The range ends before it begins, or the level is not between 0 and 1.</exception>
    public ConfidenceBand Band(BandType type, BandOptions? options = null) =>
        ConfidenceBand.Compute(this, type, options ?? new BandOptions());

    /// <summary>The distribution of follow-up: events and censorings exchanged, the reverse Kaplan-Meier estimate (Schemper and Smith
    /// 1996).</summary>
    /// <remarks>Rows split at changes of a covariate end without being censored: give one row per subject.</remarks>
    public KaplanMeierCurve FollowUp() => new(Group, _rows with { Sample = _rows.Sample.Reversed() }, Options);

    /// <summary>The median follow-up with its interval: the median time under observation if nobody had had the event.</summary>
    public QuantileEstimate MedianFollowUp => FollowUp().Median;

    /// <summary>A row for each time, as that of several curves.</summary>
    public DataFrame ToDataFrame() => CurveFrame.Build([this]);

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [CurveTables.Summary([this], "", 0)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => CurveRecords.Write([this], "", 0, new());

    /// <inheritdoc/>
    public override string ToString() => this.ToText();

    internal SampleRows Rows => _rows;

    // Computed on first use; concurrent threads compute the same value.
    private HazardColumns Hazard => _hazard ??= HazardColumns.Compute(_table, _rows, Options.HazardMethod);
}

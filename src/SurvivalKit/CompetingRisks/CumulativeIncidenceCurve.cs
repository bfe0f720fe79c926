using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The incidences of the competing causes in one group, and the survival free of any event: they sum to 1 at each time.</summary>
/// <remarks>All lists have the same length: an element for each distinct time at which observations end.</remarks>
public sealed class CumulativeIncidenceCurve : IResult
{
    internal CumulativeIncidenceCurve(string group, SampleRows rows, CumulativeIncidenceOptions options)
    {
        Group = group;
        Options = options;
        Estimate = AalenJohansen.Estimate(rows);
        Rows = rows;
        RiskTable table = Estimate.Table;
        SurvivalColumns free = SurvivalColumns.OfLogVariance(
            Estimate.Survival,
            Jackknife.Variance(rows, table, HazardInfluence.OfProductLimit(table)),
            isRobust: true,
            options.ConfidenceType,
            options.Level);
        (Survival, SurvivalError, SurvivalLower, SurvivalUpper) = (free.Survival, free.StandardError, free.Lower, free.Upper);
        Causes = [.. rows.Sample.Response.Causes.Select((name, cause) => new CauseIncidence(this, name, cause))];
    }

    /// <summary>The group, <c>sex=1</c> or <c>sex=1, ph.ecog=0</c>; <c>all</c> where the formula names none.</summary>
    public string Group { get; }

    /// <summary>The options of the fit.</summary>
    public CumulativeIncidenceOptions Options { get; }

    /// <summary>The number of observations in the group; of subjects, where the fit knows them.</summary>
    public int Observations => Estimate.Table.Observations;

    /// <summary>The distinct times at which observations end, increasing.</summary>
    public ImmutableArray<double> Time => Estimate.Table.Time;

    /// <summary>The (weighted) number at risk just before each time.</summary>
    public ImmutableArray<double> AtRisk => Estimate.Table.AtRisk;

    /// <summary>The (weighted) number censored at each time.</summary>
    public ImmutableArray<double> Censored => Estimate.Table.Censored;

    /// <summary>The incidence of each cause, in the order of the status's levels.</summary>
    public ImmutableArray<CauseIncidence> Causes { get; }

    /// <summary>The probability of no event of any cause by each time: Kaplan and Meier's; R's state <c>(s0)</c>.</summary>
    public ImmutableArray<double> Survival { get; }

    /// <summary>The standard error of the survival.</summary>
    public ImmutableArray<double> SurvivalError { get; }

    /// <summary>The lower pointwise confidence limit of the survival; not a number where its scale has none.</summary>
    public ImmutableArray<double> SurvivalLower { get; }

    /// <summary>The upper pointwise confidence limit of the survival; not a number where its scale has none.</summary>
    public ImmutableArray<double> SurvivalUpper { get; }

    /// <summary>The incidence of a cause by its name.</summary>
    /// <param name="cause">The name: a level of the status.</param>
    /// <exception cref="SurvivalDataException">There is no such cause; the message lists those there are.</exception>
    public CauseIncidence this[string cause] => Causes.FirstOrDefault(candidate => candidate.Cause == cause)
        ?? throw new SurvivalDataException(
            $"There is no cause \"{cause}\"; the fit has {string.Join("; ", Causes.Select(candidate => candidate.Cause))}.");

    /// <summary>A row for each cause and time, as that of several groups.</summary>
    public DataFrame ToDataFrame() => IncidenceFrame.Build([this]);

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [IncidenceTables.Summary([this], "", 0)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => IncidenceRecords.Write([this], "", 0, null, new());

    /// <inheritdoc/>
    public override string ToString() => this.ToText();

    internal SampleRows Rows { get; }

    internal AalenJohansen Estimate { get; }

    internal static ImmutableArray<double> Share(double[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}

using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Cumulative incidences by group, in the order of the groups' levels: <see cref="CumulativeIncidence"/>.</summary>
public sealed class CumulativeIncidenceCurves : IReadOnlyList<CumulativeIncidenceCurve>, IResult
{
    internal CumulativeIncidenceCurves(
        string formula, ImmutableArray<CumulativeIncidenceCurve> curves, int omitted, CumulativeIncidenceOptions options)
    {
        Formula = formula;
        Curves = curves;
        Omitted = omitted;
        Options = options;
    }

    /// <summary>The formula of the fit.</summary>
    public string Formula { get; }

    /// <summary>The groups, in the order of their levels.</summary>
    public ImmutableArray<CumulativeIncidenceCurve> Curves { get; }

    /// <summary>The options of the fit.</summary>
    public CumulativeIncidenceOptions Options { get; }

    /// <summary>The level of the status that was taken as censoring.</summary>
    public string? Censored { get; internal init; }

    /// <summary>The number of observations used; of subjects, where the fit knows them.</summary>
    public int Observations => Curves.Sum(curve => curve.Observations);

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; }

    /// <summary>The number of rows left out because their weight is 0; part of <see cref="Omitted"/>.</summary>
    public int Weightless { get; internal init; }

    /// <summary>What to know of the data before the numbers are used, a sentence each: <see cref="ModelFrame.Cautions"/>, and the causes
    /// that have no event.</summary>
    public ImmutableArray<string> Cautions { get; internal init; } = [];

    /// <inheritdoc/>
    public int Count => Curves.Length;

    /// <inheritdoc/>
    public CumulativeIncidenceCurve this[int index] => Curves[index];

    /// <summary>The incidences of a group by its name, <c>sex=1</c>, or by its level alone where there is one grouping variable,
    /// <c>1</c>.</summary>
    /// <param name="group">The name.</param>
    /// <exception cref="SurvivalDataException">There is no such group; the message lists those there are.</exception>
    public CumulativeIncidenceCurve this[string group] => Curves[GroupNames.IndexOf([.. Curves.Select(curve => curve.Group)], group)];

    /// <summary>The incidences with values at given times, quantiles and mean times lost.</summary>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">A fraction is not between 0 and 1, or the horizon is not a positive time.</exception>
    public CumulativeIncidenceSummary Summary(CumulativeIncidenceSummaryOptions? options = null) => new(this, options ?? new());

    /// <summary>A row for each group, cause and time: group, cause, time, at_risk, events, incidence, se, lower, upper.</summary>
    public DataFrame ToDataFrame() => IncidenceFrame.Build(Curves);

    /// <summary>The incidences at given times: group, cause, time, at_risk, events, incidence, se, lower, upper.</summary>
    /// <param name="times">The times, in any order.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public DataFrame ToDataFrame(IEnumerable<double> times) => IncidenceFrame.Build(Curves, [.. times]);

    /// <summary>A row for each group and cause: n, events, and the incidence at the last time with its interval.</summary>
    public ImmutableArray<TableModel> ToTables() => [IncidenceTables.Summary(Curves, Formula, Omitted, Weightless, Censored, Cautions)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => IncidenceRecords.Write(Curves, Formula, Omitted, Censored, new());

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<CumulativeIncidenceCurve> GetEnumerator() => ((IEnumerable<CumulativeIncidenceCurve>)Curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

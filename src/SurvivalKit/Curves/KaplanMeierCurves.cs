using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A Kaplan-Meier fit: one curve for each group of the formula, in the order of the groups' levels.</summary>
public sealed class KaplanMeierCurves : IReadOnlyList<KaplanMeierCurve>, IResult
{
    internal KaplanMeierCurves(string formula, ImmutableArray<KaplanMeierCurve> curves, int omitted, KaplanMeierOptions options)
    {
        Formula = formula;
        Curves = curves;
        Omitted = omitted;
        Options = options;
    }

    /// <summary>The formula of the fit.</summary>
    public string Formula { get; }

    /// <summary>The curves, in the order of the groups' levels.</summary>
    public ImmutableArray<KaplanMeierCurve> Curves { get; }

    /// <summary>What to know of the data before the numbers are used, a sentence each: <see cref="ModelFrame.Cautions"/>.</summary>
    public ImmutableArray<string> Cautions { get; internal init; } = [];

    /// <summary>The number of rows left out because their weight is 0; part of <see cref="Omitted"/>.</summary>
    public int Weightless { get; internal init; }

    /// <summary>The number of observations used; of subjects, where the fit knows them.</summary>
    public int Observations => Curves.Sum(curve => curve.Observations);

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; }

    /// <summary>The options of the fit.</summary>
    public KaplanMeierOptions Options { get; }

    /// <summary>The simultaneous confidence band of each curve: <see cref="KaplanMeierCurve.Band"/>.</summary>
    /// <param name="type">The kind of the bands.</param>
    /// <param name="options">Their range, scale and level; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">A curve has no event in the range, or an option cannot be used.</exception>
    public ConfidenceBands Bands(BandType type, BandOptions? options = null) =>
        new([.. Curves.Select(curve => (curve.Group, curve.Band(type, options)))]);

    /// <inheritdoc/>
    public int Count => Curves.Length;

    /// <inheritdoc/>
    public KaplanMeierCurve this[int index] => Curves[index];

    /// <summary>The curve of a group by its name, <c>sex=1</c>, or by its level alone where there is one grouping
    /// variable, <c>1</c>.</summary>
    /// <param name="group">The name.</param>
    /// <exception cref="SurvivalDataException">There is no such group; the message lists those there are.</exception>
    public KaplanMeierCurve this[string group] => Curves[GroupNames.IndexOf([.. Curves.Select(curve => curve.Group)], group)];

    /// <summary>The restricted means of the groups compared: differences and ratios with intervals and P, at the
    /// fit's confidence level.</summary>
    /// <param name="horizon">The horizon (tau), positive, in the unit of the data.</param>
    /// <param name="reference">The group that the others are compared with, by its name or level;
    /// <see langword="null"/>: the first.</param>
    /// <exception cref="SurvivalDataException">There is only one group, or no group of that name.</exception>
    /// <exception cref="SurvivalDataException">The horizon is not a positive time.</exception>
    public RestrictedMeanComparison CompareRestrictedMeans(double horizon, string? reference = null) =>
        RestrictedMeanComparison.Compare(this, horizon, reference);

    /// <summary>The distributions of follow-up: events and censorings exchanged, the reverse Kaplan-Meier estimate (Schemper and Smith
    /// 1996). Their medians are the median follow-up by group.</summary>
    public KaplanMeierCurves FollowUp()
    {
        SurvivalSample reversed = Curves[0].Rows.Sample.Reversed();
        return new(Formula, [
            .. Curves.Select(curve => new KaplanMeierCurve(curve.Group, curve.Rows with { Sample = reversed }, Options))
        ], Omitted, Options)
        {
            Weightless = Weightless,
        };
    }

    /// <summary>All rows of all curves: group, time, at_risk, events, censored, survival, se, lower, upper.</summary>
    public DataFrame ToDataFrame() => CurveFrame.Build(Curves);

    /// <summary>The curves at given times: group, time, at_risk, events, censored, survival, se, lower, upper.</summary>
    /// <param name="times">The times, in any order.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public DataFrame ToDataFrame(IEnumerable<double> times) => CurveFrame.Build(Curves, [.. times]);

    /// <summary>The curves with values at given times, quantiles and restricted means, as R's <c>summary(fit, times)</c>.</summary>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">A fraction is not between 0 and 1, or the horizon is not a positive time.</exception>
    public KaplanMeierSummary Summary(KaplanMeierSummaryOptions? options = null) => new(this, options ?? new());

    /// <summary>A row for each group: n, events, median and its interval.</summary>
    public ImmutableArray<TableModel> ToTables() => [CurveTables.Summary(Curves, Formula, Omitted, Weightless, Cautions)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => CurveRecords.Write(Curves, Formula, Omitted, new());

    /// <summary>The summary a statistician expects: a row for each group with n, events, median and its interval.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<KaplanMeierCurve> GetEnumerator() => ((IEnumerable<KaplanMeierCurve>)Curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

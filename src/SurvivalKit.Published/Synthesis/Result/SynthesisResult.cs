using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>A synthetic cohort with its value for every printed figure; immutable.</summary>
public sealed class SynthesisResult : IResult
{
    internal SynthesisResult(Cohort cohort, StudyAudit audit, SynthesisOptions options, SearchSummary search)
    {
        (Cohort, Audit, Options, Search) = (cohort, audit, options, search);
        Figures = SynthesisFigures.Compare(cohort, audit);
    }

    /// <summary>The cohort.</summary>
    public Cohort Cohort { get; }

    /// <summary>The audit that decided what to leave out, made without the cohort.</summary>
    public StudyAudit Audit { get; }

    /// <summary>The options of the search.</summary>
    public SynthesisOptions Options { get; }

    /// <summary>Every figure that the study prints of counts, means, medians, standard deviations, ranges, hazard
    /// ratios, intervals and tests of times and measurements, once each, in the order of the study file.</summary>
    public ImmutableArray<SynthesisFigure> Figures { get; }

    /// <summary>The figures that the search fitted and that are not printed the same.</summary>
    public ImmutableArray<SynthesisFigure> Missed => [.. Figures.Where(figure => figure is { PrintsSame: false, LeftOut: null })];

    /// <summary>The inconsistent figures, which no cohort can give.</summary>
    public ImmutableArray<SynthesisFigure> LeftOut => [.. Figures.Where(figure => figure.LeftOut is not null)];

    /// <summary>The readings that were tried, where the study file leaves some open and figures were missed: how many figures a short
    /// search
    /// misses under each; otherwise empty.</summary>
    /// <remarks>The study of <see cref="Cohort"/> has the readings that were taken: the cohort is to be checked by them.</remarks>
    public ImmutableArray<ReadingTrial> Readings { get; private init; } = [];

    /// <summary>Whether the time limit ended the search.</summary>
    public bool WasStopped => Search.WasStopped;

    internal SearchSummary Search { get; }

    /// <summary>How many figures a whole search by the readings that were not taken missed; null where there was none.</summary>
    internal int? MissedOtherwise { get; private init; }

    /// <summary>A frame with a row a figure: id, printed, reached, distance, prints_same, rule, left_out.</summary>
    public DataFrame ToDataFrame() => new(
        Text("id", figure => figure.Claim.Id),
        Text("printed", figure => figure.Claim.Printed),
        new DoubleDataFrameColumn("reached", Figures.Select(figure => figure.Judgement.Computed)),
        new DoubleDataFrameColumn("distance", Figures.Select(figure => figure.Distance)),
        new BooleanDataFrameColumn("prints_same", Figures.Select(figure => figure.PrintsSame)),
        Text("rule", figure => figure.Rule?.ToString()),
        Text("left_out", figure => figure.LeftOut));

    /// <summary>What was sought, what was taken for granted, what does not print the same and how near it is,
    /// and what was left out.</summary>
    public ImmutableArray<TableModel> ToTables() => SynthesisTables.Build(this);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => SynthesisTables.RecordOf(this);

    /// <summary>The tables as text.</summary>
    public override string ToString() => this.ToText();

    /// <summary>The same result with the readings that were tried.</summary>
    /// <param name="readings">What short searches missed.</param>
    /// <param name="missedOtherwise">What the whole search by the readings that were not taken missed, where there was one.</param>
    internal SynthesisResult With(ImmutableArray<ReadingTrial> readings, int? missedOtherwise) =>
        new(Cohort, Audit, Options, Search) { Readings = readings, MissedOtherwise = missedOtherwise };

    private StringDataFrameColumn Text(string name, Func<SynthesisFigure, string?> value) => new(name, Figures.Select(value));
}

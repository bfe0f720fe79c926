using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A fitted Cox model of recurrent events: <see cref="RecurrentModel"/>; immutable.</summary>
public sealed class RecurrentFit : IResult
{
    private readonly RecurrentColumns _names;

    internal RecurrentFit(
        string formula,
        RecurrentModelKind kind,
        RecurrentOptions options,
        CoxFit model,
        ImmutableArray<RecurrentCount> counts,
        RecurrentColumns names)
    {
        _names = names;
        Formula = formula;
        Kind = kind;
        Options = options;
        Model = model;
        Counts = counts;
    }

    /// <summary>The formula of the fit.</summary>
    public string Formula { get; }

    /// <summary>Which model it is.</summary>
    public RecurrentModelKind Kind { get; }

    /// <summary>The options of the fit.</summary>
    public RecurrentOptions Options { get; }

    /// <summary>The Cox model of the rows that this kind has: residuals, tests of proportionality, predictions. Its columns of time and
    /// event number are <c>at.risk.from</c>, <c>at.risk.to</c>, <c>has.event</c> and <c>event.number</c>.</summary>
    public CoxFit Model { get; }

    /// <summary>The number of subjects used.</summary>
    public int Subjects { get; internal init; }

    /// <summary>The number of events; in the model of Wei, Lin and Weissfeld too, each is counted once.</summary>
    public int Events => Counts.Sum(count => count.Events);

    /// <summary>The number of rows left out because a value is missing, or the weight is 0.</summary>
    public int Omitted { get; internal init; }

    /// <summary>How many are at risk of each event number and have it; for the Andersen-Gill model too, which has one baseline.</summary>
    public ImmutableArray<RecurrentCount> Counts { get; }

    /// <summary>How the fit ended.</summary>
    public FitStatus Status => Model.Status;

    /// <summary>The coefficients; errors, z, P and limits are robust.</summary>
    public ImmutableArray<CoxTerm> Terms => Model.Terms;

    /// <summary>The model in one row.</summary>
    public CoxGlance Glance => Model.Glance;

    /// <summary>The effects by event number, their average, and the test that they are the same; <see langword="null"/> where the fit has
    /// one effect for all events.</summary>
    public RecurrentEffects? EventEffects => Options.EffectsByEvent
        ? RecurrentEffects.Of(Model, _names, [.. Counts.Select(count => count.Number)])
        : null;

    /// <summary>What to know before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions => [.. DataCautions, .. Scarce(), .. Model.Cautions];

    internal ImmutableArray<string> DataCautions { get; init; } = [];

    internal int Weightless { get; init; }

    /// <summary>The coefficient of a name.</summary>
    /// <param name="term">The name, as <c>age</c> or <c>factor(sex)2</c>.</param>
    /// <exception cref="SurvivalDataException">The model has no such coefficient; the message lists those it has.</exception>
    public CoxTerm this[string term] => Model[term];

    /// <summary>The rows of the model with their predictions and residuals.</summary>
    public DataFrame Augment() => Model.Augment();

    /// <summary>The coefficients as a frame: term, coef, se, robust_se, z, p, hazard_ratio, lower, upper.</summary>
    public DataFrame ToDataFrame() => Model.ToDataFrame();

    /// <summary>A row for each coefficient, with the test of the model below; then the counts by event number, and the effects by event
    /// where the fit has them.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title(NameOf(Kind), Formula),
            Terms.IsEmpty
                ? []
                : [
                    new("term", TableAlignment.Left),
                    .. TableColumns.Numbers("coef", "se", "robust se", "z", "P", "HR"),
                    .. TableColumns.Limits(Options.Level),
                ],
            Terms.Select(CoxTables.Row),
            Terms.Any(term => term.IsEstimable)
                ? [
                    CoxTables.Line("Wald test, robust", Model.Wald),
                    .. Model.RobustScore is { } score ? (TableNote[])[CoxTables.Line(score.Test, score)] : [],
                ]
                : (TableNote[])[])
        {
            Lead =
            [
                FormattableString.Invariant($"n = {NumberText.Count(Subjects, "subject")}, events = {Events}, ties = {Options.Ties}."),
                .. ResultSentences.LeftOut(Omitted, Weightless),
            ],
            Cautions = Cautions,
        },
        new(
            "At risk of each event",
            [new("event", TableAlignment.Left), .. TableColumns.Numbers("subjects", "events")],
            Counts.Select(count => new TableRow(
            [
                FormattableString.Invariant($"{count.Number}{(count.Number == Options.PoolFrom ? " and later" : "")}"),
                TableCell.Number(count.Subjects, NumberKind.Count),
                TableCell.Number(count.Events, NumberKind.Count),
            ]))),
        .. EventEffects?.ToTables() ?? [],
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["model"] = Kind,
        ["n"] = Subjects,
        ["events"] = Events,
        ["omitted"] = Omitted,
        ["ties"] = Options.Ties,
        ["status"] = Status,
        ["iterations"] = Model.Iterations,
        ["logLikelihood"] = new ResultRecord { ["null"] = Model.NullLogLikelihood, ["model"] = Model.LogLikelihood },
        ["terms"] = Terms.Select(CoxRecords.OfTerm),
        ["tests"] = CoxRecords.OfTests(Model.LikelihoodRatio, Model.Wald, Model.Score, Model.RobustScore),
        ["byEvent"] = Counts.Select(count => new ResultRecord
        {
            ["event"] = count.Number,
            ["subjects"] = count.Subjects,
            ["events"] = count.Events,
        }),
        ["eventEffects"] = EventEffects?.ToRecord(),
        ["level"] = Options.Level,
        ["cautions"] = Cautions,
    };

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();

    private static string NameOf(RecurrentModelKind kind) => kind switch
    {
        RecurrentModelKind.AndersenGill => "Andersen-Gill model",
        RecurrentModelKind.PrenticeWilliamsPetersonTotalTime => "Prentice-Williams-Peterson model, total time",
        RecurrentModelKind.PrenticeWilliamsPetersonGapTime => "Prentice-Williams-Peterson model, gap time",
        _ => "Wei-Lin-Weissfeld model",
    };

    // A baseline of a few events tells little of an effect, and effects by event hardly exist there.
    private IEnumerable<string> Scarce()
    {
        const int Few = 10;
        if (Kind != RecurrentModelKind.AndersenGill
            && Counts.FirstOrDefault(count => count.Events < Few) is { Number: > 1 } scarce)
        {
            string remedy = Kind == RecurrentModelKind.WeiLinWeissfeld
                ? "a last event"
                : "a last event, or one from which on all are pooled,";
            yield return FormattableString.Invariant(
                $"Event {scarce.Number} happened {NumberText.Count(scarce.Events, "time")} only, and has a baseline of its own; {remedy} keeps such out.");
        }
    }
}

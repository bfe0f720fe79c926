using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The Cox models of competing causes: <see cref="CauseSpecificCox"/>; immutable.</summary>
public sealed class CauseSpecificFit : IResult
{
    private readonly int _weightless;

    internal CauseSpecificFit(string formula, CoxOptions options, ImmutableArray<CauseSpecificModel> causes, ModelFrame frame)
    {
        Formula = formula;
        Options = options;
        Causes = causes;
        Censored = frame.CensoringLevel!;
        Omitted = frame.Omitted;
        _weightless = frame.Weightless;
        Observations = frame.Values.Subjects is { Length: > 0 } subjects ? subjects.Distinct().Count() : frame.Response.Count;
        Cautions =
        [
            .. frame.Cautions,
            .. causes.SelectMany(cause => cause.Model.StatusSentence.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(sentence => $"{cause.Cause}: {sentence}")),
        ];
    }

    /// <summary>The formula of the fit.</summary>
    public string Formula { get; }

    /// <summary>The options of the models.</summary>
    public CoxOptions Options { get; }

    /// <summary>The model of each cause, in the order of the status's levels.</summary>
    public ImmutableArray<CauseSpecificModel> Causes { get; }

    /// <summary>The level of the status that was taken as censoring.</summary>
    public string Censored { get; }

    /// <summary>The number of observations used; of subjects, where the fit knows them.</summary>
    public int Observations { get; }

    /// <summary>The number of rows left out because a value was missing or the weight is 0.</summary>
    public int Omitted { get; }

    /// <summary>What to know before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; }

    /// <summary>The model of a cause.</summary>
    /// <param name="cause">The cause: a level of the status.</param>
    /// <exception cref="SurvivalDataException">There is no such cause; the message lists those there are.</exception>
    public CoxFit this[string cause] => Causes.FirstOrDefault(candidate => candidate.Cause == cause)?.Model
        ?? throw new SurvivalDataException(
            $"There is no cause \"{cause}\"; the fit has {string.Join("; ", Causes.Select(candidate => candidate.Cause))}.");

    /// <summary>The absolute risk of each cause for new observations by given times, as the documented defaults have it.</summary>
    /// <param name="newData">A frame with the columns that the terms of all causes name.</param>
    /// <param name="times">The times.</param>
    /// <exception cref="SurvivalDataException">As of <see cref="AbsoluteRisks(DataFrame, AbsoluteRiskOptions, double[])"/>.</exception>
    public AbsoluteRisks AbsoluteRisks(DataFrame newData, params double[] times) => AbsoluteRisks(newData, new(), times);

    /// <summary>The absolute risk of each cause for new observations by given times: the product integral of the hazards that the models
    /// predict, as R's <c>survfit</c> of a multi-state <c>coxph</c>; with errors of the delta method (Cheng, Fine and Wei 1998), which R
    /// does not give.</summary>
    /// <param name="newData">A frame with the columns that the terms of all causes name; for a row that names no stratum, the risks of
    /// every stratum.</param>
    /// <param name="options">Intervals.</param>
    /// <param name="times">The times.</param>
    /// <remarks>The part of the coefficients has their robust covariance where the fit is robust; that of the baselines is the
    /// model's.</remarks>
    /// <exception cref="SurvivalDataException">A column is missing, a level or stratum is unknown to the fit, a time is not a number, the
    /// models have different strata, or a coefficient is infinite.</exception>
    public AbsoluteRisks AbsoluteRisks(DataFrame newData, AbsoluteRiskOptions options, params double[] times)
    {
        ArgumentNullException.ThrowIfNull(newData);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(times);
        double level = options.Level ?? Options.Level;
        ConfidenceLevel.Check(level);
        Choice.Check(options.ConfidenceType);
        if (Causes.FirstOrDefault(cause => cause.Model.Basis.Limit is not null) is { } infinite)
        {
            throw new SurvivalDataException(
                $"Absolute risks are of finite coefficients, and that of {infinite.Model.AtFault.FirstOrDefault()} is infinite in the model of \"{infinite.Cause}\"; a fit by Firth's penalty was expected.");
        }

        CoxCurves[] curves = [.. Causes.Select(cause => cause.Model.Curves(newData))];
        ILookup<(int?, string), CoxCurve>[] byPlace = Array.ConvertAll(
            curves, own => own.ToLookup(curve => (curve.Row, curve.Stratum)));
        (int? Row, string Stratum)[] places = [.. curves[0].Select(curve => (curve.Row, curve.Stratum))];
        if (Array.Find(curves, own => !own.Select(curve => curve.Stratum).ToHashSet().SetEquals(places.Select(place => place.Stratum)))
            is not null && places.Length > 0 && curves.All(own => own.Count > 0))
        {
            throw new SurvivalDataException(
                $"The models of {Formula} have different strata by cause; the same were expected for absolute risks.");
        }

        ImmutableArray<string> causes = [.. Causes.Select(cause => cause.Cause)];
        CoxFit[] fits = [.. Causes.Select(cause => cause.Model)];
        ImmutableArray<AbsoluteRisk> risks =
        [
            .. places.Where(place => Array.TrueForAll(byPlace, own => own.Contains(place))).Select(place => new AbsoluteRisk(
                place.Row,
                place.Stratum,
                causes,
                new AbsoluteRiskSteps(Array.ConvertAll(byPlace, own => own[place].First().Point), fits),
                options.ConfidenceType,
                level)),
        ];
        return new AbsoluteRisks(
            risks, causes, [.. times], checked((int)newData.Rows.Count) - risks.Select(risk => risk.Row).Distinct().Count(), level);
    }

    /// <summary>The coefficients of all causes: cause, term, coef, se, robust_se, z, p, hazard_ratio, lower, upper.</summary>
    public DataFrame ToDataFrame()
    {
        (string Cause, CoxTerm Term)[] rows = [.. Causes.SelectMany(cause => cause.Model.Terms.Select(term => (cause.Cause, term)))];
        DataFrame frame = CoxFrame.Build([.. rows.Select(row => row.Term)]);
        frame.Columns.Insert(0, new FactorColumn("cause", rows.Select(row => row.Cause), Causes.Select(cause => cause.Cause)));
        return frame;
    }

    /// <summary>A row for each cause and coefficient, with the tests of the models below.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        string[] robust = Causes[0].Model.IsRobust ? ["robust se"] : [];
        return
        [
            new(
                ResultSentences.Title("Cause-specific Cox models", Formula),
                [
                    new("cause", TableAlignment.Left),
                    new("term", TableAlignment.Left),
                    .. TableColumns.Numbers(["coef", "se", .. robust, "z", "P", "HR"]),
                    .. TableColumns.Limits(Options.Level),
                ],
                Causes.SelectMany(cause => cause.Model.Terms.Select(
                    term => new TableRow([cause.Cause, .. CoxTables.Row(term).Cells]))),
                [
                    .. Causes.Where(cause => cause.Model.DegreesOfFreedom > 0).Select(cause => new TableNote(CoxTables.Line(
                        $"{cause.Cause}, {NumberText.Count(cause.Model.Events, "event")}: {cause.Model.Wald.Test}", cause.Model.Wald))),
                    .. IncidenceTables.Censoring(Censored),
                ])
            {
                Lead =
                [
                    FormattableString.Invariant($"n = {Observations}, ties = {Options.Ties}."),
                    .. ResultSentences.LeftOut(Omitted, _weightless),
                ],
                Cautions = Cautions,
            },
        ];
    }

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["n"] = Observations,
        ["omitted"] = Omitted,
        ["censored"] = Censored,
        ["ties"] = Options.Ties,
        ["level"] = Options.Level,
        ["causes"] = Causes.Select(cause => new ResultRecord
        {
            ["cause"] = cause.Cause,
            ["formula"] = cause.Model.Formula,
            ["events"] = cause.Model.Events,
            ["status"] = cause.Model.Status,
            ["logLikelihood"] = new ResultRecord { ["null"] = cause.Model.NullLogLikelihood, ["model"] = cause.Model.LogLikelihood },
            ["terms"] = cause.Model.Terms.Select(CoxRecords.OfTerm),
            ["tests"] = CoxRecords.OfTests(
                cause.Model.LikelihoodRatio, cause.Model.Wald, cause.Model.Score, cause.Model.RobustScore),
        }),
        ["cautions"] = Cautions,
    };

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();
}

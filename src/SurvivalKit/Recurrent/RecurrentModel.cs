using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Cox models of recurrent events, each made from one table of events: Andersen and Gill 1982; Prentice, Williams and Peterson
/// 1981 in total and in gap time; Wei, Lin and Weissfeld 1989. Agrees with R's <c>coxph</c> on the rows that each of them has, with
/// <c>strata(enum)</c> and <c>cluster = id</c>.</summary>
/// <remarks>Errors are robust, with the subject as the sampling unit, since the events of one are not independent of each other.</remarks>
/// <example><code>
/// var fit = RecurrentModel.Fit(
///     bladder, "Surv(start, stop, status == 1) ~ rx + size", "id", RecurrentModelKind.PrenticeWilliamsPetersonGapTime);
/// Console.WriteLine(fit["rx"].HazardRatio);
/// </code></example>
public static class RecurrentModel
{
    /// <summary>Fits a model.</summary>
    /// <param name="data">A table of events, with one row for each event of a subject and one for the time after its last event: the rows
    /// of Andersen and Gill. A subject may have more rows, where a covariate changes.</param>
    /// <param name="formula">Response and terms, as <c>Surv(start, stop, status) ~ arm</c>; or <c>Surv(time, status) ~ arm</c>, where a row
    /// starts at the end of the subject's row before, and the first one at 0.</param>
    /// <param name="id">The column that names the subject of each row.</param>
    /// <param name="kind">The model.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none.</param>
    /// <param name="cluster">The column of the sampling units of the errors, where these are larger than subjects; default: the subjects. A
    /// <c>cluster()</c> in the formula has the same effect.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, a subject is at risk in two rows at the same time
    /// (the message names both), or an option does not go with the model.</exception>
    public static RecurrentFit Fit(
        DataFrame data,
        string formula,
        string id,
        RecurrentModelKind kind,
        RecurrentOptions? options = null,
        string? weights = null,
        string? cluster = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(id);
        options ??= new RecurrentOptions();
        Check(options, kind);
        SurvivalFormula parsed = FormulaCache.Get(formula);
        int tilde = formula.LastIndexOf('~', Math.Min(parsed.Terms.Position, formula.Length - 1));
        string right = formula[(tilde + 1)..].Trim();
        TermList terms = parsed.TermsOver(data.Columns.Select(column => column.Name));
        if (options.EffectsByEvent && (terms.Offsets.Length > 0 || terms.Clusters.Length > 0 || terms.Strata.Length > 0))
        {
            throw new FormulaException(
                formula, parsed.Terms.Position, "effects by event are those of columns; strata(), offset() or cluster() was found.");
        }

        // The rows have columns that the data have not, and a dot is those of the data.
        right = terms.DotColumns.IsEmpty ? right : string.Join(" + ", terms.Terms.Select(terms.Label).Where(label => label != id));

        // Event numbers count all rows with a response, those with a missing covariate too.
        SubjectKeys keys = SubjectKeys.Read(data, id);
        ModelFrame all = ModelFrame.Build(data, formula[..(tilde + 1)] + " 1", id: id);
        SubjectHistories histories = SubjectHistories.Read(all.Response, all.Values.Subjects, row => keys[all.Rows[row]]);
        List<RecurrentRow> rows = RecurrentRows.Make(histories, all.Response.Event, kind, options);
        RecurrentColumns names = RecurrentColumns.For(data);
        DataFrame frame = RecurrentRows.ToFrame(data, [.. rows.Select(row => row with { Row = all.Rows[row.Row] })], names);
        string model = $"{names.Response} ~ {RightSide(right, kind, options, names)}";
        CoxFit fit = CoxModel.Fit(
            frame,
            model,
            new CoxOptions
            {
                Ties = options.Ties,
                Level = options.Level,
                Robust = true,
                MaxIterations = options.MaxIterations,
                JoinNearTies = options.JoinNearTies,
            },
            weights,
            cluster ?? (terms.Clusters.Length > 0 ? null : id),
            id);
        ModelFrame used = ModelFrame.Build(data, formula, weights, cluster, id);
        return new RecurrentFit(formula, kind, options, fit, RecurrentCounts.Of(frame, fit, keys, names, rows, all.Rows), names)
        {
            Subjects = used.Values.Subjects.Distinct().Count(),
            Omitted = used.OmittedRows,
            Weightless = used.Weightless,
            DataCautions = all.Cautions,
        };
    }

    private static string RightSide(string right, RecurrentModelKind kind, RecurrentOptions options, RecurrentColumns names) =>
        kind == RecurrentModelKind.AndersenGill ? right
        : options.EffectsByEvent ? $"({right}) * {names.Strata}"
        : $"{right} + {names.Strata}";

    private static void Check(RecurrentOptions options, RecurrentModelKind kind)
    {
        Choice.Check(kind);
        string? problem = options switch
        {
            { Ties: Ties.Exact } => "There are no robust standard errors for exact ties; Efron's or Breslow's ties were expected.",
            { LastEvent: < 1 } => FormattableString.Invariant($"The last event {options.LastEvent} was asked for; 1 or more was expected."),
            { PoolFrom: < 1 } => FormattableString.Invariant(
                $"Events were to be pooled from {options.PoolFrom} on; 1 or more was expected."),
            { PoolFrom: not null } when kind == RecurrentModelKind.WeiLinWeissfeld =>
                "A subject is at risk of all event numbers of the Wei-Lin-Weissfeld model at once, so that they cannot be pooled; a last event was expected instead.",
            { EffectsByEvent: true } when kind == RecurrentModelKind.AndersenGill =>
                "The Andersen-Gill model has one baseline and one effect for all events; a Prentice-Williams-Peterson or Wei-Lin-Weissfeld model was expected for effects by event.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new SurvivalDataException(problem);
        }
    }
}

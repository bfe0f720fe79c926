using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A Cox model of the hazard of each competing cause, in which the other causes are censoring (Prentice et al. 1978), by one call;
/// agrees with R's <c>coxph</c> of <c>Surv(time, factor(status))</c>.</summary>
/// <remarks>A coefficient is of the rate of a cause among those who are free of all; what it does to the probability of the cause depends
/// on the other causes too: <see cref="CauseSpecificFit.AbsoluteRisks(DataFrame, double[])"/>.</remarks>
/// <example><code>
/// var fit = CauseSpecificCox.Fit(mgus, "Surv(etime, event) ~ age + sex");
/// Console.WriteLine(fit["pcm"]["age"].HazardRatio);
/// Console.WriteLine(fit.AbsoluteRisks(patients, 120, 240));
/// </code></example>
public static class CauseSpecificCox
{
    /// <summary>Fits the model of each cause.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and terms, as <c>Surv(time, status) ~ age + strata(centre)</c> or <c>Surv(start, stop, status) ~
    /// age</c>. The status is a factor or a text whose first level is censoring, and whose other levels are the causes.</param>
    /// <param name="options">The options of the models; <see langword="null"/>: the documented defaults.</param>
    /// <param name="terms">The terms of causes that have other ones, as <c>age + sex</c>, by the name of the cause; default: all causes
    /// have those of the formula.</param>
    /// <param name="weights">The column of case weights, not negative; default: none.</param>
    /// <param name="cluster">The column of clusters, for robust standard errors; default: none.</param>
    /// <param name="id">The column that names the subject of each row, where a subject has several; default: none.</param>
    /// <param name="censored">The level or number of the status that is censoring; default: the first level.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, the status has no censoring level, a cause of
    /// <paramref name="terms"/> is none of the status, or a cause has no event.</exception>
    public static CauseSpecificFit Fit(
        DataFrame data,
        string formula,
        CoxOptions? options = null,
        IReadOnlyDictionary<string, string>? terms = null,
        string? weights = null,
        string? cluster = null,
        string? id = null,
        string? censored = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(formula);
        options ??= new CoxOptions();
        ModelFrame main = Frame(formula);
        ImmutableArray<string> causes = main.Response.Causes;
        if (terms?.Keys.FirstOrDefault(cause => !causes.Contains(cause)) is { } unknown)
        {
            throw new SurvivalDataException(
                $"There is no cause \"{unknown}\" in {formula}; one of {string.Join(", ", causes)} was expected.");
        }

        SurvivalFormula parsed = FormulaCache.Get(formula);
        string response = formula[..(formula.LastIndexOf('~', Math.Min(parsed.Terms.Position, formula.Length - 1)) + 1)];
        return new CauseSpecificFit(
            formula,
            options,
            [
                .. causes.Select((cause, place) => terms is not null && terms.TryGetValue(cause, out string? own)
                    ? Model(cause, place + 1, $"{response} {own}", Frame($"{response} {own}"))
                    : Model(cause, place + 1, formula, main)),
            ],
            main);

        ModelFrame Frame(string model) =>
            ModelFrame.Build(data, FormulaCache.Get(model), weights, cluster, id, new CauseRules(censored));

        CauseSpecificModel Model(string cause, int place, string model, ModelFrame frame)
        {
            ModelValues values = frame.Values;
            SubjectRows.CheckEnds(frame.Response, values.Subjects);
            if (!frame.Response.Cause.Contains(place))
            {
                throw new SurvivalDataException($"The cause \"{cause}\" has no event in {model}; at least one was expected.");
            }

            SurvivalSample sample = SurvivalSample.Make(
                frame.Response,
                options.JoinNearTies,
                values.Weights,
                strata: GroupCodes.FromNumbers(values.Strata),
                clusters: values.Clusters,
                robust: options.Robust,
                subjects: values.Subjects);
            var source = new CoxSource(ModelTerms.Learn(frame), [], frame.Rows) { Undefined = frame.Undefined };
            return new CauseSpecificModel(cause, CoxModel.Fit(
                model, sample.OfCause(place), frame.Design(), options, values.Offset, frame.Omitted, source, frame));
        }
    }
}

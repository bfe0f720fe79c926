using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The Kaplan-Meier estimate of survival (Kaplan and Meier 1958); agrees with R's <c>survfit</c>.</summary>
/// <example><code>
/// var curves = KaplanMeier.Fit(lung, "Surv(time, status) ~ sex");
/// Console.WriteLine(curves);
/// </code></example>
public static class KaplanMeier
{
    /// <summary>Fits a curve for each group that the formula's terms make.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ sex</c>; <c>~ 1</c> for one curve.</param>
    /// <param name="options">What is asked for; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used.</exception>
    public static KaplanMeierCurves Fit(DataFrame data, string formula, KaplanMeierOptions? options = null)
    {
        options = Checked(options);
        ModelFrame frame = ModelFrame.Build(data, formula, options.Weights);
        Grouping groups = Grouping.ByAllTerms(frame);
        Surv response = options.JoinNearTies ? frame.Response.WithNearTiesJoined() : frame.Response;
        ImmutableArray<KaplanMeierCurve> curves =
            [.. groups.Names.Zip(groups.Members, (name, members) => Curve(name, response, frame.Values.Weights, members, options))];
        return new KaplanMeierCurves(frame.Formula.Text, curves, frame.Omitted, options);
    }

    /// <summary>Fits one curve to a response.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="weights">A case weight for each observation, not negative; empty: all 1.</param>
    /// <param name="options">What is asked for; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">There are no observations, or the weights are not one each or are negative.</exception>
    public static KaplanMeierCurve Fit(Surv response, ReadOnlySpan<double> weights = default, KaplanMeierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        options = Checked(options);
        CaseWeights.Check(weights, response.Count);
        return Curve("all", options.JoinNearTies ? response.WithNearTiesJoined() : response, weights, [], options);
    }

    /// <summary>Fits one curve to right-censored times.</summary>
    /// <param name="time">Time of event or censoring.</param>
    /// <param name="status">0 censored, 1 event; or 1 censored, 2 event.</param>
    /// <param name="options">What is asked for; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">There are no observations, lengths differ, or a value cannot be used.</exception>
    public static KaplanMeierCurve Fit(ReadOnlySpan<double> time, ReadOnlySpan<double> status, KaplanMeierOptions? options = null) =>
        Fit(Surv.Right(time, status), default, options);

    private static KaplanMeierCurve Curve(string name, Surv response, ReadOnlySpan<double> weights, int[] members, KaplanMeierOptions options)
    {
        RiskTable table = RiskTable.Of(response, weights, members);
        return new KaplanMeierCurve(name, table, SurvivalColumns.Of(table, options.ConfidenceType, options.Level), options);
    }

    private static KaplanMeierOptions Checked(KaplanMeierOptions? options)
    {
        options ??= new KaplanMeierOptions();
        ConfidenceLevel.Check(options.Level);
        return options;
    }
}

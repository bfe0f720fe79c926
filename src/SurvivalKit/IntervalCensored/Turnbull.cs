using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The nonparametric maximum likelihood estimate of survival from interval-censored times (Peto 1973; Turnbull 1976).</summary>
/// <remarks>An observation has the event in <c>(left, right]</c>; equal limits are an exact time. Where all times are exact or
/// right-censored, the estimate is that of Kaplan and Meier. Agrees with <c>icfit</c> of R's package interval.</remarks>
/// <example><code>
/// TurnbullCurves curves = Turnbull.Fit(cosmesis, "Surv(left, right, type = \"interval2\") ~ treatment");
/// Console.WriteLine(curves["Rad"].Quantile(0.5));
/// </code></example>
public static class Turnbull
{
    // A mass that is rounding error beside one observation.
    private const double NoMass = 1e-10;

    /// <summary>Estimates a curve for each group that the formula's terms make.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and groups, as <c>Surv(left, right, type = "interval2") ~ treatment</c>; <c>~ 1</c> for one
    /// curve. Exact and right-censored times, <c>Surv(time, status)</c>, are intervals too.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none.</param>
    /// <exception cref="SurvivalDataException">The formula, an option or a value cannot be used; times are left-truncated.</exception>
    public static TurnbullCurves Fit(DataFrame data, string formula, TurnbullOptions? options = null, string? weights = null)
    {
        options = Checked(options);
        ArgumentNullException.ThrowIfNull(formula);
        var frame = ModelFrame.Build(data, FormulaCache.Get(formula), weights, null, null, null, intervals: true);
        Surv response = AsIntervals(frame.Response);
        var groups = Grouping.ByAllTerms(frame);
        double[] all = frame.Values.Weights;
        return new TurnbullCurves(formula, [.. groups.Members.Select((rows, group) => Estimate(
            groups.Names[group], Part(response, rows), all.Length == 0 ? [] : Array.ConvertAll(rows, row => all[row]), options))], frame);
    }

    /// <summary>Estimates one curve.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">A case weight for each observation, not negative; empty: all 1.</param>
    /// <exception cref="SurvivalDataException">There are no observations, they are left-truncated, or the weights are not one
    /// each.</exception>
    public static TurnbullCurve Fit(Surv response, TurnbullOptions? options = null, ReadOnlySpan<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        options = Checked(options);
        CaseWeights.Check(weights.ToArray(), response.Count);
        return Estimate("all", AsIntervals(response), weights.ToArray(), options);
    }

    /// <summary>The same observations as intervals.</summary>
    /// <exception cref="SurvivalDataException">They are left-truncated.</exception>
    internal static Surv AsIntervals(Surv response) => response.IsInterval ? response : response.IsCounting
        ? throw new SurvivalDataException(
            "The estimate of interval-censored times takes no starts; Surv(left, right, type = \"interval2\") was expected.")
        : Surv.Interval(
            response.TimeArray, [.. response.Time.Select((time, row) => response.Event[row] ? time : double.PositiveInfinity)]);

    /// <summary>Some of the observations.</summary>
    internal static Surv Part(Surv response, int[] rows) => Surv.Interval(
        Array.ConvertAll(rows, row => response.LeftLimit[row]), Array.ConvertAll(rows, row => response.RightLimit[row]));

    private static TurnbullCurve Estimate(string group, Surv response, double[] given, TurnbullOptions options)
    {
        double[] weights = given.Length == 0 ? Enumerable.Repeat(1.0, response.Count).ToArray() : given;
        if (!weights.Any(weight => weight > 0))
        {
            throw new SurvivalDataException($"The group {group} has no observation with a weight above 0; one was expected.");
        }

        var intervals = new InnermostIntervals(response);
        var maximum = TurnbullMaximizer.Run(new TurnbullLikelihood(intervals, weights));
        (double[] lower, double[] upper) = options.Bootstrap == 0 ? ([], []) : TurnbullBootstrap.Limits(intervals, weights, options);
        var masses = ImmutableArray.CreateBuilder<TurnbullMass>();
        double left = 1;
        for (int j = 0; j < intervals.Count; j++)
        {
            left -= maximum.P[j];
            if (maximum.P[j] > NoMass)
            {
                bool isLast = left < NoMass;
                masses.Add(new(
                    intervals.Lower[j],
                    intervals.Upper[j],
                    maximum.P[j],
                    isLast ? 0 : left,
                    lower.Length == 0 ? null : lower[j],
                    upper.Length == 0 ? null : upper[j]));
            }
        }

        return new TurnbullCurve(group, response, options, maximum, masses.ToImmutable());
    }

    private static TurnbullOptions Checked(TurnbullOptions? options)
    {
        options ??= new TurnbullOptions();
        ConfidenceLevel.Check(options.Level);
        return options.Bootstrap >= 0 ? options : throw new SurvivalDataException(FormattableString.Invariant(
            $"{options.Bootstrap} bootstrap samples were asked for; 0 or more were expected."));
    }
}

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Fits the knots of <c>ns</c>, <c>bs</c> and <c>nsk</c> to numbers, as R's packages splines and survival do.</summary>
internal static class SplineBases
{
    private const int LargestFreedom = 100;

    /// <summary>The basis of a call over the ordered or unordered numbers of the data.</summary>
    /// <exception cref="FormulaException">An argument is none, or the numbers have too few distinct values.</exception>
    public static TermBasis Fit(FormulaNode.Call call, CallArguments arguments, ReadOnlySpan<double> values)
    {
        double[] sorted = SplineKnots.Sorted(values);
        double[]? knots = arguments.Numbers("knots");
        (double lower, double upper) = call.Function == "nsk"
            ? CardinalBoundary(arguments, sorted, ref knots)
            : Boundary(arguments, sorted);
        if (!(lower < upper))
        {
            throw arguments.At(null, FormattableString.Invariant(
                $"{call} needs different values of {arguments.First}; {(sorted.Length == 0 ? "none was" : "only one was")} found."));
        }

        bool intercept = arguments.Flag("intercept") ?? false;
        int degree = call.Function == "bs" ? arguments.WholeNumber("degree", 1, 20) ?? 3 : 3;
        ImmutableArray<double> inner = knots is null
            ? Quantiles(call, arguments, SplineKnots.Within(sorted, lower, upper), lower, upper, Count(call, arguments, degree, intercept))
            : Given(call, arguments, knots, lower, upper);
        return call.Function switch
        {
            "bs" => new BSplineBasis(degree, inner, lower, upper, intercept),
            "nsk" => new CardinalSplineBasis(inner, lower, upper, intercept),
            _ => new NaturalSplineBasis(inner, lower, upper, intercept),
        };
    }

    // The degrees of freedom less those of a spline without knots; no fewer than none, as R warns.
    private static int Count(FormulaNode.Call call, CallArguments arguments, int degree, bool intercept)
    {
        int least = (call.Function == "bs" ? degree : 1) + (intercept ? 1 : 0);
        return Math.Max(0, (arguments.WholeNumber("df", 1, LargestFreedom) ?? least) - least);
    }

    private static (double Lower, double Upper) Boundary(CallArguments arguments, double[] sorted)
    {
        double[]? boundary = arguments.Numbers("Boundary.knots");
        if (boundary is not null && (boundary.Length != 2 || boundary[0] == boundary[1]))
        {
            throw arguments.At("Boundary.knots", "two different boundary knots were expected, as in Boundary.knots = c(40, 80).");
        }

        return boundary is not null ? (boundary.Min(), boundary.Max())
            : sorted.Length == 0 ? (0, 0) : (sorted[0], sorted[^1]);
    }

    // By default the quantiles b and 1 - b; TRUE is the range and FALSE the outermost of the knots that are given, as are those
    // that lie outside of the boundary.
    private static (double Lower, double Upper) CardinalBoundary(CallArguments arguments, double[] sorted, ref double[]? knots)
    {
        if (sorted.Length == 0)
        {
            return (0, 0);
        }

        bool isFlag = arguments["Boundary.knots"] is FormulaNode.Name { Value: "TRUE" or "FALSE" or "T" or "F" };
        bool none = isFlag && arguments.Flag("Boundary.knots") == false;
        double tail = arguments.Numbers("b") is { } given
            ? given is [> 0 and < 0.5] ? given[0] : throw arguments.At("b", "a fraction between 0 and 0.5 was expected as b of nsk().")
            : 0.05;
        (double lower, double upper) = none ? (double.NaN, double.NaN)
            : isFlag ? (sorted[0], sorted[^1])
            : arguments["Boundary.knots"] is not null ? Boundary(arguments, sorted)
            : (SplineKnots.Quantile(sorted, tail), SplineKnots.Quantile(sorted, 1 - tail));
        if (knots is null || knots.Length == 0)
        {
            return none ? throw arguments.At("Boundary.knots", "knots were expected with Boundary.knots = FALSE.") : (lower, upper);
        }

        List<double> all = [.. knots];
        if (upper > knots.Max())
        {
            all.Add(upper);
        }

        if (lower < knots.Min())
        {
            all.Add(lower);
        }

        all.Sort();
        knots = [.. all[1..^1]];
        return (all[0], all[^1]);
    }

    private static ImmutableArray<double> Given(
        FormulaNode.Call call, CallArguments arguments, double[] knots, double lower, double upper)
    {
        Array.Sort(knots);
        return SplineKnots.AreApart([lower, .. knots, upper])
            ? [.. knots]
            : throw arguments.At("knots", FormattableString.Invariant(
                $"the knots of {call} were expected to differ and to lie between the boundary knots {lower} and {upper}."));
    }

    private static ImmutableArray<double> Quantiles(
        FormulaNode.Call call, CallArguments arguments, ReadOnlySpan<double> sorted, double lower, double upper, int count)
    {
        ImmutableArray<double> knots = count == 0 ? [] : sorted.IsEmpty ? [lower] : SplineKnots.Inner(sorted, count);
        return SplineKnots.AreApart([lower, .. knots, upper]) ? knots : throw TooFew(call, arguments, sorted, "fewer degrees of freedom");
    }

    /// <summary>The error of knots that fall together.</summary>
    public static FormulaException TooFew(FormulaNode.Call call, CallArguments arguments, ReadOnlySpan<double> sorted, string fewer)
    {
        int distinct = NumberCodes.Code(sorted).Distinct.Length;
        return arguments.At(null, FormattableString.Invariant(
            $"the knots of {call} would fall together, because {arguments.First} has only {distinct} distinct value{(distinct == 1 ? "" : "s")} or repeats some too often; {fewer}, or knots that are given, were expected."));
    }
}

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Reads the calls that make several columns of a number, <c>poly(x, 2)</c>, <c>ns(x, df = 3)</c> and <c>rcs(x, 4)</c>, and
/// fits their constants.</summary>
/// <remarks>As in R, the constants come from all rows in which the number is present, including those in which another variable is
/// missing.</remarks>
internal static class TermBases
{
    private const int LargestDegree = 100;

    public static bool Makes(FormulaNode node) => node is FormulaNode.Call { Function: "poly" or "ns" or "rcs" };

    /// <summary>The call's arguments; the first is the number.</summary>
    public static CallArguments Arguments(string formula, FormulaNode.Call call) => call.Function switch
    {
        "poly" => new CallArguments(formula, call, "x", "degree", "raw"),
        "ns" => new CallArguments(formula, call, "x", "df", "knots", "Boundary.knots"),
        _ => new CallArguments(formula, call, "x", "parms"),
    };

    /// <summary>The basis of a call over the numbers of the data.</summary>
    /// <exception cref="FormulaException">An argument is none, or the numbers have too few distinct values.</exception>
    public static TermBasis Fit(FormulaNode.Call call, CallArguments arguments, ReadOnlySpan<double> values)
    {
        double[] known = new double[values.Length];
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                known[count++] = value;
            }
        }

        ReadOnlySpan<double> present = known.AsSpan(0, count);
        return call.Function switch
        {
            "poly" => Polynomial(call, arguments, present),
            "ns" => NaturalSpline(call, arguments, present),
            _ => RestrictedSpline(call, arguments, present),
        };
    }

    private static TermBasis Polynomial(FormulaNode.Call call, CallArguments arguments, ReadOnlySpan<double> values)
    {
        int degree = arguments.WholeNumber("degree", 1, LargestDegree) ?? 1;
        if (arguments.Flag("raw") == true)
        {
            return new RawPolynomialBasis(degree);
        }

        // Stops at one distinct number more than the degree: a long column has far more.
        var distinct = new HashSet<double>();
        foreach (double value in values)
        {
            if (distinct.Add(value) && distinct.Count > degree)
            {
                return PolynomialBasis.Fit(values, degree);
            }
        }

        throw arguments.At("degree", FormattableString.Invariant(
            $"{call} needs more distinct values of {arguments.First} than its degree; {distinct.Count} were found."));
    }

    private static NaturalSplineBasis NaturalSpline(FormulaNode.Call call, CallArguments arguments, ReadOnlySpan<double> values)
    {
        int freedom = arguments.WholeNumber("df", 1, LargestDegree) ?? 1;
        double[]? given = arguments.Numbers("knots");
        double[]? boundary = arguments.Numbers("Boundary.knots");
        if (boundary is not null && (boundary.Length != 2 || boundary[0] == boundary[1]))
        {
            throw arguments.At("Boundary.knots", "two different boundary knots were expected, as in Boundary.knots = c(40, 80).");
        }

        ReadOnlySpan<double> sorted = SplineKnots.Sorted(values);
        double lower = boundary?.Min() ?? (sorted.IsEmpty ? 0 : sorted[0]);
        double upper = boundary?.Max() ?? (sorted.IsEmpty ? 0 : sorted[^1]);
        if (!(lower < upper))
        {
            throw arguments.At(null, FormattableString.Invariant(
                $"{call} needs different values of {arguments.First}; {(sorted.IsEmpty ? "none was" : "only one was")} found."));
        }

        if (given is not null)
        {
            Array.Sort(given);
            return SplineKnots.AreApart([lower, .. given, upper])
                ? new NaturalSplineBasis([.. given], lower, upper)
                : throw arguments.At("knots", FormattableString.Invariant(
                    $"the knots of {call} were expected to differ and to lie between the boundary knots {lower} and {upper}."));
        }

        sorted = SplineKnots.Within(sorted, lower, upper);
        ImmutableArray<double> knots = freedom == 1 ? [] : sorted.IsEmpty ? [lower] : SplineKnots.Inner(sorted, freedom - 1);
        return SplineKnots.AreApart([lower, .. knots, upper])
            ? new NaturalSplineBasis(knots, lower, upper)
            : throw TooFew(call, arguments, sorted, "fewer degrees of freedom");
    }

    private static RestrictedCubicSplineBasis RestrictedSpline(FormulaNode.Call call, CallArguments arguments, ReadOnlySpan<double> values)
    {
        string name = arguments.First.Columns().FirstOrDefault("");
        if (arguments.Numbers("parms") is { Length: > 1 } given)
        {
            ImmutableArray<double> knots = [.. given.Distinct().Order()];
            return knots.Length >= 3
                ? new RestrictedCubicSplineBasis(name, knots)
                : throw arguments.At("parms", $"{call} was expected to have three or more different knots.");
        }

        int count = arguments.WholeNumber("parms", 3, LargestDegree) ?? 5;
        double[] sorted = SplineKnots.Sorted(values);
        return SplineKnots.Harrell(sorted, count) is { } fitted
            ? new RestrictedCubicSplineBasis(name, fitted)
            : throw TooFew(call, arguments, sorted, "fewer knots");
    }

    private static FormulaException TooFew(FormulaNode.Call call, CallArguments arguments, ReadOnlySpan<double> sorted, string fewer)
    {
        int distinct = NumberCodes.Code(sorted).Distinct.Length;
        return arguments.At(null, FormattableString.Invariant(
            $"the knots of {call} would fall together, because {arguments.First} has only {distinct} distinct value{(distinct == 1 ? "" : "s")} or repeats some too often; {fewer}, or knots that are given, were expected."));
    }
}

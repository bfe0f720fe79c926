using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Fits the constants of the calls that make several columns of a number: <c>poly(x, 2)</c>, <c>ns(x, df = 3)</c>,
/// <c>bs(x, df = 5)</c>, <c>nsk(x, df = 3)</c> and <c>rcs(x, 4)</c>.</summary>
/// <remarks>As in R, the constants come from all rows in which the number is present, including those in which another variable is
/// missing.</remarks>
internal static class TermBases
{
    private const int LargestDegree = 100;

    /// <summary>The functions and their parameters; the first is the number.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<string>> Parameters { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["poly"] = ["x", "degree", "raw"],
        ["ns"] = ["x", "df", "knots", "intercept", "Boundary.knots"],
        ["bs"] = ["x", "df", "knots", "degree", "intercept", "Boundary.knots"],
        ["nsk"] = ["x", "df", "knots", "intercept", "b", "Boundary.knots"],
        ["rcs"] = ["x", "parms"],
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
            "ns" or "bs" or "nsk" => SplineBases.Fit(call, arguments, present),
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
            : throw SplineBases.TooFew(call, arguments, sorted, "fewer knots");
    }
}

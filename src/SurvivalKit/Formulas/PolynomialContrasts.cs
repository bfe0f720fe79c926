using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The columns of an ordered factor: orthogonal polynomials of the places of its levels, R's <c>contr.poly</c>.</summary>
internal static class PolynomialContrasts
{
    /// <summary>The most levels, as in R: polynomials of a higher degree are not exact enough.</summary>
    public const int MostLevels = 95;

    private static readonly string[] FirstSuffixes = [".L", ".Q", ".C"];

    /// <summary>One column a degree, <c>.L .Q .C ^4 ^5 ...</c>: the polynomial at the place of each level.</summary>
    /// <param name="count">The number of levels.</param>
    public static IEnumerable<(string Suffix, double[] OfLevel)> Columns(int count)
    {
        double[] places = [.. Enumerable.Range(1, count).Select(place => (double)place)];
        ImmutableArray<ReadOnlyMemory<double>> contrasts = PolynomialBasis.Fit(places, count - 1).Columns(places);
        for (int degree = 1; degree < count; degree++)
        {
            double[] ofLevel = contrasts[degree - 1].ToArray();
            yield return (
                degree <= FirstSuffixes.Length ? FirstSuffixes[degree - 1] : FormattableString.Invariant($"^{degree}"),
                ofLevel);
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvivalKit.Notebooks.Tests;

/// <summary>Compares texts exactly except the last digits of long numbers, which differ between processors.</summary>
internal static partial class SameText
{
    private const double Relative = 1e-9;

    public static void Assert(string expected, string actual)
    {
        // A number of ten digits or more is a computed one; what stands between them must be the same.
        Xunit.Assert.Equal(LongNumber().Replace(expected, "#"), LongNumber().Replace(actual, "#"));
        double[] left = Numbers(expected);
        double[] right = Numbers(actual);
        for (int i = 0; i < left.Length; i++)
        {
            Xunit.Assert.True(
                Math.Abs(left[i] - right[i]) <= Relative * Math.Abs(left[i]),
                FormattableString.Invariant($"Expected {left[i]:R}, was {right[i]:R}."));
        }
    }

    private static double[] Numbers(string text) =>
        [.. LongNumber().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"-?\d+\.\d{9,}(e[+-]?\d+)?", RegexOptions.IgnoreCase)]
    private static partial Regex LongNumber();
}

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>An interval of possible values, in units of the last decimal, and the number of patients in it.</summary>
/// <param name="Least">The least value.</param>
/// <param name="Greatest">The greatest value.</param>
/// <param name="Count">The number of patients.</param>
internal readonly record struct NumberSegment(int Least, int Greatest, int Count)
{
    /// <summary>Splits a range where the study counts patients above or below a value.</summary>
    /// <param name="least">The least value of the range.</param>
    /// <param name="greatest">The greatest value of the range.</param>
    /// <param name="n">The number of patients.</param>
    /// <param name="cuts">How many patients have a value of at least the cut.</param>
    /// <param name="what">The name of the values in error messages.</param>
    public static ImmutableArray<NumberSegment> Cut(int least, int greatest, int n, IEnumerable<(int Cut, int Count)> cuts, string what)
    {
        var segments = ImmutableArray.CreateBuilder<NumberSegment>();
        int from = least;
        int left = n;
        foreach ((int cut, int count) in cuts.Where(cut => cut.Cut > least).OrderBy(cut => cut.Cut))
        {
            segments.Add(new(from, Math.Min(cut - 1, greatest), left - count));
            (from, left) = (cut, count);
        }

        segments.Add(new(from, greatest, left));
        return segments.Any(segment => segment.Count < 0 || (segment.Count > 0 && segment.Least > segment.Greatest))
            ? throw new SurvivalDataException($"The printed counts of {what} contradict each other or its range.")
            : [.. segments.Where(segment => segment.Count > 0)];
    }
}

namespace SurvivalKit;

/// <summary>Whether words are numbers but for a few cells: a typing error, and not categories or names.</summary>
/// <remarks>Ten different numbers are a measurement: it has a stray cell where at least half of the cells are numbers. Fewer numbers,
/// each of which stands in few cells, are a short column: three quarters are to be numbers. Few numbers that repeat may be categories:
/// nine tenths, and the others must not be written as categories are (3a, 4+, 2-3, &gt;3).</remarks>
internal static class NearlyAll
{
    public static bool Are(string[] words, int[] counts, bool[] present, bool[] fits)
    {
        int cells = 0;
        int fitting = 0;
        int different = 0;
        bool onlyCategories = true;
        for (int i = 0; i < words.Length; i++)
        {
            if (present[i])
            {
                cells += counts[i];
                fitting += fits[i] ? counts[i] : 0;
                different += fits[i] ? 1 : 0;
                onlyCategories &= fits[i] || IsCategory(words[i]);
            }
        }

        double share = fitting / (double)cells;
        return different >= 10 ? share >= 0.5
            : different * 3 > cells ? share >= 0.75
            : share >= 0.9 && !onlyCategories;
    }

    private static bool IsCategory(string word)
    {
        ReadOnlySpan<char> rest = word.AsSpan().TrimStart("<>=≤≥ ");
        ReadOnlySpan<char> end = rest.TrimStart("0123456789");
        return end.Length < rest.Length
            && (end is "" or "+" || (end is [var letter] && char.IsLetter(letter))
                || (end is ['-', .. var upper] && upper.Length > 0 && !upper.ContainsAnyExceptInRange('0', '9')));
    }
}

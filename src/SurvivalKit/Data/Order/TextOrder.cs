namespace SurvivalKit;

/// <summary>The order of texts as R sorts them in a natural locale: signs, digits, then letters, whatever their accent and case (Davis and
/// Whistler 2021, Unicode Technical Standard 10, with the root collation of the CLDR; R's <c>sort</c>).</summary>
/// <remarks>
/// Two texts differ first by their letters (<c>1 &lt; a = A = á &lt; b</c>), then by their accents (<c>a &lt; á</c>), then by their case
/// (<c>a &lt; A</c>). Spaces and signs are compared like letters, <c>_ - , ; : ! ? . ( ) [ ] / + &lt; = &gt;</c> in this order:
/// <c>a b</c> is before <c>ab</c>. The weights are the library's own, so that every machine has the same order, with or without
/// ICU.
/// </remarks>
internal sealed class TextOrder : IComparer<string>
{
    private TextOrder()
    {
    }

    public static TextOrder Natural { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null || string.Equals(x, y, StringComparison.Ordinal))
        {
            return x is null ? (y is null ? 0 : -1) : y is null ? 1 : 0;
        }

        CollationWeight[] left = CollationWeights.Of(x);
        CollationWeight[] right = CollationWeights.Of(y);
        int order = CompareLevel(left, right, weight => weight.Letter);
        order = order != 0 ? order : CompareLevel(left, right, weight => weight.Accent);
        order = order != 0 ? order : CompareLevel(left, right, weight => weight.Case);

        // Texts that differ in an ignored character only have an order too.
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    // Weights of 0 are ignored; a text is before those that it begins.
    private static int CompareLevel(CollationWeight[] left, CollationWeight[] right, Func<CollationWeight, int> of)
    {
        int l = 0;
        int r = 0;
        while (true)
        {
            int a = Next(left, ref l, of);
            int b = Next(right, ref r, of);
            if (a != b || a == 0)
            {
                return a.CompareTo(b);
            }
        }
    }

    private static int Next(CollationWeight[] weights, ref int at, Func<CollationWeight, int> of)
    {
        while (at < weights.Length)
        {
            if (of(weights[at++]) is not 0 and int weight)
            {
                return weight;
            }
        }

        return 0;
    }
}

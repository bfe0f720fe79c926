using System.Globalization;
using System.Text;

namespace SurvivalKit;

/// <summary>The weights of the characters in the order of texts, from the file <c>text-order.txt</c> beside this one: the Latin, Greek and
/// Cyrillic letters, digits, punctuation, currencies and mathematical signs of the root collation of the CLDR.</summary>
internal static class CollationWeights
{
    private const int AfterAllListed = 1_000_000;

    private static readonly Dictionary<int, CollationWeight[]> Known = Read();

    /// <summary>The weights of a text's characters, one after the other; a character may have none or several.</summary>
    public static CollationWeight[] Of(string text)
    {
        var weights = new List<CollationWeight>(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Known.TryGetValue(rune.Value, out CollationWeight[]? own))
            {
                weights.AddRange(own);
            }
            else
            {
                weights.Add(new CollationWeight(AfterAllListed + rune.Value, 1, 1));
            }
        }

        return [.. weights];
    }

    private static Dictionary<int, CollationWeight[]> Read()
    {
        using var reader = new StreamReader(typeof(CollationWeights).Assembly.GetManifestResourceStream("text-order.txt")!);
        var known = new Dictionary<int, CollationWeight[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            string[] parts = line.Split(' ');
            known[int.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = Array.ConvertAll(parts[1..], Weight);
        }

        return known;
    }

    private static CollationWeight Weight(string text)
    {
        int[] places = Array.ConvertAll(text.Split('.'), part => int.Parse(part, CultureInfo.InvariantCulture));
        return new CollationWeight(places[0], places[1], places[2]);
    }
}

using System.Collections.Frozen;

namespace SurvivalKit.Published;

/// <summary>A count that is printed as a word: <c>no</c>, <c>none</c>, <c>one</c>, ... <c>twelve</c>.</summary>
internal static class NumberWord
{
    private static readonly FrozenDictionary<string, int> Values = new (string Word, int Value)[]
    {
        ("no", 0), ("none", 0), ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
        ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12),
    }.ToFrozenDictionary(pair => pair.Word, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a text that is such a word and nothing else.</summary>
    public static bool TryParse(string printed, out PrintedNumber number)
    {
        bool found = Values.TryGetValue(printed, out int value);
        number = new(value, 0);
        return found;
    }
}

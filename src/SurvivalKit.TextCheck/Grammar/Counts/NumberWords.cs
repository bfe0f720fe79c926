namespace SurvivalKit.TextCheck;

/// <summary>Whole numbers in words, as at the start of a sentence: <c>twenty-three of 33 patients (69.7%)</c>.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, int> Values = All();

    /// <summary>The number that a word in lower case names; <see langword="null"/>: none.</summary>
    public static int? Value(string word) => Values.TryGetValue(word, out int value) ? value : null;

    /// <summary>Reads a number in one word or two; a number in digits is not read.</summary>
    public static int? Take(TokenReader reader)
    {
        if (reader.Next.Kind != TokenKind.Word || Value(reader.Next.Key) is not { } value)
        {
            return null;
        }

        reader.At++;
        if (value >= 20 && value % 10 == 0 && reader.Next.Kind == TokenKind.Word && Value(reader.Next.Key) is { } unit and > 0 and < 10)
        {
            reader.At++;
            return value + unit;
        }

        return value;
    }

    private static Dictionary<string, int> All()
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal) { ["none"] = 0 };
        for (int i = 0; i < Small.Length; i++)
        {
            all[Small[i]] = i;
        }

        for (int ten = 0; ten < Tens.Length; ten++)
        {
            all[Tens[ten]] = 10 * (ten + 2);
            for (int unit = 1; unit < 10; unit++)
            {
                all[$"{Tens[ten]}-{Small[unit]}"] = (10 * (ten + 2)) + unit;
            }
        }

        return all;
    }
}

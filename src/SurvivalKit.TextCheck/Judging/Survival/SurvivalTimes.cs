using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>Reads times of rates: <c>5-year</c>, <c>at 1, 3 and 5 years</c>, <c>1-, 3- and 5-year</c>.</summary>
internal static class SurvivalTimes
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["year"] = 1,
        ["years"] = 1,
        ["yr"] = 1,
        ["yrs"] = 1,
        ["y"] = 1,
        ["month"] = 1 / 12.0,
        ["months"] = 1 / 12.0,
        ["mo"] = 1 / 12.0,
        ["week"] = 7 / 365.25,
        ["weeks"] = 7 / 365.25,
        ["day"] = 1 / 365.25,
        ["days"] = 1 / 365.25,
    };

    /// <summary>The times of a list that ends with its unit, in years; the last is the time of the unit. Empty: there is none
    /// here.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="at">The first token of the list.</param>
    /// <param name="end">The end of the sentence.</param>
    /// <param name="behind">The token after the list.</param>
    public static IReadOnlyList<double> Read(IReadOnlyList<Token> tokens, int at, int end, out int behind)
    {
        List<double> numbers = [];
        behind = at;
        for (int i = at; i < end && i < at + 16; i++)
        {
            Token token = tokens[i];
            if (Joined(token.Key) is { } joined)
            {
                numbers.Add(joined.Number);
                behind = i + 1;
                return [.. numbers.Select(n => n * joined.Unit)];
            }

            if (token.Kind == TokenKind.Number)
            {
                numbers.Add((double)token.Number.Value);
            }
            else if (numbers.Count > 0 && Units.TryGetValue(token.Key, out double unit))
            {
                behind = i + 1;
                return [.. numbers.Select(n => n * unit)];
            }
            else if (numbers.Count == 0 || !(token.Key is "," or "and" or "-" or "&" || IsBareHyphen(token.Key)))
            {
                return [];
            }
        }

        return [];
    }

    private static bool IsBareHyphen(string key) => key.Length > 0 && key.All(c => c == '-');

    /// <summary>"5-year" as one word.</summary>
    private static (double Number, double Unit)? Joined(string key)
    {
        int hyphen = key.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Units.TryGetValue(key[(hyphen + 1)..], out double unit)
            && double.TryParse(key.AsSpan(0, hyphen), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            ? (number, unit)
            : null;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvivalKit.TextCheck;

/// <summary>A number as it is printed: its value and the number of its decimals.</summary>
/// <param name="Value">The value, exactly as printed.</param>
/// <param name="Decimals">The printed decimals.</param>
public readonly partial record struct PrintedNumber(decimal Value, int Decimals)
{
    // Decimals end at 28 places, the last of which has no half; the value of a number with more, as of 2.1e-40, is 0 up to there.
    private const int MostPlaces = 27;

    /// <summary>One of the last printed decimal, 0.01 of 0.35; not below 1e-27.</summary>
    internal decimal Unit => new(1, 0, 0, false, (byte)Math.Min(Decimals, MostPlaces));

    /// <summary>Reads the first number of a text: <c>.04</c>, <c>46.4%</c>, <c>&lt;.001</c>, <c>−0.55</c>, <c>0·7</c>.</summary>
    /// <param name="printed">The text.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string printed, out PrintedNumber number)
    {
        ArgumentNullException.ThrowIfNull(printed);
        Match match = Pattern().Match(printed);
        string text = match.Value.Replace('−', '-').Replace('·', '.');
        bool found = decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value);
        int point = text.IndexOf('.', StringComparison.Ordinal);
        number = found ? new(value, point < 0 ? 0 : text.Length - point - 1) : default;
        return found;
    }

    [GeneratedRegex(@"[-−]?(?:\d+(?:[.·]\d+)?|[.·]\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

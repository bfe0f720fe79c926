using System.Text.RegularExpressions;

namespace SurvivalKit.TextCheck;

/// <summary>
/// Finds texts that part thousands by plain spaces, <c>31 533 (59%) of the 53 456 participants</c>. Where such numbers count people more
/// than once, all of the text are read so; 31 and 533 are two numbers otherwise.
/// </summary>
internal static partial class SpacedThousands
{
    private const int LeastTimes = 2;

    /// <summary>The plain text with a space of its own kind within such numbers; as long as it was.</summary>
    public static string Mark(string text)
    {
        if (Counted().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Take(LeastTimes).Count() < LeastTimes)
        {
            return text;
        }

        char[] marked = text.ToCharArray();
        foreach (Match number in Number().Matches(text))
        {
            for (int i = number.Index; i < number.Index + number.Length; i++)
            {
                marked[i] = marked[i] == ' ' ? PlainCharacters.ThousandsSpace[0] : marked[i];
            }
        }

        return new string(marked);
    }

    [GeneratedRegex(@"(?<!\d ?|[.,]|\w)[1-9]\d{0,2}(?: \d{3}){1,2} (?:[a-z]+ )?(?:patients|participants|subjects|persons|people|individuals|men|women|adults|children|cases|controls|events|births)\b")]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<!\d ?|[.,]|\w|[|\t] ?)[1-9]\d{0,2}(?: \d{3}){1,2}(?![.,]?\d| \d)")]
    private static partial Regex Number();
}

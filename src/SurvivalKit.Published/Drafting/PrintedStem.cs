namespace SurvivalKit.Published;

/// <summary>The beginning of a word by which its forms are taken as one: <c>pancreas</c> and <c>pancreatic</c>, <c>CR</c> and
/// <c>CRs</c>.</summary>
internal static class PrintedStem
{
    private const int Longest = 6;

    public static string Of(string word)
    {
        string lower = word.ToLowerInvariant().Trim('-', '\'', '.');
        string single = lower.Length > 2 && lower[^1] == 's' && lower[^2] != 's' ? lower[..^1] : lower;
        return single.Length > Longest && !single.Any(char.IsDigit) ? single[..Longest] : single;
    }
}

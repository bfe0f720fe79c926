namespace SurvivalKit.TextCheck;

/// <summary>Cells of a table that a converter ran together: <c>147 (54%)150 (55%)</c>, <c>30.9%12</c>.</summary>
internal static class GluedCells
{
    /// <summary>What is said of them.</summary>
    public const string Sentence = "Could not be read: the cells of a table seem to be run together here.";

    /// <summary>Whether two cells are run together within these tokens.</summary>
    public static bool AreWithin(IReadOnlyList<Token> tokens)
    {
        for (int i = 1; i < tokens.Count; i++)
        {
            if (IsSeam(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a statistic begins or ends where two cells are run together, so that its first digits may be those of another cell.
    /// A count in brackets ends at its bracket, and only a label before it can have lent it a digit.</summary>
    public static bool AreAround(IReadOnlyList<Token> tokens, Statistic statistic) =>
        (IsSeam(tokens, statistic.First) || IsSeam(tokens, statistic.End) || IsWord(tokens, statistic.End))
        && (statistic is not CountStatistic { Of: null } count || HasLabel(count));

    /// <summary>Whether the count fits without its first digits: the 137 of a label 1 and a count 37.</summary>
    private static bool HasLabel(CountStatistic count)
    {
        for (int power = 10; power <= count.Count; power *= 10)
        {
            if (PercentArithmetic.Check(count.Count % power, count.Percent).Verdict != Verdict.Inconsistent)
            {
                return true;
            }

            if (power > int.MaxValue / 10)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>A number begins without a space behind a closed bracket, a per cent sign or another number.</summary>
    private static bool IsSeam(IReadOnlyList<Token> tokens, int at) => at > 0 && at < tokens.Count
        && tokens[at].Kind == TokenKind.Number && tokens[at - 1].End == tokens[at].Start
        && (tokens[at - 1].Key is ")" or "]" or "%" || tokens[at - 1].Kind == TokenKind.Number);

    /// <summary>A capital begins without a space behind a closed bracket: <c>(54%)Female</c>.</summary>
    private static bool IsWord(IReadOnlyList<Token> tokens, int at) => at > 0 && at < tokens.Count
        && tokens[at] is { Kind: TokenKind.Word } word && char.IsUpper(word.Text[0]) && word.Text.Length > 1
        && tokens[at - 1].Key is ")" or "]" && tokens[at - 1].End == word.Start;
}

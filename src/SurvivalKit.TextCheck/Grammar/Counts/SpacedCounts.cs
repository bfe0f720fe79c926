namespace SurvivalKit.TextCheck;

/// <summary>Reads counts whose thousands are parted by plain spaces, <c>13 630 (72%) of 18 842</c>: only where the numbers that are read
/// so have the percentage, as 13 and 630 can be two numbers.</summary>
internal static class SpacedCounts
{
    private const int Furthest = 24;

    /// <summary>Reads a count at this position, or nothing.</summary>
    public static CountStatistic? Read(TokenReader reader)
    {
        int first = reader.At;
        if (!Joins(reader.Tokens, first) && !(reader.Ahead(1).Key is "/" or "of" && Joins(reader.Tokens, first + 2)))
        {
            return null;
        }

        List<Token> joined = [];
        List<int> places = [];
        for (int i = first; i < Math.Min(reader.Tokens.Count, first + Furthest); i++)
        {
            Token token = reader.Tokens[i];
            places.Add(i);
            while (Joins(reader.Tokens, i))
            {
                Token next = reader.Tokens[++i];
                token = token with
                {
                    Text = token.Text + next.Text,
                    Number = new PrintedNumber((token.Number.Value * 1000) + next.Number.Value, 0),
                    End = next.End,
                };
            }

            joined.Add(token);
        }

        places.Add(Math.Min(reader.Tokens.Count, first + Furthest));
        bool isFit = CountGrammar.Read(new TokenReader(joined)) is { Of: { } of } found
            && PercentArithmetic.Check(found.Count, found.Percent, new Denominator("",
            of)).Verdict is Verdict.Recomputed or Verdict.Rounding;
        return isFit && CountGrammar.Read(new TokenReader(joined)) is { } read ? read with { First = first, End = places[read.End] } : null;
    }

    /// <summary>One to three digits, a space, and three digits.</summary>
    private static bool Joins(IReadOnlyList<Token> tokens, int at) => at + 1 < tokens.Count
        && tokens[at] is { IsWhole: true, Text.Length: <= 3 } first && first.Text[0] != '0'
        && tokens[at + 1] is { IsWhole: true, Text.Length: 3 } second && second.Start == first.End + 1;
}

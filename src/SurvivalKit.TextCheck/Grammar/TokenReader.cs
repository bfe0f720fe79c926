namespace SurvivalKit.TextCheck;

/// <summary>Reads tokens one after another, and can go back to a mark.</summary>
/// <param name="tokens">The tokens.</param>
internal sealed class TokenReader(IReadOnlyList<Token> tokens)
{
    /// <summary>The place of the next token.</summary>
    public int At { get; set; }

    /// <summary>All tokens.</summary>
    public IReadOnlyList<Token> Tokens => tokens;

    public Token Next => Ahead(0);

    public bool IsAtEnd => At >= tokens.Count;

    /// <summary>A token ahead, or an earlier one where the count is negative.</summary>
    public Token Ahead(int count) => At + count >= 0 && At + count < tokens.Count ? tokens[At + count] : Token.None;

    /// <summary>Reads one token if it is this word or sign.</summary>
    public bool Take(string key)
    {
        if (Next.Kind == TokenKind.Number || Next.Key != key)
        {
            return false;
        }

        At++;
        return true;
    }

    /// <summary>Reads one token if it is one of these words or signs.</summary>
    public bool TakeAny(params ReadOnlySpan<string> keys)
    {
        if (Next.Kind is TokenKind.Number or TokenKind.End || keys.IndexOf(Next.Key) < 0)
        {
            return false;
        }

        At++;
        return true;
    }

    /// <summary>Reads words or signs as long as they are among these.</summary>
    public int SkipAny(int most, params ReadOnlySpan<string> keys)
    {
        int count = 0;
        while (count < most && TakeAny(keys))
        {
            count++;
        }

        return count;
    }

    /// <summary>Reads words and signs that follow each other, or nothing.</summary>
    public bool TakeAll(params ReadOnlySpan<string> keys)
    {
        int start = At;
        foreach (string key in keys)
        {
            if (!Take(key))
            {
                At = start;
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a number without a sign.</summary>
    public PrintedNumber? TakeNumber() => Next.Kind == TokenKind.Number ? tokens[At++].Number : null;

    /// <summary>Reads a number that may have a minus sign.</summary>
    public PrintedNumber? TakeSigned()
    {
        if (Next.Key == "-" && Ahead(1).Kind == TokenKind.Number)
        {
            At += 2;
            PrintedNumber number = tokens[At - 1].Number;
            return number with { Value = -number.Value };
        }

        return TakeNumber();
    }

    /// <summary>Reads a whole number that can be a count.</summary>
    public int? TakeWhole() => Next.IsWhole ? (int)tokens[At++].Number.Value : null;

    /// <summary>Reads a per cent sign or word.</summary>
    public bool TakePercent() => TakeAny("%", "percent", "pct") || TakeAll("per", "cent");

    /// <summary>Reads words, and only words.</summary>
    public int SkipWords(int most)
    {
        int count = 0;
        while (count < most && Next.Kind == TokenKind.Word)
        {
            At++;
            count++;
        }

        return count;
    }
}

namespace SurvivalKit.Published;

/// <summary>The years of the study: <c>from January 2016 to June 2023</c>.</summary>
internal static class PeriodClaims
{
    private const string Reason = "No column of a cohort holds calendar years.";

    /// <summary>Adds the first period that a paragraph of the abstract or of the methods names.</summary>
    public static void Add(DraftBuilder draft, PaperPart part)
    {
        List<Token> tokens = part.Tokens;
        for (int i = 0; i + 2 < tokens.Count; i++)
        {
            if (!(tokens[i].Key is "from" or "between" or "in" || IsYear(tokens[i])))
            {
                continue;
            }

            int start = Year(tokens, i);
            if (start < 0 || start + 1 >= tokens.Count || tokens[start + 1].Key is not (
                "to" or "and" or "through" or "until" or "-" or "till"))
            {
                continue;
            }

            int end = Year(tokens, start + 2);
            if (end > 0 && tokens[end].Number.Value > tokens[start].Number.Value
                && draft.Find($"{part.Place}/Study period > start#year") is null)
            {
                Add(draft, part, "start", tokens[start]);
                Add(draft, part, "end", tokens[end]);
                return;
            }
        }
    }

    private static void Add(DraftBuilder draft, PaperPart part, string end, Token year)
    {
        string row = "Study period > " + end;
        Claim? first = draft.Claims.FirstOrDefault(claim => claim.Row == row && claim.SameAs is null
            && claim.Value == (double)year.Number.Value);
        draft.Add(DraftClaims.Of(part.Place, row, null, DraftNumber.Of(Aspects.Year, year.Number, year.Text), null, part.Where) with
        {
            Checkable = false,
            Reason = Reason,
            SameAs = first?.Id,
        });
    }

    /// <summary>A year at this place, or behind a month and a day.</summary>
    private static int Year(List<Token> tokens, int at)
    {
        for (int i = at; i < Math.Min(tokens.Count, at + 5); i++)
        {
            if (IsYear(tokens[i]))
            {
                return i;
            }

            if (i > at && tokens[i].Kind == TokenKind.Word && tokens[i].Key is "to" or "and" or "from" || tokens[i].Key is "." or ";")
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsYear(Token token) => token is { IsWhole: true, Text.Length: 4, Number.Value: >= 1950 and <= 2100 };
}

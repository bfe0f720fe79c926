namespace SurvivalKit.TextCheck;

/// <summary>Reads estimates with uncertainty: <c>mean difference 2.3 (95% CI 1.1 to 3.5; P = .001)</c>, <c>β = 0.42, SE = 0.15,
/// P = .006</c>, <c>r = 0.45, n = 30, P = .013</c>.</summary>
internal static class EffectGrammar
{
    private const int LongestDescription = 18;
    private const int MostTimes = 2;
    private const int SentenceBefore = 60;

    private static readonly HashSet<string> Links = new(StringComparer.Ordinal)
    {
        "=", ":", "was", "is", "of", ",", "(", "[", ")", "]", "difference", "diff", "coefficient", "estimate", "slope", "md", "mds", "amd",
        "wmd", "smd", "smds", "rd", "ard", "β", "beta", "r", "rs", "rho", "ρ", "groups", "arms", "treatments", "correlation", "weeks",
        "months", "years", "only", "about", "being", "equal",
    };

    private static readonly HashSet<string> Directions = new(StringComparer.Ordinal)
    {
        "decrease", "decreased", "decreases", "decreasing", "reduction", "reductions", "reduced", "reduces", "reducing", "lower", "lowered",
        "less", "fewer", "shorter", "smaller", "loss", "lost", "fell", "decline", "declined", "drop", "dropped", "worse", "better", "favor",
        "favour", "favoring", "favouring", "favored", "favoured", "inverse", "inversely", "negative", "negatively", "improved",
        "improvement", "absolute",
    };

    /// <summary>Reads an estimate at this position, or nothing.</summary>
    public static EffectStatistic? Read(TokenReader reader)
    {
        int first = reader.At;
        EffectStatistic? found = EffectNames.Read(reader) is { } form ? Behind(reader, form, first) : null;
        if (found is null)
        {
            reader.At = first;
            return null;
        }

        reader.TakeAny(")", "]");
        return found with { First = first, End = reader.At };
    }

    private static EffectStatistic? Behind(TokenReader reader, EffectForm form, int first)
    {
        int name = reader.At;
        bool isCorrelation = form is EffectForm.Correlation or EffectForm.RankCorrelation or EffectForm.PartialCorrelation;
        int? df = isCorrelation ? Df(reader) : null;
        if (Value(reader, isCorrelation, out bool isAnnounced) is not { } value)
        {
            return null;
        }

        bool isPercent = reader.TakePercent() || reader.Next.Key is "percentage";
        int last = reader.At;
        if (isCorrelation && (isPercent || (value.Decimals == 0 && value.Value != 0) || Math.Abs(value.Value) >= 2))
        {
            return null;
        }

        EffectParts parts = EffectParts.Read(reader, value, isAnnounced);
        bool isEnough = parts is { Interval: not null } or { StandardError: not null }
            || (isCorrelation && parts.P is not null && (parts.N ?? df ?? EffectParts.SizeBefore(reader.Tokens, first)) is not null);
        return !isEnough ? null : new EffectStatistic(EffectNames.Refined(form, reader.Tokens, first, last, isPercent), value)
        {
            Interval = parts.Interval,
            StandardError = parts.StandardError,
            N = parts.N ?? (isCorrelation ? EffectParts.SizeBefore(reader.Tokens, first) : null),
            DegreesOfFreedom = df,
            P = parts.P,
            HasDashes = parts.HasDashes,
            IsDirected = IsDirected(reader.Tokens, first, last),
            IsCompared = !parts.IsBound && HasIntervalBefore(reader.Tokens, name),
        };
    }

    /// <summary>The number that the name is of: behind words and marks, and behind times such as <c>at 12 weeks</c>.</summary>
    private static PrintedNumber? Value(TokenReader reader, bool isCorrelation, out bool isAnnounced)
    {
        isAnnounced = false;
        int times = 0;
        for (int i = 0; i < LongestDescription; i++)
        {
            if (IntervalNames.Read(reader) is (IntervalMeaning.Confidence, _))
            {
                isAnnounced = true;
                continue;
            }

            Token next = reader.Next;
            bool isMinus = next.Key == "-" && reader.Ahead(1).Kind == TokenKind.Number && reader.Ahead(-1).Kind != TokenKind.Number;
            if (next.Kind == TokenKind.Number && times < MostTimes && IsTime(reader))
            {
                times++;
                reader.At++;
            }
            else if (next.Kind == TokenKind.Number || isMinus)
            {
                // "-079": a number that lost its point.
                bool isNumber = IsLinked(reader) && reader.TakeSigned() is not null && !(reader.Ahead(-1).Text is ['0', not '.', ..]);
                reader.At = isNumber ? reader.At - (isMinus ? 2 : 1) : reader.At;
                return isNumber ? reader.TakeSigned() : null;
            }
            else if (EffectParts.IsOfOthers(next)
                || (next.Kind == TokenKind.Symbol && !(next.Key is "(" or ")" or "[" or "]" or "," or ":" or "=" or "-" or "/" or "'"))
                || (isCorrelation && i > 6))
            {
                return null;
            }

            reader.At = next.Kind == TokenKind.Number ? reader.At : reader.At + 1;
        }

        return null;
    }

    private static bool IsTime(TokenReader reader)
    {
        int unit = reader.Ahead(1).Key == "-" ? 2 : 1;
        return reader.Ahead(unit).Key is "week" or "weeks" or "month" or "months" or "year" or "years" or "day" or "days" or "h"
            or "hours" or "mo" or "wk" or "yr" && !(reader.Ahead(unit + 1).Key is "(" or "[" or ",")
            && !(reader.Ahead(-1).Key is "=" or "was" or "is" or "of");
    }

    /// <summary>Whether what stands right before the number makes it that of the name, and not of a group, a time or a dose.</summary>
    private static bool IsLinked(TokenReader reader) => Links.Contains(reader.Ahead(-1).Key);

    private static int? Df(TokenReader reader)
    {
        int start = reader.At;
        if (reader.Take("(") && reader.TakeWhole() is { } df && reader.Take(")") && reader.Next.Key == "=")
        {
            return df;
        }

        reader.At = start;
        return null;
    }

    /// <summary>Whether the sentence has a word that holds the sign: "a decrease, with a mean difference of 2.3 (-3.5 to -1.1)".</summary>
    private static bool IsDirected(IReadOnlyList<Token> tokens, int first, int last)
    {
        for (int i = last - 1; i >= Math.Max(0, first - SentenceBefore); i--)
        {
            if (i < first && TextSentences.IsEnd(tokens, i))
            {
                return false;
            }

            if (Directions.Contains(tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasIntervalBefore(IReadOnlyList<Token> tokens, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - SentenceBefore); i--)
        {
            if (TextSentences.IsEnd(tokens, i))
            {
                return false;
            }

            if (tokens[i].Key is "ci" or "confidence")
            {
                return true;
            }
        }

        return false;
    }
}

namespace SurvivalKit.TextCheck;

/// <summary>The names of ratios: acronyms and words.</summary>
internal static class RatioNames
{
    // "or" and "hr" in lower case are a conjunction and an hour.
    private static readonly Dictionary<string, TextStatisticKind> Acronyms = new(StringComparer.Ordinal)
    {
        ["HR"] = TextStatisticKind.HazardRatio,
        ["HRs"] = TextStatisticKind.HazardRatio,
        ["aHR"] = TextStatisticKind.HazardRatio,
        ["AHR"] = TextStatisticKind.HazardRatio,
        ["cHR"] = TextStatisticKind.HazardRatio,
        ["uHR"] = TextStatisticKind.HazardRatio,
        ["sHR"] = TextStatisticKind.HazardRatio,
        ["SHR"] = TextStatisticKind.HazardRatio,
        ["sdHR"] = TextStatisticKind.HazardRatio,
        ["csHR"] = TextStatisticKind.HazardRatio,
        ["HRadj"] = TextStatisticKind.HazardRatio,
        ["OR"] = TextStatisticKind.OddsRatio,
        ["ORs"] = TextStatisticKind.OddsRatio,
        ["aOR"] = TextStatisticKind.OddsRatio,
        ["AOR"] = TextStatisticKind.OddsRatio,
        ["cOR"] = TextStatisticKind.OddsRatio,
        ["ORadj"] = TextStatisticKind.OddsRatio,
        ["RR"] = TextStatisticKind.RelativeRisk,
        ["RRs"] = TextStatisticKind.RelativeRisk,
        ["aRR"] = TextStatisticKind.RelativeRisk,
        ["ARR"] = TextStatisticKind.RelativeRisk,
        ["aHRs"] = TextStatisticKind.HazardRatio,
        ["sHRs"] = TextStatisticKind.HazardRatio,
        ["SHRs"] = TextStatisticKind.HazardRatio,
        ["adjHR"] = TextStatisticKind.HazardRatio,
        ["aORs"] = TextStatisticKind.OddsRatio,
        ["AORs"] = TextStatisticKind.OddsRatio,
        ["adjOR"] = TextStatisticKind.OddsRatio,
        ["aRRs"] = TextStatisticKind.RelativeRisk,
        ["IRRs"] = TextStatisticKind.RateRatio,
        ["aIRRs"] = TextStatisticKind.RateRatio,
        ["HRa"] = TextStatisticKind.HazardRatio,
        ["ORa"] = TextStatisticKind.OddsRatio,
        ["RRa"] = TextStatisticKind.RelativeRisk,
        ["uOR"] = TextStatisticKind.OddsRatio,
        ["cRR"] = TextStatisticKind.RelativeRisk,
        ["IRRa"] = TextStatisticKind.RateRatio,
        ["aPR"] = TextStatisticKind.RelativeRisk,
        ["IRR"] = TextStatisticKind.RateRatio,
        ["aIRR"] = TextStatisticKind.RateRatio,
    };

    /// <summary>The kind of ratio that a heading of a table names.</summary>
    public static TextStatisticKind? KindOf(IReadOnlyList<Token> heading)
    {
        for (var reader = new TokenReader(heading); !reader.IsAtEnd; reader.At++)
        {
            if (Read(reader) is (TextStatisticKind kind, _))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Whether a token is an acronym of a ratio.</summary>
    public static bool IsAcronym(Token token) => token.Kind == TokenKind.Word && Acronyms.ContainsKey(token.Text);

    /// <summary>Whether a token begins the name of a ratio.</summary>
    public static bool IsName(Token token) => token.Kind == TokenKind.Word
        && (Acronyms.ContainsKey(token.Text)
            || token.Key is "hazard" or "hazards" or "odds" or "risk" or "relative" or "rate" or "incidence" or "subdistribution");

    /// <summary>Reads the name of a ratio, or nothing.</summary>
    /// <returns>The kind, and whether the name is in the plural.</returns>
    public static (TextStatisticKind Kind, bool Plural)? Read(TokenReader reader)
    {
        if (reader.Next.Kind != TokenKind.Word)
        {
            return null;
        }

        if (Acronyms.TryGetValue(reader.Next.Text, out TextStatisticKind kind))
        {
            reader.At++;
            return (kind, reader.Ahead(-1).Text.EndsWith('s'));
        }

        if (Joined(reader.Next.Key) is { } joined)
        {
            reader.At++;
            return (joined, reader.Ahead(-1).Key.EndsWith('s'));
        }

        int start = reader.At;
        reader.TakeAny("subdistribution", "sub-distribution");
        TextStatisticKind? named =
            reader.TakeAny("hazard", "hazards", "subhazard", "sub-hazard") ? TextStatisticKind.HazardRatio
            : reader.Take("odds") ? TextStatisticKind.OddsRatio
            : reader.TakeAll("relative", "risk") ? TextStatisticKind.RelativeRisk
            : reader.Next.Key == "prevalence" && reader.Ahead(1).Key is "ratio" or "ratios" && reader.Take("prevalence")
                ? TextStatisticKind.RelativeRisk
            : reader.TakeAll("relative", "odds") ? TextStatisticKind.OddsRatio
            : reader.TakeAll("relative", "rate") ? TextStatisticKind.RateRatio
            : reader.TakeAll("relative", "hazard") ? TextStatisticKind.HazardRatio
            : reader.Take("risk") ? TextStatisticKind.RelativeRisk
            : reader.TakeAny("rate") || reader.TakeAll("incidence", "rate")
                || reader.TakeAll("incident", "rate") ? TextStatisticKind.RateRatio
            : null;
        bool isRelative = named is not null && reader.At - start >= 2 && reader.Ahead(-2).Key == "relative";
        if (named is null || !(reader.TakeAny("ratio", "ratios") || isRelative))
        {
            reader.At = start;
            return null;
        }

        return (named.Value, reader.Ahead(-1).Key == "ratios");
    }

    /// <summary>A name in one word: <c>odds-ratios</c>.</summary>
    private static TextStatisticKind? Joined(string key) => key switch
    {
        "hazard-ratio" or "hazard-ratios" or "subhazard-ratio" => TextStatisticKind.HazardRatio,
        "odds-ratio" or "odds-ratios" => TextStatisticKind.OddsRatio,
        "risk-ratio" or "risk-ratios" or "relative-risk" or "relative-risks" => TextStatisticKind.RelativeRisk,
        "rate-ratio" or "rate-ratios" => TextStatisticKind.RateRatio,
        _ => null,
    };
}

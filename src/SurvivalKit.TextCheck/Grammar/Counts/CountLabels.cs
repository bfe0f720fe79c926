namespace SurvivalKit.TextCheck;

/// <summary>Numbers before a percentage that count nothing: <c>grade 3 (18%)</c>, <c>ECOG 0 to 1 (83%)</c>, <c>day 14 (20%)</c>,
/// <c>Gleason ≥ 8 (77%)</c>, the denominator of a count that could not be read.</summary>
internal static class CountLabels
{
    private const int Furthest = 16;
    private const int LargestGrade = 15;

    // Names of classes: a number right behind them, or in a list behind them, is the name of a class.
    private static readonly HashSet<string> Grades = new(StringComparer.Ordinal)
    {
        "grade", "grades", "gr", "stage", "stages", "class", "classes", "type", "types", "category", "categories", "level", "levels",
        "tier",
        "ecog", "ps", "who", "nyha", "asa", "zubrod", "status", "gleason", "phase", "cycle", "cycles", "course", "courses", "line",
        "quartile",
        "quartiles", "tertile", "tertiles", "quintile", "quintiles", "visit", "panel", "version",
        "genotype", "genotypes", "exon", "exons", "codon", "codons", "step", "score", "scores", "points", "birads", "bi-rads",
        "ctcae", "isup", "tnm", "period", "round", "wave", "trimester", "question",
        "item", "model", "option", "parity", "mrs", "rankin", "cin", "apgar", "gcs", "method", "scenario", "strategy", "criterion", "aim",
    };

    // Of these numbers of any size are points of time or of a scale.
    private static readonly HashSet<string> Scales = new(StringComparer.Ordinal)
    {
        "day", "days", "week", "month", "year", "hour", "score", "scores", "age", "aged", "kps", "karnofsky", "codon", "codons",
        "exon", "exons", "acr", "pasi", "easi", "minute",
        "version", "cutoff", "cut-off", "threshold",
    };

    private static readonly HashSet<string> Places =
        new(StringComparer.Ordinal) { "table", "tables", "figure", "figures", "fig", "figs", "ref", "refs", "reference", "references",
            "appendix" };

    // "In the control group 9 (14%) died": the number belongs to what comes.
    private static readonly HashSet<string> Groups =
        new(StringComparer.Ordinal) { "group", "groups", "arm", "arms", "cohort", "cohorts", "study", "trial", "part" };

    private static readonly HashSet<string> BeforeGroup =
        new(StringComparer.Ordinal) { "in", "of", "for", "and", "from", "to", "as", "with", "risk", "or", "than", "by", "among",
            "between", "within" };

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "types", "kinds", "drugs", "agents", "cycles", "courses", "doses", "lines", "classes", "points", "regimens", "medications",
    };

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "none", "all", "each", "both", "half", "most", "some", "any", "neither", "many", "few", "several", "majority", "third", "quarter",
        "every", "either", "two-thirds", "three-quarters", "one-third",
    };

    /// <summary>Whether the number at the reader's place is a label, the end of a range or a threshold.</summary>
    public static bool IsLabel(TokenReader reader)
    {
        string before = reader.Ahead(-1).Key;
        if (reader.Ahead(1).Key == "/" && reader.Ahead(2) is { IsWhole: true, Number.Value: > LargestGrade })
        {
            // A part of a whole: "day 0 1/50 (2%)".
            return false;
        }

        if (before is "≥" or "≤" or ">" or "<" or "±" or "×" or "+" or "~" || IsRangeEnd(reader, before) || IsDenominator(reader, before))
        {
            return true;
        }

        return IsNamed(reader) || IsNumberOf(reader);
    }

    /// <summary>"Received 2 (34%) or 3 (22%) types": the noun of a list of numbers behind their percentages.</summary>
    private static bool IsNumberOf(TokenReader reader)
    {
        if (reader.Next.Number.Value > LargestGrade)
        {
            return false;
        }

        for (int i = 1; i <= Furthest; i++)
        {
            Token token = reader.Ahead(i);
            if (token.Kind == TokenKind.Word && token.Key is not ("and" or "or" or "to"))
            {
                return Kinds.Contains(token.Key);
            }

            if (token.Kind == TokenKind.End || token.Key is "." or ";" or "/")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"At least 2 of 5 criteria (60%)": no part of a whole.</summary>
    public static bool IsCriterion(TokenReader reader, int first) =>
        first > 0 && reader.Tokens[first - 1].Key is "least" or "most" or "any" or "than" or "≥" or "≤" or ">" or "<" or "or";

    private static bool IsRangeEnd(TokenReader reader, string before) =>
        before is "-" or "to" && reader.Ahead(-2).Kind == TokenKind.Number && reader.Ahead(-2).Number.Value < reader.Next.Number.Value
            && !(before == "-" && reader.Ahead(-1).Start > reader.Ahead(-2).End && reader.Next.Start > reader.Ahead(-1).End);

    /// <summary>The 16 of "half of 16 (50%)" and of "k out of 16 (56%)" where k was not read.</summary>
    private static bool IsDenominator(TokenReader reader, string before)
    {
        int back = before is "the" or "all" or "these" or "our" ? 2 : 1;
        if (!(reader.Ahead(-back).Key is "of" or "from" or "among" or "in"))
        {
            return false;
        }

        if (reader.Ahead(-back).Key != "of")
        {
            return reader.Ahead(-back - 1) is { IsWhole: true, Number.Value: < 1900 } count
                && count.Number.Value <= reader.Next.Number.Value;
        }

        Token part = reader.Ahead(-back - 1);
        return part.Key == "out" || part.Kind == TokenKind.Number || IsCounted(reader, back + 1) || Parts.Contains(part.Key)
            || NumberWords.Value(part.Key) is not null;
    }

    /// <summary>The 16 of "9 responders of 16 (56%)": a smaller number and few words stand before it.</summary>
    private static bool IsCounted(TokenReader reader, int back)
    {
        int words = 0;
        while (words < 3 && reader.Ahead(-back - words).Kind == TokenKind.Word)
        {
            words++;
        }

        return words > 0 && reader.Ahead(-back - words) is { IsWhole: true } count && count.Number.Value <= reader.Next.Number.Value;
    }

    /// <summary>A class, a point of time or of a scale, alone or in a list of them: "grade 1 (40%), 2 (34%) and 3 (22%)".</summary>
    private static bool IsNamed(TokenReader reader)
    {
        decimal value = reader.Next.Number.Value;
        bool isList = false;
        bool joins = false;
        for (int i = 1; i <= Furthest; i++)
        {
            Token token = reader.Ahead(-i);
            if (token.Kind == TokenKind.Number)
            {
                if (reader.Ahead(-i + 1).Kind == TokenKind.Number)
                {
                    // Cells that follow each other.
                    return false;
                }

                isList = true;
                continue;
            }

            if (token.Key is "and" or "or" or "to" or "-" or "/" or "," or "&")
            {
                joins |= !isList;
                continue;
            }

            bool isPercentage = token.Key is ")" or "]"
                && (reader.Ahead(-i - 1).Key == "%" || reader.Ahead(-i - 1).Kind == TokenKind.Number);
            if (token.Key is "%" || isPercentage || (isList && token.Key is "(" or "["))
            {
                continue;
            }

            if (token.Key is "of" or "=" or "≥" or "≤" or ">" or "<" or "was" or "is")
            {
                // "A score of 0", "status = 1".
                Token scale = reader.Ahead(-i - 1);
                if (!(Grades.Contains(scale.Key) || Scales.Contains(scale.Key)) || (token.Key is "was" or "is" && value > LargestGrade))
                {
                    return false;
                }

                continue;
            }

            return token.Kind == TokenKind.Word && (isList || !joins) && IsName(reader, token, i, isList, value);
        }

        return false;
    }

    private static bool IsName(TokenReader reader, Token name, int back, bool isList, decimal value)
    {
        if (Places.Contains(name.Key))
        {
            return back == 1;
        }

        return (Scales.Contains(name.Key) && !(isList && value > LargestGrade && name.Key is "score" or "scores"))
            || (value <= LargestGrade && (Grades.Contains(name.Key) || name.Key.StartsWith("grade-", StringComparison.Ordinal)
                || (Groups.Contains(name.Key) && (BeforeGroup.Contains(reader.Ahead(-back - 1).Key) || (isList && name.Key[^1] == 's')))));
    }
}

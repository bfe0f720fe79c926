namespace SurvivalKit.TextCheck;

/// <summary>Reads the names of intervals, their levels and how they were made.</summary>
internal static class IntervalNames
{
    private static readonly string[] Names = ["ci", "cis", "cri", "ic", "ki", "confidence", "credible", "konfidenzintervall", "bci",
        "cris", "hpd", "hdi",
        "hpdi"];

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "bootstrap", "bootstrapped", "percentile", "bca", "bias-corrected", "accelerated", "bias", "corrected", "exact", "robust",
        "profile",
        "likelihood", "profile-likelihood", "penalized", "penalised", "firth", "bayesian", "posterior", "repeated", "sequential", "wald",
        "sandwich", "cluster-robust", "clustered", "jackknife", "simultaneous", "two-sided", "one-sided", "conditional", "mid-p",
        "clopper-pearson", "wilson", "cornfield", "asymptotic", "approximate", "adjusted", "unadjusted", "stratified", "nominal",
        "multiplicity-adjusted", "highest", "density", "equal-tailed", "model-based", "gee", "huber-white", "two", "sided",
    };

    /// <summary>Reads the name of an interval with its level: <c>95% CI</c>, <c>CI 95%</c>, <c>95% confidence interval
    /// [CI]</c>, <c>IQR</c>.</summary>
    public static (IntervalMeaning Meaning, double? Level) Read(TokenReader reader)
    {
        int start = reader.At;
        SkipMethod(reader);
        double? level = Level(reader);
        reader.Take("-");
        SkipMethod(reader);
        if (Confidence(reader, ref level))
        {
            return (IntervalMeaning.Confidence, level);
        }

        reader.At = start;
        if (reader.TakeAny("iqr", "interquartile", "q1-q3", "quartiles"))
        {
            reader.SkipAny(2, "range", "interval");
            reader.SkipAny(3, "(", "[", "iqr", ")", "]");
            return (IntervalMeaning.Quartiles, null);
        }

        return reader.TakeAny("range", "ranging", "min-max", "minimum-maximum")
            ? (IntervalMeaning.Range, null)
            : (IntervalMeaning.Unnamed, null);
    }

    /// <summary>"95% bootstrap CI", "exact two-sided 95% CI": how the interval was made.</summary>
    private static void SkipMethod(TokenReader reader)
    {
        for (int i = 0; i < 4 && reader.Next.Kind == TokenKind.Word && Methods.Contains(reader.Next.Key); i++)
        {
            reader.At++;
            reader.TakeAny("-", ",");
        }
    }

    /// <summary>Reads a level in per cent, or nothing.</summary>
    public static double? Level(TokenReader reader)
    {
        if (reader.Next.IsWhole || reader.Next.Kind == TokenKind.Number)
        {
            decimal value = reader.Next.Number.Value;
            if (value is >= 50 and < 100 && reader.Ahead(1).Key is "%" or "percent" or "per")
            {
                reader.At++;
                reader.TakePercent();
                return (double)value / 100;
            }
        }

        return null;
    }

    private static bool Confidence(TokenReader reader, ref double? level)
    {
        // CI95% and CI95 are single words of the tokenizer.
        if (reader.Next.Key is "ci95" or "ic95" or "ci90" or "ci99")
        {
            level = int.Parse(reader.Next.Key.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture) / 100.0;
            reader.At++;
            reader.Take("%");
            return true;
        }

        if (reader.TakeAll("c", ".", "i", ".") || reader.TakeAll("conf", ".", "interval") || reader.TakeAll("conf", ".", "int", ".")
            || (level is not null && reader.TakeAny("interval", "intervals")))
        {
            return true;
        }

        // "95% highest density interval", "95% bootstrap limits": the method stands for the name.
        if (level is not null && Methods.Contains(reader.Ahead(-1).Key) && reader.TakeAny("interval", "intervals", "limits"))
        {
            return true;
        }

        // "95% Cl": the letter l for an I.
        if (!reader.TakeAny(Names) && !(level is not null && reader.TakeAny("cl", "c.i", "lc")))
        {
            return false;
        }

        string name = reader.Ahead(-1).Key;
        if (name is "confidence" or "credible" && !reader.TakeAny("interval", "intervals", "limits", "limit", "int"))
        {
            return false;
        }

        if (reader.Next.Key is "(" or "[" && reader.Ahead(1).Key is "ci" or "cis" or "cri" && reader.Ahead(2).Key is ")" or "]")
        {
            reader.At += 3;
        }

        level ??= reader.Next.Key is "(" or "," or ":" ? null : Level(reader);
        return true;
    }
}

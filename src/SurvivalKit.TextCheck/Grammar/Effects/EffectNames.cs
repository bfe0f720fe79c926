namespace SurvivalKit.TextCheck;

/// <summary>The names of estimates with uncertainty: <c>adjusted mean difference</c>, <c>MD</c>, <c>β</c>, <c>regression coefficient</c>,
/// <c>Spearman's r</c>.</summary>
internal static class EffectNames
{
    private const int MostDescriptions = 5;
    private const int Neighbourhood = 8;

    private static readonly HashSet<string> Descriptions = new(StringComparer.Ordinal)
    {
        "mean", "adjusted", "unadjusted", "absolute", "risk", "rate", "weighted", "standardized", "standardised", "treatment", "estimated",
        "between-group", "between-groups", "between", "group", "least-squares", "least", "squares", "square", "least-square", "ls",
        "pooled", "overall", "survival", "percentage", "corresponding", "average", "net", "raw", "model-based", "baseline-adjusted",
        "crude",
    };

    // Every word of a text is looked up here once; few go on.
    private static readonly HashSet<string> Beginnings = new(Descriptions, StringComparer.Ordinal)
    {
        "difference", "diff", "md", "mds", "amd", "wmd", "smd", "smds", "rd", "ard", "β", "beta", "b", "r", "rs", "rho", "ρ", "regression",
        "unstandardized", "unstandardised", "coefficient", "estimate", "slope", "correlation",
    };

    private static readonly string[] Shares =
    [
        "risk", "risks", "rate", "rates", "proportion", "proportions", "survival", "percentage", "percentages", "incidence", "mortality",
        "prevalence", "probability", "frequency", "absolute", "response", "percent",
    ];

    /// <summary>Reads a name at this position, or nothing.</summary>
    public static EffectForm? Read(TokenReader reader)
    {
        if (!Beginnings.Contains(reader.Next.Key))
        {
            return null;
        }

        int start = reader.At;
        EffectForm? form = Letter(reader) ?? Difference(reader) ?? Coefficient(reader) ?? Correlation(reader);
        reader.At = form is null ? start : reader.At;
        return form;
    }

    /// <summary>What the words between the name and the number say of a difference.</summary>
    public static EffectForm Refined(EffectForm form, IReadOnlyList<Token> tokens, int first, int end, bool isPercent)
    {
        if (form is not (EffectForm.Difference or EffectForm.MeanDifference))
        {
            return form;
        }

        return Has(tokens, first - 2, end, "median", "medians") ? EffectForm.MedianDifference
            : Has(tokens, first, end, "mean", "means") && !isPercent ? EffectForm.MeanDifference
            : (isPercent && form == EffectForm.Difference) || Has(tokens, first, end, Shares) ? EffectForm.ShareDifference
            : form;
    }

    private static EffectForm? Letter(TokenReader reader)
    {
        Token token = reader.Next;
        EffectForm? form = token.Text switch
        {
            "MD" or "MDs" or "aMD" or "WMD" => EffectForm.MeanDifference,
            "SMD" or "SMDs" => EffectForm.StandardisedDifference,
            "RD" or "ARD" => EffectForm.ShareDifference,
            "β" or "beta" or "Beta" => EffectForm.Coefficient,
            "B" or "b" when reader.Ahead(1).Key == "=" => EffectForm.Coefficient,
            "r" or "R" when reader.Ahead(1).Key is "=" or "(" or "of" => EffectForm.Correlation,
            "rs" or "rS" or "rho" or "ρ" when reader.Ahead(1).Key is "=" or "(" => EffectForm.RankCorrelation,
            _ => null,
        };
        if (form is null)
        {
            return null;
        }

        (int at, IReadOnlyList<Token> tokens) = (reader.At, reader.Tokens);
        if (form == EffectForm.Coefficient && (Has(tokens, at - 3, at, "standardized", "standardised", "std")
            || Has(tokens, at + 1, at + 3, "standardized", "standardised")))
        {
            form = EffectForm.StandardisedCoefficient;
        }

        reader.At++;
        return form == EffectForm.Correlation ? CorrelationOf(tokens, at) : form;
    }

    private static EffectForm? Difference(TokenReader reader)
    {
        int start = reader.At;
        for (int i = 0; i < MostDescriptions && Descriptions.Contains(reader.Next.Key); i++)
        {
            reader.At++;
        }

        if (!reader.TakeAny("difference", "diff"))
        {
            reader.At = start;
            return null;
        }

        (int first, int end, IReadOnlyList<Token> tokens) = (start, reader.At, reader.Tokens);
        return Has(tokens, first, end, "standardized", "standardised") ? EffectForm.StandardisedDifference
            : Has(tokens, first - 2, end, "median") ? EffectForm.MedianDifference
            : Has(tokens, first, end, "mean", "least-squares", "least", "ls", "weighted", "average") ? EffectForm.MeanDifference
            : Has(tokens, first, end, Shares) ? EffectForm.ShareDifference
            : EffectForm.Difference;
    }

    private static EffectForm? Coefficient(TokenReader reader)
    {
        int start = reader.At;
        bool isStandardised = reader.TakeAny("standardized", "standardised");
        bool isNamed = reader.TakeAny("regression", "beta", "β", "unstandardized", "unstandardised");
        reader.TakeAny("regression", "beta", "β");
        if (reader.TakeAny("coefficient", "estimate", "slope") && !(reader.Next.Key is "of" && reader.Ahead(1).Kind == TokenKind.Word)
            && (isNamed || isStandardised || reader.Ahead(-1).Key == "slope" || reader.Next.Key is "=" or "(")
            && !Has(reader.Tokens, start - 3, start, "correlation", "variation", "kappa", "diffusion"))
        {
            return isStandardised ? EffectForm.StandardisedCoefficient : EffectForm.Coefficient;
        }

        return null;
    }

    private static EffectForm? Correlation(TokenReader reader)
    {
        int start = reader.At;
        if (!reader.TakeAny("correlation"))
        {
            return null;
        }

        reader.TakeAny("coefficient", "coefficients");
        return CorrelationOf(reader.Tokens, start);
    }

    private static EffectForm? CorrelationOf(IReadOnlyList<Token> tokens, int at) =>
        Has(tokens, at - Neighbourhood, at, "intraclass", "concordance", "kendall", "kendall's", "intra-class", "multiple", "icc") ? null
        : Has(tokens, at - Neighbourhood, at, "partial", "adjusted", "controlling", "adjusting", "repeated") ? EffectForm.PartialCorrelation
        : Has(tokens, at - Neighbourhood, at, "spearman", "spearman's", "rank", "rank-order") ? EffectForm.RankCorrelation
        : EffectForm.Correlation;

    private static bool Has(IReadOnlyList<Token> tokens, int first, int end, params ReadOnlySpan<string> words)
    {
        for (int i = Math.Max(0, first); i < Math.Min(end, tokens.Count); i++)
        {
            if (words.Contains(tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }
}

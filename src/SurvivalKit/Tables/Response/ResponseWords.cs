namespace SurvivalKit;

/// <summary>The words in which data give a response to treatment: those of RECIST 1.1 (Eisenhauer et al. 2009), short or long.</summary>
internal static class ResponseWords
{
    /// <summary>Who could not be evaluated.</summary>
    public const string NotEvaluable = "NE";

    /// <summary>The responses from the best to the worst, with their long names.</summary>
    public static readonly (string Code, string Name)[] Known =
    [
        ("CR", "Complete response"),
        ("PR", "Partial response"),
        ("SD", "Stable disease"),
        ("NN", "Neither complete response nor progression"),
        ("PD", "Progressive disease"),
        (NotEvaluable, "Not evaluable"),
    ];

    /// <summary>The code of a word; <see langword="null"/>: it is none.</summary>
    public static string? CodeOf(string word)
    {
        string plain = string.Concat(word.Where(char.IsLetter)).ToUpperInvariant();
        return plain switch
        {
            "CR" or "COMPLETERESPONSE" or "COMPLETEREMISSION" or "COMPLETE" => "CR",
            "PR" or "PARTIALRESPONSE" or "PARTIALREMISSION" or "PARTIAL" => "PR",
            "SD" or "STABLEDISEASE" or "STABLE" => "SD",
            "NONCRNONPD" or "NN" => "NN",
            "PD" or "PROGRESSIVEDISEASE" or "PROGRESSION" or "PROGRESSIONOFDISEASE" or "DISEASEPROGRESSION" => "PD",
            "NE" or "NOTEVALUABLE" or "NOTEVALUATED" or "INEVALUABLE" or "NOTASSESSED" or "NOTASSESSABLE" => NotEvaluable,
            "UNKNOWN" or "ND" or "NOTDONE" => NotEvaluable,
            _ => null,
        };
    }
}

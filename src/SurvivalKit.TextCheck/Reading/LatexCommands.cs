namespace SurvivalKit.TextCheck;

/// <summary>The LaTeX that remains in papers converted to Markdown.</summary>
internal static class LatexCommands
{
    /// <summary>What a command is read as; the empty text for those that only set the type.</summary>
    public static string Text(ReadOnlySpan<char> name) => name switch
    {
        "pm" => "±",
        "mp" => "∓",
        "geq" or "ge" or "geqslant" => "≥",
        "leq" or "le" or "leqslant" => "≤",
        "gt" => ">",
        "lt" => "<",
        "times" => "×",
        "chi" => "χ",
        "kappa" => "κ",
        "alpha" => "α",
        "beta" => "β",
        "mu" => "μ",
        "approx" => "≈",
        "sim" => "~",
        "cdot" or "cdotp" => "·",
        "quad" or "qquad" or "enspace" or "thinspace" => " ",
        "textendash" or "textemdash" or "minus" or "endash" => "-",
        "ldots" or "dots" => "…",
        "percent" => "%",
        _ => "",
    };
}

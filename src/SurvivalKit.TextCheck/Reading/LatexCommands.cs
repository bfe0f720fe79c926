namespace SurvivalKit.TextCheck;

/// <summary>The LaTeX that remains in papers converted to Markdown.</summary>
internal static class LatexCommands
{
    /// <summary>The text for a command; empty for those that only set the font.</summary>
    public static string Of(ReadOnlySpan<char> name) => name switch
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

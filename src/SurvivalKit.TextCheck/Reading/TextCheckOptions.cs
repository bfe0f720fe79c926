namespace SurvivalKit.TextCheck;

/// <summary>How a text is read.</summary>
public sealed record TextCheckOptions
{
    /// <summary>The defaults.</summary>
    public static TextCheckOptions Default { get; } = new();

    /// <summary>
    /// Whether a comma separates decimals, as in <c>0,72</c>. <see langword="null"/>, the default: it does where
    /// the text has more numbers such as <c>0,72</c> than such as <c>0.72</c> or <c>.72</c>.
    /// </summary>
    public bool? DecimalComma { get; init; }

    /// <summary>The confidence level of intervals whose level is not printed; 0.95 by default.</summary>
    public double Level { get; init; } = 0.95;
}

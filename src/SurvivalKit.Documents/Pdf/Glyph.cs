namespace SurvivalKit.Documents;

/// <summary>A letter on a page, as a reader sees it: x to the right, y up, both in points.</summary>
/// <param name="Text">Its characters; a ligature has several or is one sign.</param>
/// <param name="Left">Where it starts.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Baseline">The height of its base line.</param>
/// <param name="Size">The size of its font.</param>
/// <param name="IsBold">Whether its font is bold by its name.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size, bool IsBold)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>The height of the small letters' feet and of the capitals' heads, about.</summary>
    public double Bottom => Baseline - (0.2 * Size);

    public double Top => Baseline + (0.7 * Size);
}

namespace SurvivalKit.Documents;

/// <summary>A picture of a <see cref="WordReport"/>: a PNG file, its size that which its pixels and their density state.</summary>
/// <example><code>
/// var picture = new WordPicture(figure.ToPng()) { Caption = "Survival by sex", Description = figure.Description, Svg = figure.ToSvg() };
/// </code></example>
public sealed record WordPicture
{
    /// <summary>Takes a picture.</summary>
    /// <param name="png">All bytes of a PNG file.</param>
    /// <exception cref="SurvivalDataException">It is no PNG file.</exception>
    public WordPicture(byte[] png)
    {
        ArgumentNullException.ThrowIfNull(png);
        (Width, Height) = PngSize.Millimetres(png);
        Png = png;
    }

    /// <summary>The caption below the picture; empty: it has none. Default: empty.</summary>
    public string Caption { get; init; } = "";

    /// <summary>What the picture shows, in words: what a screen reader reads. Default: empty, which takes the caption.</summary>
    public string Description { get; init; } = "";

    /// <summary>The same picture as SVG, which Word since 2016 shows instead, sharp at every size; <see langword="null"/>: none.
    /// Default: null.</summary>
    public string? Svg { get; init; }

    /// <summary>The width in millimetres: by the density that the file states, else of 96 pixels an inch.</summary>
    public double Width { get; }

    /// <summary>The height in millimetres.</summary>
    public double Height { get; }

    internal byte[] Png { get; }
}

using System.Globalization;

namespace SurvivalKit.Documents;

/// <summary>The page, the letters and the captions of a <see cref="WordReport"/>.</summary>
public sealed record WordReportOptions
{
    /// <summary>The width of an upright page in millimetres, 100 to 420. Default: 210, that of A4 (US letter: 215.9).</summary>
    public double PageWidth { get; init; } = 210;

    /// <summary>The height of an upright page in millimetres, 100 to 600. Default: 297, that of A4 (US letter: 279.4).</summary>
    public double PageHeight { get; init; } = 297;

    /// <summary>The margin on all sides in millimetres, 5 to 40. Default: 25.</summary>
    public double Margin { get; init; } = 25;

    /// <summary>The name of the font. Default: Arial; a computer without it takes one of the same widths.</summary>
    public string Font { get; init; } = "Arial";

    /// <summary>The size of the text in points, 6 to 16. Default: 10.</summary>
    public double TextSize { get; init; } = 10;

    /// <summary>The size of what stands in tables in points, 6 to 16; a table that is too wide for its page is set in smaller letters,
    /// down to 6. Default: 9.</summary>
    public double TableSize { get; init; } = 9;

    /// <summary>Whether captions are numbered, <c>Table 1.</c> and <c>Figure 1.</c>, by fields that Word counts anew when blocks are moved.
    /// Default: true.</summary>
    public bool NumberCaptions { get; init; } = true;

    /// <summary>The author in the properties of the document. Default: empty.</summary>
    public string Author { get; init; } = "";

    internal void Check()
    {
        Range("page width", PageWidth, 100, 420, "mm");
        Range("page height", PageHeight, 100, 600, "mm");
        Range("margin", Margin, 5, 40, "mm");
        Range("text size", TextSize, 6, 16, "points");
        Range("table size", TableSize, 6, 16, "points");
        if (string.IsNullOrWhiteSpace(Font))
        {
            throw new SurvivalDataException("The font of the report is empty; the name of a font was expected.");
        }
    }

    private static void Range(string option, double value, double least, double most, string unit)
    {
        if (!(value >= least && value <= most))
        {
            throw new SurvivalDataException(string.Create(
                CultureInfo.InvariantCulture, $"The {option} of the report is {value}; {least} to {most} {unit} was expected."));
        }
    }
}

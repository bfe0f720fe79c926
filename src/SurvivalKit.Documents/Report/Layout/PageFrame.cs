namespace SurvivalKit.Documents;

/// <summary>The page of a report in points, upright or turned.</summary>
internal sealed record PageFrame(double Width, double Height, double Margin, bool IsTurned)
{
    private const double PointsOfMillimetre = 72 / 25.4;

    /// <summary>What is left between the margins at the sides.</summary>
    public double TextWidth => Width - (2 * Margin);

    /// <summary>What is left between the margins above and below.</summary>
    public double TextHeight => Height - (2 * Margin);

    /// <summary>The upright page of a report.</summary>
    public static PageFrame Upright(WordReportOptions options) => new(
        options.PageWidth * PointsOfMillimetre, options.PageHeight * PointsOfMillimetre, options.Margin * PointsOfMillimetre, false);

    /// <summary>The same page turned by a quarter.</summary>
    public PageFrame Turned() => new(Height, Width, Margin, true);
}

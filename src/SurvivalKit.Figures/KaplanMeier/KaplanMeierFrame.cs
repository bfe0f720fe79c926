namespace SurvivalKit.Figures;

/// <summary>The plot area: its edges in points, and the scales from time and probability to points.</summary>
internal sealed record KaplanMeierFrame(double Left, double Top, double Right, double Bottom, double TimeEnd)
{
    /// <summary>The probability at the upper end of the axis. Default: 1.</summary>
    public double Highest { get; init; } = 1;

    /// <summary>Width in points.</summary>
    public double Width => Right - Left;

    /// <summary>Height in points.</summary>
    public double Height => Bottom - Top;

    /// <summary>Position of a time.</summary>
    public double X(double time) => Left + (time / TimeEnd * Width);

    /// <summary>Position of a probability.</summary>
    public double Y(double probability) => Bottom - (probability / Highest * Height);
}

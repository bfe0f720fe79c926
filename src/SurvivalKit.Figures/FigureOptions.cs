namespace SurvivalKit.Figures;

/// <summary>The options that all figures share. The defaults suit a journal page.</summary>
public abstract record FigureOptions
{
    /// <summary>Width of the figure in millimetres, 40 to 600. Default: <see cref="FigureWidth.DoubleColumn"/>.</summary>
    public double Width { get; init; } = FigureWidth.DoubleColumn;

    /// <summary>Size of the text in points, 5 to 24. Default (null): 8, or 7 where the figure is narrower than 110 mm.</summary>
    public double? TextSize { get; init; }

    /// <summary>Colours. Default: <see cref="FigureTheme.Light"/>.</summary>
    public FigureTheme Theme { get; init; } = FigureTheme.Light;

    /// <summary>The background of the figure. Default: <see cref="FigureBackground.Paper"/>.</summary>
    public FigureBackground Background { get; init; } = FigureBackground.Paper;

    /// <summary>Heading drawn above the figure. Default (null): none, as journals set their own.</summary>
    public string? Title { get; init; }

    /// <summary>What the figure shows, in words, for readers who cannot see it. Default (null): generated from the data.</summary>
    public string? Description { get; init; }

    /// <summary>The size of the text that is used, in points.</summary>
    internal double EffectiveTextSize => TextSize ?? (Width < 110 ? 7 : 8);

    /// <summary>The width in points.</summary>
    internal double WidthInPoints => Width * 72 / 25.4;

    /// <summary>Throws where an option is outside its range.</summary>
    internal virtual void Check()
    {
        Range(nameof(Width), Width, 40, 600, "mm");
        Range(nameof(TextSize), EffectiveTextSize, 5, 24, "points");
    }

    /// <summary>Throws where <paramref name="value"/> is outside [<paramref name="least"/>, <paramref name="most"/>].</summary>
    internal static void Range(string option, double value, double least, double most, string unit)
    {
        if (!(value >= least && value <= most))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"The option {option} is {value} {unit}; it has to be from {least} to {most} {unit}."));
        }
    }
}

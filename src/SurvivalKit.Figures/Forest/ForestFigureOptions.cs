namespace SurvivalKit.Figures;

/// <summary>How a forest plot is drawn.</summary>
public sealed record ForestFigureOptions : FigureOptions
{
    /// <summary>Headings of the panels, such as <c>Univariate</c> and <c>Multivariate</c>. Default: none.</summary>
    public IReadOnlyList<string> Panels { get; init; } = [];

    /// <summary>Heading of the labels' column. Default: <c>Variable</c>.</summary>
    public string LabelHeading { get; init; } = "Variable";

    /// <summary>Short name of the ratio in the heading of its column. Default: <c>HR</c>.</summary>
    public string RatioHeading { get; init; } = "HR";

    /// <summary>Title of the axis. Default: <c>Hazard ratio</c>; the level and the scale follow it in brackets.</summary>
    public string AxisLabel { get; init; } = "Hazard ratio";

    /// <summary>Confidence level that the intervals have, named in the headings. Default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What a ratio below 1 favours, such as <c>Favours atezolizumab</c>. Default: nothing is printed.</summary>
    public string? FavoursLower { get; init; }

    /// <summary>What a ratio above 1 favours. Default: nothing is printed.</summary>
    public string? FavoursUpper { get; init; }

    /// <summary>Whether the column of events and patients is printed. Default (null): where a row has them.</summary>
    public bool? Counts { get; init; }

    /// <summary>The ends and ticks of the axis. Default (null): <see cref="ForestAxis.Natural"/> for a fit or a regression table by its
    /// variables, <see cref="ForestAxis.Symmetric"/> for given rows and for models by their coefficients.</summary>
    public ForestAxis? Axis { get; init; }

    /// <summary>Lower end of the axis, above 0; set together with <see cref="AxisUpper"/>. Default (null): from the estimates.</summary>
    public double? AxisLower { get; init; }

    /// <summary>Upper end of the axis; set together with <see cref="AxisLower"/>. Default (null): from the estimates.</summary>
    public double? AxisUpper { get; init; }

    /// <summary>Decimals of the ratios, 0 to 6. Default: 2.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Whether every other block of rows is shaded. Default: true.</summary>
    public bool Zebra { get; init; } = true;

    /// <summary>A line of text below the figure. Default: only explanations that the drawing needs.</summary>
    public string? Footnote { get; init; }

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        Range(nameof(Decimals), Decimals, 0, 6, "decimals");
        Range(nameof(Level), Level, 0.01, 0.9999, "(a probability)");
        if (Axis is { } axis && !Enum.IsDefined(axis))
        {
            throw new SurvivalDataException($"There is no {nameof(ForestAxis)} {axis}; Symmetric or Natural was expected.");
        }

        if (AxisLower is null != AxisUpper is null)
        {
            throw new SurvivalDataException("The options AxisLower and AxisUpper have to be set together.");
        }

        if (AxisLower is { } lower && AxisUpper is { } upper && !(lower > 0 && upper > lower))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"The axis goes from {lower} to {upper}; AxisLower has to be above 0 and below AxisUpper."));
        }
    }
}

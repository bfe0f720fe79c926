using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>Weight of a text.</summary>
internal enum TextWeight
{
    Regular,
    SemiBold,
}

/// <summary>The point of a text to which its x coordinate refers.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>A colour on light and on dark paper, each as <c>#RRGGBB</c>.</summary>
internal readonly record struct Tone(string Light, string Dark);

/// <summary>A point of a scene: points (1/72 inch) from the left and the top.</summary>
internal readonly record struct ScenePoint(double X, double Y);

/// <summary>A fill: its colour and opacity (0 to 1).</summary>
internal sealed record Fill(Tone Tone, double Opacity = 1);

/// <summary>A line: colour, width in points, dash lengths in points (empty: solid).</summary>
internal sealed record Stroke(Tone Tone, double Width)
{
    /// <summary>Alternating lengths of dashes and gaps, in points.</summary>
    public ImmutableArray<double> Dashes { get; init; } = [];

    /// <summary>Whether line ends are round; short dashes then are dots.</summary>
    public bool RoundCap { get; init; }
}

/// <summary>Anything drawn. <see cref="Part"/> names what it represents, for readers of the SVG and for tests.</summary>
internal abstract record Mark
{
    /// <summary>The name of the mark, such as <c>curve 1</c>; becomes the attribute <c>data-part</c>.</summary>
    public string? Part { get; init; }

    /// <summary>The same mark, moved.</summary>
    public abstract Mark Shift(double dx, double dy);
}

/// <summary>A chain of straight lines.</summary>
internal sealed record Chain(ImmutableArray<ScenePoint> Points, bool Closed = false);

/// <summary>One or more chains of straight lines, stroked, filled or both.</summary>
internal sealed record PathMark(ImmutableArray<Chain> Chains, Stroke? Stroke = null, Fill? Fill = null) : Mark
{
    /// <inheritdoc/>
    public override Mark Shift(double dx, double dy) =>
        this with { Chains = [.. Chains.Select(c => c with { Points = [.. c.Points.Select(p => new ScenePoint(p.X + dx, p.Y + dy))] })] };
}

/// <summary>An upright rectangle.</summary>
internal sealed record RectangleMark(double X, double Y, double Width, double Height, Fill? Fill = null, Stroke? Stroke = null) : Mark
{
    /// <inheritdoc/>
    public override Mark Shift(double dx, double dy) => this with { X = X + dx, Y = Y + dy };
}

/// <summary>A circle.</summary>
internal sealed record CircleMark(double X, double Y, double Radius, Fill? Fill = null, Stroke? Stroke = null) : Mark
{
    /// <inheritdoc/>
    public override Mark Shift(double dx, double dy) => this with { X = X + dx, Y = Y + dy };
}

/// <summary>One line of text; <c>Y</c> is its baseline, <c>Rotation</c> clockwise in degrees about (X, Y).</summary>
internal sealed record TextMark(
    double X, double Y, string Text, TextStyle Style, TextAnchor Anchor = TextAnchor.Start, double Rotation = 0) : Mark
{
    /// <inheritdoc/>
    public override Mark Shift(double dx, double dy) => this with { X = X + dx, Y = Y + dy };
}

/// <summary>The style of a text. Between <see cref="Typesetter.ItalicOn"/> and <see cref="Typesetter.ItalicOff"/> it is slanted.</summary>
internal sealed record TextStyle(double Size, Tone Tone, TextWeight Weight = TextWeight.Regular)
{
    /// <summary>Whether all digits are as wide as the widest, so that columns of numbers line up.</summary>
    public bool Tabular { get; init; }
}

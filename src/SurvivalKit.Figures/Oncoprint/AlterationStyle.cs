using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The shape of an alteration in its cell; shapes leave space for each other, so that several stay visible.</summary>
internal enum AlterationShape
{
    /// <summary>The whole cell, solid.</summary>
    Full,

    /// <summary>A frame around the cell.</summary>
    Frame,

    /// <summary>A band across the middle.</summary>
    Middle,

    /// <summary>A band across the lower third.</summary>
    Lower,

    /// <summary>A band across the upper third.</summary>
    Upper,

    /// <summary>A diamond.</summary>
    Diamond,

    /// <summary>A dot.</summary>
    Dot,
}

/// <summary>How a class of alterations is drawn: colour, and a shape that distinguishes it in grey.</summary>
internal sealed record AlterationStyle(Tone Tone, AlterationShape Shape)
{
    // The usual classes always look the same, in whatever data and order; the first matching rule applies.
    private static readonly ImmutableArray<(string[] Words, AlterationStyle Style)> Known =
    [
        (["amplif", "gain"], new(new("#D55E00", "#FF8A3D"), AlterationShape.Full)),
        (["frame", "trunc", "nonsense", "stop"], new(new("#1A1A1A", "#F2F2F2"), AlterationShape.Lower)),
        (["delet", "loss"], new(new("#0072B2", "#4FA8E0"), AlterationShape.Frame)),
        (["missense"], new(new("#009E73", "#2CC79A"), AlterationShape.Middle)),
        (["fusion", "rearrang", "translocation"], new(new("#AA4499", "#E79BC5"), AlterationShape.Diamond)),
        (["splice"], new(new("#E69F00", "#F5B83D"), AlterationShape.Upper)),
    ];

    private static readonly ImmutableArray<AlterationStyle> Others =
    [
        new(new("#8C7F00", "#F0E442"), AlterationShape.Dot),
        new(new("#56B4E9", "#8CD0FA"), AlterationShape.Upper),
        new(new("#7F7F7F", "#B8B8B8"), AlterationShape.Middle),
        new(new("#882255", "#D98BB0"), AlterationShape.Diamond),
        new(new("#332288", "#A59CF0"), AlterationShape.Lower),
    ];

    /// <summary>The styles of classes in their order; an in-frame class does not count as a frameshift.</summary>
    public static ImmutableDictionary<string, AlterationStyle> Choose(
        IEnumerable<string> kinds, IReadOnlyDictionary<string, string> colours)
    {
        ImmutableDictionary<string, AlterationStyle>.Builder styles =
            ImmutableDictionary.CreateBuilder<string, AlterationStyle>(StringComparer.Ordinal);
        int others = 0;
        foreach (string kind in kinds)
        {
            bool inFrame = kind.Contains("in-frame", StringComparison.OrdinalIgnoreCase)
                || kind.Contains("inframe", StringComparison.OrdinalIgnoreCase)
                || kind.Contains("in frame", StringComparison.OrdinalIgnoreCase);
            AlterationStyle style = (inFrame ? null : Known.FirstOrDefault(
                k => k.Words.Any(w => kind.Contains(w, StringComparison.OrdinalIgnoreCase))).Style)
                ?? Others[others++ % Others.Length];
            styles[kind] = colours.TryGetValue(kind, out string? colour) ? style with { Tone = KaplanMeierStyle.Given(colour) } : style;
        }

        return styles.ToImmutable();
    }

    /// <summary>The marks of an alteration in a cell.</summary>
    public Mark In(double x, double y, double width, double height)
    {
        var fill = new Fill(Tone);
        double third = height / 3;
        switch (Shape)
        {
            case AlterationShape.Full:
                return new RectangleMark(x, y, width, height, fill);
            case AlterationShape.Frame:
                double line = Math.Min(1.8, Math.Min(width, height) / 4);
                return new RectangleMark(x + (line / 2), y + (line / 2), width - line, height - line, Stroke: new Stroke(Tone, line));
            case AlterationShape.Middle:
                return new RectangleMark(x, y + third, width, third, fill);
            case AlterationShape.Lower:
                return new RectangleMark(x, y + (2 * third), width, third, fill);
            case AlterationShape.Upper:
                return new RectangleMark(x, y, width, third, fill);
            case AlterationShape.Diamond:
                // In narrow cells the diamond is taller than wide, so that it stays visible.
                double rise = height * 0.36, half = Math.Min(width * 0.48, rise), cx = x + (width / 2), cy = y + (height / 2);
                return new PathMark(
                    [new Chain([new(cx - half, cy), new(cx, cy - rise), new(cx + half, cy), new(cx, cy + rise)], Closed: true)],
                    Fill: fill);
            case AlterationShape.Dot when width < height / 2:
                return new RectangleMark(x, y + (0.4 * height), width, 0.2 * height, fill);
            default:
                return new CircleMark(x + (width / 2), y + (height / 2), Math.Min(width, height) * 0.26, fill);
        }
    }

    /// <summary>The mark with a line around it.</summary>
    public static Mark WithRim(Mark mark, Stroke rim) => mark switch
    {
        RectangleMark box => box with { Stroke = rim },
        PathMark path => path with { Stroke = rim },
        CircleMark circle => circle with { Stroke = rim },
        _ => mark,
    };

    /// <summary>The drawing order: shapes that fill the cell lie behind the others.</summary>
    public int Layer => Shape switch
    {
        AlterationShape.Full => 0,
        AlterationShape.Frame => 1,
        AlterationShape.Diamond or AlterationShape.Dot => 3,
        _ => 2,
    };
}

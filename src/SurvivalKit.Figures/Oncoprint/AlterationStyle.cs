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
    /// <summary>The marks of an alteration in a cell.</summary>
    /// <param name="x">Left edge of the cell.</param>
    /// <param name="y">Upper edge of the cell.</param>
    /// <param name="width">Width of the cell.</param>
    /// <param name="height">Height of the cell.</param>
    /// <param name="isNarrow">Whether the figure's cells are too narrow for a dot; its key then has what the cells have.</param>
    public Mark In(double x, double y, double width, double height, bool isNarrow)
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
            case AlterationShape.Dot when isNarrow:
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

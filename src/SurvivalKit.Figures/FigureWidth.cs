namespace SurvivalKit.Figures;

/// <summary>Widths that journals print, in millimetres.</summary>
public static class FigureWidth
{
    /// <summary>One column: 85 mm.</summary>
    public const double SingleColumn = 85;

    /// <summary>Two columns, the full width of a page: 174 mm.</summary>
    public const double DoubleColumn = 174;
}

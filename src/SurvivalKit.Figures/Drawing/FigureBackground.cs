namespace SurvivalKit.Figures;

/// <summary>What lies behind a figure.</summary>
public enum FigureBackground
{
    /// <summary>The theme's paper is painted: the figure reads on any page. The default.</summary>
    Paper,

    /// <summary>Nothing is painted: the page shows through, and has to suit the theme.</summary>
    Transparent,
}

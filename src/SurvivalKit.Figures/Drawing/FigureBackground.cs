namespace SurvivalKit.Figures;

/// <summary>The background of a figure.</summary>
public enum FigureBackground
{
    /// <summary>The theme's paper colour is painted, so that the figure can be read on any page. The default.</summary>
    Paper,

    /// <summary>Nothing is painted: the page is visible behind the figure, and must suit the theme.</summary>
    Transparent,
}

namespace SurvivalKit.Figures;

/// <summary>The colours in which a figure is drawn.</summary>
public enum FigureTheme
{
    /// <summary>Dark ink on white paper: print, and the default.</summary>
    Light,

    /// <summary>Light ink on near-black paper: slides and dark pages.</summary>
    Dark,

    /// <summary>
    /// In SVG both: the drawing follows the reader's <c>prefers-color-scheme</c>, or the attribute <c>data-theme</c>
    /// (<c>light</c> or <c>dark</c>) of the page's root element where that is set. PNG and PDF cannot adapt and are drawn light.
    /// </summary>
    Adaptive,
}

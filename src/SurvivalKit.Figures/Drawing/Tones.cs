using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The colours of all figures, on light and on dark paper.</summary>
/// <remarks>
/// Groups: Okabe and Ito, Color Universal Design (2008), ordered so that neighbours also differ in lightness; the yellow,
/// which is too pale on white, comes last and is darkened. On dark paper the same hues, lighter.
/// </remarks>
internal static class Tones
{
    /// <summary>Paper.</summary>
    public static readonly Tone Paper = new("#FFFFFF", "#14171C");

    /// <summary>Text and axes.</summary>
    public static readonly Tone Ink = new("#1A1A1A", "#E8EAED");

    /// <summary>Text of less emphasis: notes, reference rows.</summary>
    public static readonly Tone Faint = new("#595959", "#A9AFB8");

    /// <summary>Thin guide lines.</summary>
    public static readonly Tone Rule = new("#BFBFBF", "#4A515C");

    /// <summary>Zebra rows.</summary>
    public static readonly Tone Shade = new("#F2F2F2", "#20252C");

    /// <summary>Cells without an alteration.</summary>
    public static readonly Tone Cell = new("#E6E6E6", "#2A3039");

    /// <summary>Bars that belong to no group.</summary>
    public static readonly Tone Bar = new("#6E7783", "#9AA3AF");

    /// <summary>Colours of the groups.</summary>
    public static readonly ImmutableArray<Tone> Groups =
    [
        new("#0072B2", "#4FA8E0"),
        new("#D55E00", "#FF8A3D"),
        new("#009E73", "#2CC79A"),
        new("#CC79A7", "#E79BC5"),
        new("#000000", "#F2F2F2"),
        new("#E69F00", "#F5B83D"),
        new("#56B4E9", "#8CD0FA"),
        new("#8C7F00", "#F0E442"),
    ];
}

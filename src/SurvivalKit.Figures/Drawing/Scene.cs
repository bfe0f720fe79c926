using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>A finished drawing: its size in points, its paper and its marks from the back to the front.</summary>
internal sealed record Scene(double Width, double Height, ImmutableArray<Mark> Marks)
{
    /// <summary>Colour of the paper; null: no background is painted.</summary>
    public Tone? Paper { get; init; }

    /// <summary>Which of the two colours of a tone is used, or both.</summary>
    public FigureTheme Theme { get; init; }
}

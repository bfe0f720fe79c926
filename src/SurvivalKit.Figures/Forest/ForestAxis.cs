namespace SurvivalKit.Figures;

/// <summary>The ends and ticks of the axis of a forest plot.</summary>
public enum ForestAxis
{
    /// <summary>The ends are each other's reciprocals, and so are the ticks: 0.67, 1, 1.5.</summary>
    Symmetric,

    /// <summary>Each end is where the intervals need it, and the ticks are numbers that are easily read: 0.25, 0.5, 1, 2, 4.</summary>
    Natural,
}

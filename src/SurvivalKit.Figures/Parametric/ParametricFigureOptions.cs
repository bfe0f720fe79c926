namespace SurvivalKit.Figures;

/// <summary>The options of a figure of distributions side by side. The defaults suit a journal page.</summary>
public sealed record ParametricFigureOptions : StepFigureOptions
{
    /// <summary>Whether the hazards are drawn below the survival. Default: true.</summary>
    public bool Hazards { get; init; } = true;

    /// <summary>The title of the axis of the hazards. Default: Hazard.</summary>
    public string HazardLabel { get; init; } = "Hazard";

    /// <summary>Whether a key is drawn above the curves. Default: true.</summary>
    public bool Legend { get; init; } = true;
}

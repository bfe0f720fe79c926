namespace SurvivalKit.Figures;

/// <summary>x</summary>
public sealed class InteractiveChart
{
    /// <summary>x</summary>
    public string ToPage() => ToString()!;
}

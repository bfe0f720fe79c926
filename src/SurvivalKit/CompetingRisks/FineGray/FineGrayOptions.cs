namespace SurvivalKit;

/// <summary>The options of a Fine-Gray fit.</summary>
public sealed record FineGrayOptions
{
    /// <summary>How tied events are treated; default: <see cref="Ties.Efron"/>, as in R's <c>coxph</c>; cmprsk has Breslow's.</summary>
    public Ties Ties { get; init; } = Ties.Efron;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The largest number of Newton-Raphson iterations; default: 30.</summary>
    public int MaxIterations { get; init; } = 30;

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;
}

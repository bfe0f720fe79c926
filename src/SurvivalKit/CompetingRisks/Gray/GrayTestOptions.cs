namespace SurvivalKit;

/// <summary>The options of Gray's test.</summary>
public sealed record GrayTestOptions
{
    /// <summary>The power of 1 - F, F the common incidence just before a time, by which the differences are weighted; finite; default: 0,
    /// all times count the same. R's <c>cuminc(rho)</c> of cmprsk.</summary>
    public double Rho { get; init; }

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;
}

namespace SurvivalKit;

/// <summary>The powers of a weight S^rho (1 - S)^gamma, S the pooled survival just before an event time (Fleming
/// and Harrington 1991).</summary>
/// <param name="Rho">The power of S; above 0 early differences get more weight.</param>
/// <param name="Gamma">The power of 1 - S, 0 or more; above 0 late differences get more weight.</param>
public readonly record struct FlemingHarrington(double Rho, double Gamma)
{
    /// <summary>The weight's name, <c>FH(0, 1)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"FH({Rho}, {Gamma})");

    internal static void Check(double rho, double gamma)
    {
        if (!(gamma >= 0 && double.IsFinite(rho + gamma)))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"Rho {rho} and gamma {gamma} were given; finite numbers were expected, gamma 0 or more."));
        }
    }
}

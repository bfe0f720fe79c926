namespace SurvivalKit.Published;

/// <summary>A printed number that contradicts others, as a reader should meet it.</summary>
/// <param name="Audited">The claim with its verdict.</param>
/// <param name="Name">Its name: <c>Table 1, Ki-67 index, mean, all patients</c>.</param>
/// <param name="Bearing">What it touches.</param>
/// <param name="Brief">What is printed and what the other numbers give, in one short clause.</param>
public sealed record Contradiction(AuditedClaim Audited, string Name, ClaimBearing Bearing, string Brief)
{
    /// <summary>What it touches, in words: <c>main result</c>.</summary>
    public string Touches => Bearing.ToName();
}

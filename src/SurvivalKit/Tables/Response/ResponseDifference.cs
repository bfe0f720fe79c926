namespace SurvivalKit;

/// <summary>How the rates of two groups differ.</summary>
/// <param name="Name">The rate.</param>
/// <param name="Group">The group.</param>
/// <param name="Reference">The group that it is compared with.</param>
/// <param name="Difference">The rate of the group less that of the reference, from -1 to 1.</param>
/// <param name="Lower">The lower limit: <see cref="ProportionInterval.Newcombe"/>.</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="P">P of Fisher's exact test; <see langword="null"/> where all or none have the response.</param>
public sealed record ResponseDifference(
    string Name, string Group, string Reference, double Difference, double Lower, double Upper, double? P);

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>How two adjusted curves differ.</summary>
/// <param name="Group">The group.</param>
/// <param name="Reference">The group it is compared with.</param>
/// <param name="Survival">The differences in survival at the times of the options.</param>
/// <param name="Mean">The difference in mean survival time; <see langword="null"/> without a horizon.</param>
public sealed record AdjustedContrast(
    string Group, string Reference, ImmutableArray<AdjustedEstimate> Survival, AdjustedEstimate? Mean);

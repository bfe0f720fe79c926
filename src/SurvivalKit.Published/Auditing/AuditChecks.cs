using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The checks of the audit, in the order of their findings.</summary>
internal static class AuditChecks
{
    public static ImmutableArray<IAuditCheck> All { get; } =
    [
        new CountWithinSizeCheck(),
        new ArmSumCheck(),
        new CategorySumCheck(),
        new CompositeSumCheck(),
        new UnionCountCheck(),
        new PercentageCheck(),
        new HazardRatioCheck(),
        new CountPValueCheck(),
        new MeanPValueCheck(),
        new PooledCheck(),
        new MeanRangeCheck(),
        new WholeNumberCheck(),
        new RangeCheck(),
        new CentreCheck(),
        new EndpointOrderCheck(),
        new DuplicateCheck(),
    ];
}

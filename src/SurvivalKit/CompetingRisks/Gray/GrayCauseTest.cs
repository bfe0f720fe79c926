using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Gray's test of one cause.</summary>
/// <param name="Cause">The cause whose incidences are compared.</param>
/// <param name="ChiSquare">The test statistic.</param>
/// <param name="DegreesOfFreedom">The number of groups in which events were expected, minus one.</param>
/// <param name="Groups">The (weighted) number of events of this cause in each group, observed and expected if the incidences were the
/// same.</param>
public sealed record GrayCauseTest(string Cause, double ChiSquare, int DegreesOfFreedom, ImmutableArray<LogRankGroup> Groups)
{
    /// <summary>The P value of <see cref="ChiSquare"/>.</summary>
    public double P => ReferenceDistribution.ChiSquareUpper(ChiSquare, DegreesOfFreedom);
}

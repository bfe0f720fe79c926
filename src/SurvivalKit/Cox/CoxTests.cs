namespace SurvivalKit;

/// <summary>The three tests that all coefficients are 0.</summary>
internal static class CoxTests
{
    public static (TestResult LikelihoodRatio, TestResult Wald, TestResult Score) Compute(CoxSolution solution) => (
        Test(TestKind.LikelihoodRatio, 2 * (solution.LogLikelihood - solution.NullLogLikelihood), solution.EffectiveDegreesOfFreedom),
        Test(TestKind.Wald, solution.WaldStatistic, solution.Rank),
        Test(TestKind.Score, solution.ScoreStatistic, solution.Rank));

    public static TestResult RobustScore(CoxSolution solution, RobustVariance robust) =>
        Test(TestKind.RobustScore, robust.ScoreStatistic, solution.Rank);

    private static TestResult Test(TestKind kind, double statistic, double freedom) =>
        new(kind, statistic, freedom, freedom == 0 ? 1 : ReferenceDistribution.ChiSquareUpper(statistic, freedom));
}

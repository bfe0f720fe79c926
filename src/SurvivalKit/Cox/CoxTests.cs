namespace SurvivalKit;

/// <summary>The three tests that all coefficients are 0.</summary>
internal static class CoxTests
{
    public static (TestResult LikelihoodRatio, TestResult Wald, TestResult Score) Of(CoxSolution solution) => (
        Test("Likelihood-ratio test", 2 * (solution.LogLikelihood - solution.NullLogLikelihood), solution.EffectiveDegreesOfFreedom),
        Test("Wald test", solution.WaldStatistic, solution.Rank),
        Test("Score test", solution.ScoreStatistic, solution.Rank));

    public static TestResult RobustScore(CoxSolution solution, RobustVariance robust) => Test("Robust score test", robust.ScoreStatistic, solution.Rank);

    private static TestResult Test(string name, double statistic, double freedom) =>
        new(name, statistic, freedom, freedom == 0 ? 1 : ReferenceDistribution.ChiSquareUpper(statistic, freedom));
}

namespace SurvivalKit;

/// <summary>Likelihood-ratio tests.</summary>
internal static class LikelihoodTests
{
    /// <summary>The test of a difference of log-likelihoods; a difference made negative by rounding counts as 0.</summary>
    public static TestResult LikelihoodRatio(double difference, int degrees)
    {
        double statistic = Math.Max(0, 2 * difference);
        return new(TestKind.LikelihoodRatio, statistic, degrees, degrees == 0 ? 1 : ReferenceDistribution.ChiSquareUpper(
            statistic, degrees));
    }

    /// <summary>Throws for a fit whose likelihood-ratio test is not valid (robust or penalised), as R does.</summary>
    public static void Refuse(CoxFit fit)
    {
        if (fit.IsRobust)
        {
            throw new SurvivalDataException(
                "A likelihood-ratio test takes the observations for independent, and this fit has robust standard errors; WaldTestOf, or a fit with Robust = false, was expected.");
        }

        if (fit.Options.Ridge > 0)
        {
            throw new SurvivalDataException(
                "A likelihood-ratio test has no known distribution under a ridge penalty; a fit without one was expected.");
        }
    }
}

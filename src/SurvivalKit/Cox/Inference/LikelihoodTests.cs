namespace SurvivalKit;

/// <summary>Likelihood-ratio tests.</summary>
internal static class LikelihoodTests
{
    /// <summary>The test of a difference of log-likelihoods; one that rounding made negative is 0.</summary>
    public static TestResult LikelihoodRatio(double difference, int degrees)
    {
        double statistic = Math.Max(0, 2 * difference);
        return new(TestKind.LikelihoodRatio, statistic, degrees, degrees == 0 ? 1 : ReferenceDistribution.ChiSquareUpper(statistic, degrees));
    }

    /// <summary>Refuses a fit whose likelihood is not that of its observations, as R does.</summary>
    public static void Refuse(CoxFit fit)
    {
        if (fit.IsRobust)
        {
            throw new SurvivalDataException(
                "A likelihood-ratio test takes the observations for independent, and this fit has robust standard errors; WaldTestOf, or a fit with Robust = false, was expected.");
        }

        if (fit.Options.Ridge > 0)
        {
            throw new SurvivalDataException("A likelihood-ratio test has no known distribution under a ridge penalty; a fit without one was expected.");
        }
    }
}

namespace SurvivalKit;

/// <summary>Finds the estimates: chooses the likelihood and the penalty that the options ask for, and maximises it.</summary>
internal static class CoxEstimation
{
    // The information used with Firth's penalty is approximate: more steps are needed, and the predicted gain of each is less reliable.
    private const double FirthTolerance = 1e-20;
    private const int FirthIterations = 200;

    /// <exception cref="SurvivalDataException">The options cannot be combined with each other or with the weights.</exception>
    public static CoxSolution Run(CoxData data, DesignMatrix design, CoxOptions options)
    {
        Check(data, options);
        if (options.Ties == Ties.Exact)
        {
            return WithRidge(new ExactLikelihood(data), data, design, options);
        }

        var likelihood = new CoxLikelihood(data, options.Ties);
        return options.Firth
            ? CoxMaximizer.Run(data, new FirthObjective(data, likelihood, options.Ties), options with
            {
                Tolerance = Math.Min(options.Tolerance, FirthTolerance),
                MaxIterations = Math.Max(options.MaxIterations, FirthIterations),
            })
            : WithRidge(likelihood, data, design, options);
    }

    /// <summary>The likelihood that a fit maximised, penalty included, for profiling.</summary>
    public static ICoxObjective Objective(CoxData data, DesignMatrix design, CoxOptions options)
    {
        if (options.Firth)
        {
            return new FirthObjective(data, new CoxLikelihood(data, options.Ties), options.Ties);
        }

        ICoxObjective likelihood = options.Ties == Ties.Exact ? new ExactLikelihood(data) : new CoxLikelihood(data, options.Ties);
        return options.Ridge == 0 ? likelihood : new RidgeObjective(likelihood, RidgeObjective.Penalties(data, design, options));
    }

    private static CoxSolution WithRidge(ICoxObjective likelihood, CoxData data, DesignMatrix design, CoxOptions options)
    {
        if (options.Ridge == 0)
        {
            return CoxMaximizer.Run(data, likelihood, options);
        }

        double[] penalties = RidgeObjective.Penalties(data, design, options);
        CoxSolution solution = CoxMaximizer.Run(data, new RidgeObjective(likelihood, penalties), options);

        // Effective degrees of freedom: the trace of the penalised covariance times the information (Gray 1992).
        double freedom = solution.Rank;
        for (int j = 0; j < penalties.Length; j++)
        {
            freedom -= penalties[j] * solution.Covariance[j, j] * data.Scale[j] * data.Scale[j];
        }

        return solution with { LogLikelihood = likelihood.Value, EffectiveDegreesOfFreedom = freedom };
    }

    private static void Check(CoxData data, CoxOptions options)
    {
        if (!(options.Ridge >= 0 && double.IsFinite(options.Ridge)))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"A ridge penalty of {options.Ridge} was given; a finite number of 0 or more was expected."));
        }

        if (options.Firth && (options.Ridge > 0 || options.Ties == Ties.Exact))
        {
            throw new SurvivalDataException(
                $"Firth's penalty was asked for together with {(options.Ridge > 0 ? "a ridge penalty" : "exact ties")}; one penalty, and Efron's or Breslow's ties, were expected.");
        }

        if (options.Ties == Ties.Exact && Array.Exists(data.CaseWeight, weight => weight is not (0 or 1)))
        {
            throw new SurvivalDataException(
                "Exact ties were asked for together with case weights; weights of 0 and 1 were expected, or Efron's ties.");
        }
    }
}

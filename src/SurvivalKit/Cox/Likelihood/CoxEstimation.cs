namespace SurvivalKit;

/// <summary>Finds the estimates: chooses the likelihood and the penalty that the options ask for, and maximises it.</summary>
internal static class CoxEstimation
{
    // What a smaller model needs does not depend on what was allowed for the larger one.
    private const int SmallerIterations = 200;

    /// <summary>Estimates the coefficients.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="design">Their columns as the caller has them.</param>
    /// <param name="options">The options.</param>
    /// <param name="restratified">The same rows in the strata of given numbers, one an observation.</param>
    /// <exception cref="SurvivalDataException">The options cannot be combined with each other or with the weights.</exception>
    public static CoxSolution Run(CoxData data, DesignMatrix design, CoxOptions options, Func<int[], CoxData> restratified)
    {
        Check(data, options);
        return options.Ridge > 0
            ? WithRidge(data, design, options)
            : new CoxSeparation(design, options, restratified).Solve(data);
    }

    /// <summary>The same model with only some of its columns, without a penalty.</summary>
    /// <param name="state">The state of the fit in the caller's strata.</param>
    /// <param name="options">Its options.</param>
    /// <param name="columns">The columns that stay.</param>
    public static CoxSolution WithOnly(CoxState state, CoxOptions options, int[] columns)
    {
        var selection = new double[state.Data.Columns, columns.Length];
        for (int place = 0; place < columns.Length; place++)
        {
            selection[columns[place], place] = 1;
        }

        return new CoxSeparation(
            state.Design.Select(columns),
            options with { MaxIterations = Math.Max(options.MaxIterations, SmallerIterations) },
            strata => state.Restratified(strata).Combined(selection)).Solve(state.Data.Combined(selection));
    }

    /// <summary>The likelihood of some rows, without a ridge penalty.</summary>
    public static ICoxObjective Likelihood(CoxData data, CoxOptions options) =>
        options.Ties == Ties.Exact ? new ExactLikelihood(data)
        : options.Firth ? new FirthObjective(data, new CoxLikelihood(data, options.Ties), options.Ties)
        : new CoxLikelihood(data, options.Ties);

    /// <summary>The likelihood that a fit maximised, penalty included, for profiling.</summary>
    public static ICoxObjective Objective(CoxState state, CoxOptions options)
    {
        ICoxObjective likelihood = Likelihood(state.Data, options);
        if (state.NeedsAccuracy)
        {
            likelihood.BeAccurate();
        }

        return options.Ridge == 0
            ? likelihood
            : new RidgeObjective(likelihood, RidgeObjective.Penalties(state.Data, state.Design, options));
    }

    private static CoxSolution WithRidge(CoxData data, DesignMatrix design, CoxOptions options)
    {
        double[] penalties = RidgeObjective.Penalties(data, design, options);
        ICoxObjective likelihood = Likelihood(data, options);
        var penalised = new RidgeObjective(likelihood, penalties);
        penalised.Evaluate(new double[data.Columns]);
        if (CoxSolution.WithoutEvents(data, penalised) is { } nothing)
        {
            return nothing;
        }

        double nullValue = penalised.Value;
        CoxMaximum maximum = CoxMaximizer.Run(data, penalised, options);
        bool[] isEstimated = [.. Enumerable.Range(0, data.Columns).Select(column => maximum.Covariance[column, column] > 0)];
        CoxSolution solution = CoxSolution.InUnits(data, maximum, nullValue, isEstimated);

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

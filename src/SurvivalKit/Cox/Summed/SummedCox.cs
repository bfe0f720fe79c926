using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Fits a Cox model to summed rows.</summary>
internal static class SummedCox
{
    /// <summary>Fits; the fit has results, tests and predictions like any other, and no observations.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="formula">The formula, and what its terms took from the data.</param>
    /// <param name="options">The options.</param>
    /// <param name="omitted">The number of rows left out.</param>
    /// <param name="isRobust">Whether errors are robust.</param>
    /// <param name="cautions">What to know of the data, a sentence each.</param>
    /// <param name="weightless">The number of rows left out because their weight is 0.</param>
    /// <exception cref="SurvivalDataException">An option needs the rows, or the likelihood has no maximum.</exception>
    public static CoxFit Fit(
        ISummedRows rows, ModelTermsRecord formula, CoxOptions options,
        int omitted, bool isRobust, IEnumerable<string> cautions, int weightless)
    {
        Check(options);
        int p = rows.Names.Length;
        var likelihood = new SummedLikelihood(rows, options.Ties);
        likelihood.Evaluate(new double[p]);
        IEnumerable<ImmutableArray<SummedRisks>> atZero = likelihood.Risks;
        int events = checked((int)rows.Strata.Sum(stratum => stratum.EventRows.Sum()));
        double nullValue = likelihood.Value;
        GeneralizedCholesky factorAtZero = GeneralizedCholesky.Factorize(likelihood.Information);
        CoxMaximum maximum = new SummedMaximizer(rows, likelihood, options).Run();
        bool[] isEstimated = [.. Enumerable.Range(0, p).Select(column => events > 0 && factorAtZero.IsIndependent(column))];
        CoxSolution solution = CoxSolution.InUnits(rows.Names, rows.Scale, maximum, nullValue, isEstimated);
        solution = events > 0 ? solution : solution with { Status = FitStatus.NoEvents, AtFault = rows.Names };
        var state = new SummedState(rows, likelihood.Risks, options.Ties, isEstimated);
        double[] scaled = [.. maximum.Coefficients.Select((value, column) => isEstimated[column] ? value : 0)];
        RobustVariance? robust = isRobust && events > 0 ? RobustVariance.Compute(rows, atZero, state, scaled, solution) : null;
        var record = new CoxRecord
        {
            Formula = formula.Formula,
            Options = options,
            Observations = rows.Strata.Sum(stratum => stratum.Observations),
            Events = events,
            Omitted = omitted,
            Status = solution.Status,
            AtFault = [.. solution.AtFault],
            Iterations = solution.Iterations,
            NullLogLikelihood = solution.NullLogLikelihood,
            LogLikelihood = solution.LogLikelihood,
            Names = [.. rows.Names],
            TermOfColumn = [.. rows.Terms],
            Coefficients = solution.Coefficients,
            ModelCovariance = CoxRecord.RowsOf(solution.Covariance),
            Robust = robust is null ? null : new(CoxRecord.RowsOf(robust.Covariance), robust.ScoreStatistic, robust.WaldStatistic),
            WaldStatistic = solution.WaldStatistic,
            ScoreStatistic = solution.ScoreStatistic,
            Rank = solution.Rank,
            EffectiveDegreesOfFreedom = solution.EffectiveDegreesOfFreedom,
            Concordance = double.NaN,
            ConcordanceError = double.NaN,
            Terms = formula,
            Basis = SummedBasis.Compute(rows, likelihood.Risks, options.Ties),
        };
        return new CoxFit(record) { Summed = state, DataCautions = [.. cautions], Weightless = weightless };
    }

    private static void Check(CoxOptions options)
    {
        CoxModel.Check(options);
        string? refused = options.Ties == Ties.Exact ? "Exact ties"
            : options.Firth ? "Firth's penalty"
            : options.Ridge > 0 ? "A ridge penalty"
            : null;
        if (refused is not null)
        {
            throw new SurvivalDataException($"{refused} needs the rows, not sums by time; data in memory were expected.");
        }
    }
}

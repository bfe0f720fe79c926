using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The result of the maximisation, in the units of the caller's columns.</summary>
internal sealed record CoxSolution(
    FitStatus Status,
    ImmutableArray<string> AtFault,
    int Iterations,
    double NullLogLikelihood,
    double LogLikelihood,
    double[] Coefficients,
    double[,] Covariance,
    double WaldStatistic,
    double ScoreStatistic,
    int Rank)
{
    /// <summary>The columns in which the likelihood was maximised; <see langword="null"/>: those of the data.</summary>
    public ColumnBasis? Basis { get; init; }

    /// <summary>The rows with the columns that the fit is computed in, where they are not those it was given; otherwise
    /// <see langword="null"/>.</summary>
    public CoxData? Data { get; init; }

    /// <summary>Whether the likelihood has to be evaluated accurately (<see cref="ICoxObjective.BeAccurate"/>).</summary>
    public bool NeedsAccuracy { get; init; }

    /// <summary>The limit of a likelihood without a maximum; <see langword="null"/> where it has one.</summary>
    public CoxLimit? Limit { get; init; }

    /// <summary>The number of estimated coefficients; fewer under a ridge penalty.</summary>
    public double EffectiveDegreesOfFreedom { get; init; } = Rank;

    /// <summary>What is known without an event; <see langword="null"/> where there is one.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="likelihood">Their likelihood, evaluated at coefficients of 0.</param>
    /// <exception cref="SurvivalDataException">The offset is too far spread.</exception>
    public static CoxSolution? WithoutEvents(CoxData data, ICoxObjective likelihood)
    {
        int p = data.Columns;
        if (data.EventCount == 0)
        {
            var none = new double[p];
            Array.Fill(none, double.NaN);
            return new(FitStatus.NoEvents, data.Names, 0, likelihood.Value, likelihood.Value, none, new double[p, p], 0, 0, 0);
        }

        // A slope without any curvature: in each risk set one row outweighs the others beyond rounding.
        bool isFlat = data.Offset.Length > 0
            && Enumerable.Range(0, p).Any(column => Math.Abs(likelihood.Score[column]) > 1e-6 * data.EventWeight
                && likelihood.Information[column, column] < 1e-15 * data.EventWeight);
        return double.IsFinite(likelihood.Value) && !isFlat ? null : throw new SurvivalDataException(
            "The offset is so far spread that the likelihood cannot be computed; offsets within some tens of each other were expected.");
    }

    /// <summary>A maximum in the units of the caller's columns.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="maximum">The maximum, for the scaled columns.</param>
    /// <param name="nullValue">The log-likelihood at coefficients of 0.</param>
    /// <param name="isEstimated">Whether each column is independent of those before it.</param>
    public static CoxSolution InUnits(CoxData data, CoxMaximum maximum, double nullValue, bool[] isEstimated) =>
        InUnits(data.Names, data.Scale, maximum, nullValue, isEstimated);

    /// <summary>A maximum in the units of the caller's columns.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="scale">By what each was divided.</param>
    /// <param name="maximum">The maximum, for the scaled columns.</param>
    /// <param name="nullValue">The log-likelihood at coefficients of 0.</param>
    /// <param name="isEstimated">Whether each column is independent of those before it.</param>
    public static CoxSolution InUnits(
        ImmutableArray<string> names, double[] scale, CoxMaximum maximum, double nullValue, bool[] isEstimated)
    {
        int p = names.Length;
        var coefficients = new double[p];
        var covariance = new double[p, p];
        for (int j = 0; j < p; j++)
        {
            coefficients[j] = isEstimated[j] ? maximum.Coefficients[j] / scale[j] : double.NaN;
            for (int k = 0; k < p; k++)
            {
                double scaled = maximum.Covariance[j, k];
                covariance[j, k] = scaled == 0 || !isEstimated[j] || !isEstimated[k] ? 0 : scaled / (scale[j] * scale[k]);
            }
        }

        ImmutableArray<string> dependent = [.. names.Where((_, column) => !isEstimated[column])];
        FitStatus status = maximum.Status == FitStatus.Converged && dependent.Length > 0 ? FitStatus.Singular : maximum.Status;
        return new CoxSolution(
            status,
            status == FitStatus.Singular ? dependent : [],
            maximum.Iterations,
            nullValue,
            maximum.LogLikelihood,
            coefficients,
            covariance,
            maximum.WaldStatistic,
            maximum.ScoreStatistic,
            maximum.Rank)
        {
            NeedsAccuracy = maximum.NeedsAccuracy,
        };
    }
}

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Fits without a ridge penalty: in columns that are independent in the risk sets, and where the likelihood rises for ever, in the
/// limit (<see cref="CoxLimit"/>).</summary>
/// <param name="design">The columns as the caller has them.</param>
/// <param name="options">The options.</param>
/// <param name="restratified">The same rows in the strata of given numbers, one an observation.</param>
internal sealed class CoxSeparation(DesignMatrix design, CoxOptions options, Func<int[], CoxData> restratified)
{
    // The information used with Firth's penalty is approximate: more steps are needed, and the predicted gain of each is less reliable.
    private const double FirthTolerance = 1e-20;
    private const int FirthIterations = 200;

    private readonly CoxOptions _options = !options.Firth ? options : options with
    {
        Tolerance = Math.Min(options.Tolerance, FirthTolerance),
        MaxIterations = Math.Max(options.MaxIterations, FirthIterations),
    };

    /// <summary>Fits.</summary>
    /// <exception cref="SurvivalDataException">The offset is too far spread.</exception>
    public CoxSolution Solve(CoxData data)
    {
        CoxSolution solution = Solve(data, hasMaximum: false);
        if (!solution.NeedsAccuracy)
        {
            return solution;
        }

        // A few values far from the others took the information with them: what is left needs its own centre and scale.
        CoxData typical = data.AsTypical();
        return Solve(typical, hasMaximum: true) with { Data = typical };
    }

    private CoxSolution Solve(CoxData data, bool hasMaximum)
    {
        ICoxObjective likelihood = At0(data);
        if (CoxSolution.WithoutEvents(data, likelihood) is { } nothing)
        {
            return nothing;
        }

        ColumnBasis? basis = ColumnBasis.Make(
            data, options.Ties == Ties.Exact, likelihood.Information, other => At0(other).Information);
        CoxData columns = basis?.Of(data) ?? data;
        likelihood = basis is null ? likelihood : At0(columns);
        double nullValue = likelihood.Value;
        CoxMaximum maximum = CoxMaximizer.Run(columns, likelihood, _options, hasMaximum);
        var isEstimated = new bool[data.Columns];
        Array.Fill(isEstimated, basis is null);
        foreach (int column in basis is null ? [] : basis.Independent)
        {
            isEstimated[column] = true;
        }

        CoxMaximum mapped = basis is null ? maximum : maximum with
        {
            Coefficients = basis.Coefficients(maximum.Coefficients),
            Covariance = basis.Covariance(maximum.Covariance),
            Direction = maximum.Direction.Length == 0 ? [] : basis.Coefficients(maximum.Direction),
        };
        CoxSolution solution = CoxSolution.InUnits(data, mapped, nullValue, isEstimated) with { Basis = basis };
        return maximum.Status == FitStatus.Separation ? InTheLimit(data, solution, mapped.Direction) : solution;
    }

    private ICoxObjective At0(CoxData data)
    {
        ICoxObjective likelihood = CoxEstimation.Likelihood(data, options);
        likelihood.Evaluate(new double[data.Columns]);
        return likelihood;
    }

    // The fit in the strata of the levels; the coefficients of terms at fault go as far as a finite fit would.
    private CoxSolution InTheLimit(CoxData data, CoxSolution solution, double[] direction)
    {
        double[] perUnit = [.. direction.Select((value, column) => value == 0 ? 0 : value / data.Scale[column])];
        double[] level = CoxLimit.Levels(data, design, perUnit);
        CoxData divided = restratified(CoxLimit.Divide(data, level));

        // A direction of rounding alone tells no row from another: it separates nothing.
        if (divided.StratumStarts.Length == data.StratumStarts.Length)
        {
            return Solve(data, hasMaximum: true);
        }

        CoxSolution limit = Solve(divided);
        double reach = CoxLimit.Reach(data, level);
        var coefficients = new double[data.Columns];
        for (int j = 0; j < coefficients.Length; j++)
        {
            double finite = double.IsNaN(limit.Coefficients[j]) ? 0 : limit.Coefficients[j];
            coefficients[j] = double.IsNaN(solution.Coefficients[j]) ? double.NaN : finite + (reach * perUnit[j]);
        }

        return solution with
        {
            AtFault = AtFault(data, solution, limit, direction),
            Iterations = solution.Iterations + limit.Iterations,
            LogLikelihood = limit.LogLikelihood,
            Coefficients = coefficients,
            Covariance = limit.Covariance,
            WaldStatistic = limit.WaldStatistic,
            Basis = limit.Basis,
            Limit = new CoxLimit(
                limit.Limit?.Data ?? divided,
                limit.Limit?.Coefficients ?? limit.Coefficients,
                [perUnit, .. limit.Limit?.Directions ?? []]),
        };
    }

    // The terms that a direction moves along which the limit is constant: those of each column that is dependent in the limit alone.
    private static ImmutableArray<string> AtFault(CoxData data, CoxSolution solution, CoxSolution limit, double[] direction)
    {
        double[] finite = limit.Limit?.Coefficients ?? limit.Coefficients;
        var columns = new SortedSet<int>();
        for (int column = 0; column < finite.Length; column++)
        {
            if (double.IsNaN(finite[column]) && !double.IsNaN(solution.Coefficients[column]))
            {
                columns.UnionWith(limit.Basis?.Relation(column) ?? [column]);
            }
        }

        // Where rounding leaves all columns independent, those that the direction moves.
        double largest = direction.Max(Math.Abs);
        columns.UnionWith(columns.Count > 0
            ? []
            : Enumerable.Range(0, direction.Length).Where(column => Math.Abs(direction[column]) > 1e-6 * largest));
        return [.. columns.Where(column => !double.IsNaN(solution.Coefficients[column])).Select(column => data.Names[column])];
    }
}

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The estimates of a parametric regression in the caller's units: intercept, a coefficient a column, shapes; the robust
/// covariance is V B V (Huber 1967; Lin and Wei 1989).</summary>
/// <param name="Status">How the fit ended.</param>
/// <param name="AtFault">The places of the parameters that are at fault.</param>
/// <param name="Iterations">The number of Newton-Raphson steps.</param>
/// <param name="Estimates">The estimates; NaN where one is not estimable.</param>
/// <param name="Covariance">Their covariance from the inverse information; 0 where one is not estimable.</param>
/// <param name="Robust">Their robust covariance; <see langword="null"/>: not asked for.</param>
/// <param name="LogLikelihood">The log-likelihood.</param>
/// <param name="NullLogLikelihood">That of the model without columns.</param>
internal sealed record ParametricSolution(
    FitStatus Status,
    ImmutableArray<int> AtFault,
    int Iterations,
    double[] Estimates,
    double[,] Covariance,
    double[,]? Robust,
    double LogLikelihood,
    double NullLogLikelihood)
{
    /// <summary>What a distribution of several shapes is for these data; <see langword="null"/> for one of one shape.</summary>
    public FlexibleModel? Flexible { get; private init; }

    /// <summary>Where the search ended; <see langword="null"/> without events.</summary>
    public ParametricSearch? Search { get; private init; }

    /// <summary>Fits.</summary>
    public static ParametricSolution Find(ParametricData data, ParametricOptions options)
    {
        bool hasEvents = Enumerable.Range(0, data.Rows).Any(data.HasEvent);
        FlexibleModel? flexible = hasEvents ? FlexibleModel.Of(data, options) : null;
        IParametricLikelihood likelihood = flexible is null
            ? ParametricStart.Likelihood(data, options.Distribution) : new FlexibleLikelihood(data, flexible.Search);
        int columns = data.Centre.Length;
        int shapes = likelihood.Shapes;
        if (!hasEvents)
        {
            double[] none = Enumerable.Repeat(double.NaN, 1 + columns + shapes).ToArray();
            return new(
                FitStatus.NoEvents, [.. Enumerable.Range(0, none.Length)], 0, none, new double[none.Length, none.Length],
                data.Sample.IsRobust ? new double[none.Length, none.Length] : null, double.NaN, double.NaN);
        }

        double[] simple = flexible?.Start(data, options) ?? ParametricStart.Of(likelihood, options.Distribution);
        ParametricMaximum empty = ParametricMaximizer.Run(likelihood.Null(), simple, options.MaxIterations);

        // A shape that has run away without columns need not with them.
        double[] from = flexible is null || empty.Status == FitStatus.Converged ? empty.Parameters : simple;
        double[] start = [from[0], .. new double[data.Used.Length], .. from[1..]];
        ParametricMaximum maximum = data.Used.Length == 0
            ? empty : ParametricMaximizer.Run(likelihood, start, options.MaxIterations);
        double[,] toCaller = ToCaller(data, shapes, flexible?.Factors);
        double[,] inverse = GeneralizedCholesky.Factorize(maximum.Sums.Matrix()).Inverse();
        double perEvent = Enumerable.Range(0, data.Rows).Sum(
            row => data.Event[row] ? data.WeightOf(row) * data.Units.LogUnitAt(data.Time[row]) : 0);
        int[] dependent = [.. Enumerable.Range(0, columns).Where(column => !data.IsIndependent[column])];
        int[] moving =
        [
            .. Enumerable.Range(0, maximum.Step.Length)
                .Where(place => IsMoving(data, maximum.Step, place)).Select(place => Place(data, place)),
        ];
        bool isWithout = maximum.Status is FitStatus.Separation or FitStatus.IterationLimit;
        return new(
            isWithout ? maximum.Status : dependent.Length > 0 ? FitStatus.Singular : FitStatus.Converged,
            isWithout ? [.. moving] : [.. dependent.Select(column => 1 + column)],
            maximum.Iterations,
            InCallersUnits(data, maximum.Parameters, toCaller),
            Between(toCaller, inverse),
            data.Sample.IsRobust ? Between(toCaller, Sandwich(inverse, likelihood.Scores(maximum.Parameters))) : null,
            maximum.Sums.Value - perEvent,
            empty.Sums.Value - perEvent)
        {
            Flexible = flexible,
            Search = new(likelihood, maximum.Parameters, inverse, toCaller),
        };
    }

    // The intercept of the caller's columns, which are not centred, may stand still where that of the search moves.
    private static bool IsMoving(ParametricData data, double[] step, int place)
    {
        double own = step[place];
        for (int k = 0; place == 0 && k < data.Used.Length; k++)
        {
            own -= step[1 + k] == 0 ? 0 : step[1 + k] * data.Centre[data.Used[k]] / data.Scale[data.Used[k]];
        }

        return ParametricMaximum.IsLong(own);
    }

    // The place among all parameters of a parameter of the search.
    private static int Place(ParametricData data, int place) =>
        place == 0 ? 0
        : place <= data.Used.Length ? 1 + data.Used[place - 1]
        : place - data.Used.Length + data.Centre.Length;

    // The derivatives of the caller's parameters by those of the search.
    private static double[,] ToCaller(ParametricData data, int shapes, double[,]? factors)
    {
        int columns = data.Centre.Length;
        var matrix = new double[1 + columns + shapes, 1 + data.Used.Length + shapes];
        matrix[0, 0] = data.Units.PredictorFactor;
        for (int k = 0; k < data.Used.Length; k++)
        {
            int column = data.Used[k];
            matrix[1 + column, 1 + k] = data.Units.PredictorFactor / data.Scale[column];
            matrix[0, 1 + k] = -data.Units.PredictorFactor * data.Centre[column] / data.Scale[column];
        }

        for (int s = 0; s < shapes; s++)
        {
            for (int other = s % data.Strata; other < shapes; other += data.Strata)
            {
                matrix[1 + columns + s, 1 + data.Used.Length + other] = factors is not null
                    ? factors[s / data.Strata, other / data.Strata]
                    : s == other ? data.Units.ShapeFactor : 0;
            }
        }

        return matrix;
    }

    private static double[] InCallersUnits(ParametricData data, double[] parameters, double[,] toCaller)
    {
        var estimates = new double[toCaller.GetLength(0)];
        for (int i = 0; i < estimates.Length; i++)
        {
            for (int k = 0; k < parameters.Length; k++)
            {
                estimates[i] += toCaller[i, k] * parameters[k];
            }

            estimates[i] += i == 0 ? data.Units.PredictorShift : i > data.Centre.Length ? data.Units.ShapeShift : 0;
            estimates[i] = i > 0 && i <= data.Centre.Length && !data.IsIndependent[i - 1] ? double.NaN : estimates[i];
        }

        return estimates;
    }

    private static double[,] Between(double[,] toCaller, double[,] inner)
    {
        int size = toCaller.GetLength(0);
        int given = toCaller.GetLength(1);
        var outer = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                for (int k = 0; k < given; k++)
                {
                    for (int l = 0; l < given && toCaller[i, k] != 0; l++)
                    {
                        outer[i, j] += toCaller[i, k] * inner[k, l] * toCaller[j, l];
                    }
                }
            }
        }

        return outer;
    }

    // The inverse information around the sum of squares of the scores (Huber 1967; Lin and Wei 1989).
    private static double[,] Sandwich(double[,] inverse, double[] scores)
    {
        int size = inverse.GetLength(0);
        var covariance = new double[size, size];
        var moved = new double[size];
        for (int from = 0; from < scores.Length; from += size)
        {
            for (int j = 0; j < size; j++)
            {
                moved[j] = 0;
                for (int k = 0; k < size; k++)
                {
                    moved[j] += inverse[j, k] * scores[from + k];
                }
            }

            for (int j = 0; j < size; j++)
            {
                for (int k = 0; k < size; k++)
                {
                    covariance[j, k] += moved[j] * moved[k];
                }
            }
        }

        return covariance;
    }
}

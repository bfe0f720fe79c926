namespace SurvivalKit;

/// <summary>Maximises the likelihood of interval-censored times over masses of 0 or more by constrained Newton steps (Wang 2007): the
/// intervals with mass are joined, between any two of them, by the one with the greatest derivative; the quadratic approximation is
/// maximised over these, and those that end without mass leave. Where so many times are exact that the support is long, its curvature is
/// nearly diagonal, and projected Newton steps (Bertsekas 1982) by conjugate gradients take their place.</summary>
/// <remarks>It stops where the Kuhn-Tucker conditions hold: no derivative is above 0, and none of an interval with mass is off 0 (Gentleman
/// and Geyer 1994).</remarks>
internal sealed class TurnbullMaximizer
{
    /// <summary>The largest violation of the Kuhn-Tucker conditions, as a part of the weight of all observations, at which a maximum is
    /// reached.</summary>
    public const double Tolerance = 1e-9;

    private const int EmSteps = 30;
    private const int LongSupport = 1000;
    private const int MostSteps = 500;

    private readonly TurnbullLikelihood _likelihood;
    private readonly double[] _gradient;
    private readonly double[] _diagonal;
    private readonly double[] _product;
    private readonly double[] _covered;
    private readonly bool _isLong;
    private double _value;

    private TurnbullMaximizer(TurnbullLikelihood likelihood)
    {
        int m = likelihood.Intervals;
        _likelihood = likelihood;
        (_gradient, _diagonal, _product) = (new double[m], new double[m], new double[m]);
        _covered = new double[likelihood.Mass.Length];
        int[] hits = likelihood.Hits();
        _isLong = hits.Length > LongSupport;
        P = new double[m];
        Array.Fill(P, _isLong ? 1.0 / m : 0);
        foreach (int hit in _isLong ? [] : hits)
        {
            P[hit] = 1.0 / hits.Length;
        }
    }

    /// <summary>The masses.</summary>
    public double[] P { get; private set; }

    /// <summary>The number of steps.</summary>
    public int Steps { get; private set; }

    /// <summary>The largest violation of the Kuhn-Tucker conditions, as a part of the weight of all observations.</summary>
    public double Violation { get; private set; }

    /// <summary>The log-likelihood.</summary>
    public double LogLikelihood => _value + _likelihood.Total;

    public static TurnbullMaximizer Run(TurnbullLikelihood likelihood)
    {
        var search = new TurnbullMaximizer(likelihood);
        search.Refresh();
        for (; search.Steps < MostSteps && search.Violation > Tolerance; search.Steps++)
        {
            if (search._isLong ? search.Steps < EmSteps || !search.ProjectedNewton() : !search.ConstrainedNewton())
            {
                search.Em();
            }

            search.Refresh();
        }

        return search;
    }

    // Masses that sum to 1 have the greatest value among their multiples.
    private void Refresh()
    {
        double sum = P.Sum();
        for (int j = 0; j < P.Length; j++)
        {
            P[j] /= sum;
        }

        _value = _likelihood.Evaluate(P);
        _likelihood.Gradient(_gradient);
        Violation = 0;
        for (int j = 0; j < P.Length; j++)
        {
            Violation = Math.Max(Violation, Math.Max(_gradient[j], P[j] > 0 ? P[j] * -_gradient[j] : 0) / _likelihood.Total);
        }
    }

    private void Em()
    {
        for (int j = 0; j < P.Length; j++)
        {
            P[j] *= (_gradient[j] + _likelihood.Total) / _likelihood.Total;
        }
    }

    // False where no step along the direction rises.
    private bool ConstrainedNewton()
    {
        int[] support = Support();
        double[] curvature = _likelihood.Curvature(support);
        double[] linear = new double[support.Length];
        for (int j = 0; j < support.Length; j++)
        {
            linear[j] = _gradient[support[j]];
            curvature[(j * support.Length) + j] *= 1 + 1e-12;
            for (int k = 0; k < support.Length; k++)
            {
                linear[j] += curvature[(j * support.Length) + k] * P[support[k]];
            }
        }

        double[] goal = NonNegativeQuadratic.Minimize(curvature, linear);
        double[] step = new double[P.Length];
        for (int j = 0; j < support.Length; j++)
        {
            step[support[j]] = goal[j] - P[support[j]];
        }

        return Advance(step);
    }

    // The intervals with mass, and in each gap between them the one where mass would raise the likelihood most.
    private int[] Support()
    {
        var support = new List<int>();
        int best = -1;
        for (int j = 0; j <= P.Length; j++)
        {
            if (j == P.Length || P[j] > 0)
            {
                if (best >= 0)
                {
                    support.Add(best);
                }

                best = -1;
                if (j < P.Length)
                {
                    support.Add(j);
                }
            }
            else if (_gradient[j] > 0 && (best < 0 || _gradient[j] > _gradient[best]))
            {
                best = j;
            }
        }

        return [.. support];
    }

    private bool ProjectedNewton()
    {
        double[] step = new double[P.Length];
        bool[] isFree = new bool[P.Length];
        double margin = Math.Min(1e-3 / P.Length, Violation);
        for (int j = 0; j < P.Length; j++)
        {
            isFree[j] = _gradient[j] >= 0 ? P[j] > 0 || _gradient[j] > 0 : P[j] > margin;
            step[j] = isFree[j] ? 0 : -P[j];
        }

        Solve(step, isFree);
        return Advance(step);
    }

    private bool Advance(double[] step)
    {
        double[] next = new double[P.Length];
        for (double fraction = 1; fraction > 1e-9; fraction /= 2)
        {
            double promise = 0;
            for (int j = 0; j < next.Length; j++)
            {
                next[j] = Math.Max(0, P[j] + (fraction * step[j]));
                promise += _gradient[j] * (next[j] - P[j]);
            }

            double value = _likelihood.Evaluate(next);
            if (value >= _value + (1e-4 * promise) - (1e-14 * Math.Abs(_value)) && value > double.NegativeInfinity)
            {
                P = next;
                return true;
            }
        }

        _likelihood.Evaluate(P);
        return false;
    }

    // Conjugate gradients over the free masses, scaled by the diagonal; the nearer the maximum, the more exact.
    private void Solve(double[] step, bool[] isFree)
    {
        int m = step.Length;
        _likelihood.Diagonal(_diagonal);
        var residual = new double[m];
        var direction = new double[m];
        double norm = 0;
        for (int j = 0; j < m; j++)
        {
            if (isFree[j])
            {
                residual[j] = _gradient[j];
                direction[j] = residual[j] / _diagonal[j];
                norm += residual[j] * direction[j];
            }
        }

        double goal = norm * Math.Min(1e-2, Violation) * 1e-4;
        for (int k = 0; k < 2 * m && k < 400 && norm > goal && norm > 0; k++)
        {
            _likelihood.Curvature(direction, _product, _covered);
            double curvature = 0;
            for (int j = 0; j < m; j++)
            {
                _product[j] = isFree[j] ? _product[j] + (1e-12 * _diagonal[j] * direction[j]) : 0;
                curvature += direction[j] * _product[j];
            }

            double length = norm / curvature;
            double next = 0;
            for (int j = 0; j < m; j++)
            {
                if (isFree[j])
                {
                    step[j] += length * direction[j];
                    residual[j] -= length * _product[j];
                    next += residual[j] * residual[j] / _diagonal[j];
                }
            }

            double ratio = next / norm;
            norm = next;
            for (int j = 0; j < m; j++)
            {
                direction[j] = isFree[j] ? (residual[j] / _diagonal[j]) + (ratio * direction[j]) : 0;
            }
        }
    }
}

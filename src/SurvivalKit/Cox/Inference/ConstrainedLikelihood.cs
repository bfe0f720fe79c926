namespace SurvivalKit;

/// <summary>Maximises a Cox likelihood with some coefficients held fixed, on the scaled covariates.</summary>
internal sealed class ConstrainedLikelihood
{
    private const int MostIterations = 200;

    private readonly ICoxObjective _likelihood;
    private readonly int[] _free;
    private readonly double _unit;
    private readonly double _floor;

    /// <param name="likelihood">The likelihood.</param>
    /// <param name="data">Its data.</param>
    /// <param name="isFixed">Whether each coefficient is held fixed.</param>
    public ConstrainedLikelihood(ICoxObjective likelihood, CoxData data, bool[] isFixed)
    {
        _likelihood = likelihood;
        _free = [.. Enumerable.Range(0, isFixed.Length).Where(column => !isFixed[column])];
        _unit = data.EventWeight;
        _floor = 1e-14 * data.EventCount * data.EventWeight;
        Coefficients = new double[isFixed.Length];
    }

    /// <summary>The coefficients at the maximum.</summary>
    public double[] Coefficients { get; private set; }

    /// <summary>The maximum.</summary>
    public double Value => _likelihood.Value;

    /// <summary>The number of free coefficients that the likelihood moves in, at the start: on the way to infinity the information
    /// vanishes.</summary>
    public int Rank { get; private set; }

    /// <summary>The score of a fixed coefficient.</summary>
    public double Slope(int column) => _likelihood.Score[column];

    /// <summary>Maximises from given coefficients until the predicted gain of a step is at most a given one.</summary>
    /// <remarks>Where free coefficients go to infinity the log-likelihood still converges, and only its value is needed.</remarks>
    public double Maximize(double[] start, double gain)
    {
        Coefficients = start;
        _likelihood.Evaluate(Coefficients);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            (double[] step, double promise) = NewtonStep(isFirst: iteration == 0);
            if (!(promise > 0))
            {
                break;
            }

            double before = Value;
            Advance(step);
            if (promise / 2 <= gain * _unit || Value - before <= 1e-15 * Math.Abs(before))
            {
                break;
            }
        }

        return Value;
    }

    private (double[] Step, double Promise) NewtonStep(bool isFirst)
    {
        var information = new double[_free.Length, _free.Length];
        var score = new double[_free.Length];
        for (int j = 0; j < _free.Length; j++)
        {
            score[j] = _likelihood.Score[_free[j]];
            for (int k = 0; k <= j; k++)
            {
                information[j, k] = _likelihood.Information[_free[j], _free[k]];
            }
        }

        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(information, _floor);
        Rank = isFirst ? factor.Rank : Rank;
        double[] solution = factor.Solve(score);
        double promise = 0;
        var step = new double[Coefficients.Length];
        for (int j = 0; j < _free.Length; j++)
        {
            promise += solution[j] * score[j];
            step[_free[j]] = solution[j];
        }

        return (step, promise);
    }

    private void Advance(double[] step)
    {
        double before = Value;
        double[] origin = Coefficients;
        for (double fraction = 1; fraction > 1e-6; fraction /= 2)
        {
            var moved = new double[origin.Length];
            for (int j = 0; j < moved.Length; j++)
            {
                moved[j] = origin[j] + (fraction * step[j]);
            }

            _likelihood.Evaluate(moved);
            Coefficients = moved;

            // A decrease within rounding error at the maximum is accepted; from a start without a finite value any finite value is.
            if (double.IsFinite(Value) && !(Value < before - (1e-11 * Math.Abs(before))))
            {
                return;
            }
        }

        Coefficients = origin;
        _likelihood.Evaluate(origin);
    }
}

namespace SurvivalKit;

/// <summary>Absolute risks for given covariates by the product integral of the causes' hazards h_j, as R's <c>survfit.coxphms</c> has it: S
/// falls by exp(-h), and F_k rises by S(t-) (1 - exp(-h)) h_k / h; with errors of the delta method (Cheng, Fine and Wei 1998).</summary>
/// <remarks>The derivative of F_k(t) by h_j at s is a(s) - F_k(t), a(s) = F_k(s) + S(s-) (f 1{j = k} + f' h_k), f(h) = (1 - exp(-h)) / h. A
/// hazard h_j varies by its martingale, with the variance that the model has for known coefficients, and by the coefficients of its cause;
/// the models of two causes share no parameter and no event. So the variance at t is a polynomial in F_k(t) of sums over time: O(times x
/// columns) for the whole curve.</remarks>
internal sealed class AbsoluteRiskSteps
{
    private readonly CoxPoint[] _points;
    private readonly CoxFit[] _fits;
    private readonly double[][] _hazards;

    /// <param name="points">The covariates in each cause's model.</param>
    /// <param name="fits">The models.</param>
    public AbsoluteRiskSteps(CoxPoint[] points, CoxFit[] fits)
    {
        _points = points;
        _fits = fits;
        Time = [.. points.SelectMany(point => EventTimes(point.Stratum)).Distinct().Order()];
        _hazards = Array.ConvertAll(points, point => Increments(point));
        Survival = new double[Time.Length];
        Risks = Array.ConvertAll(points, _ => new double[Time.Length]);
        double before = 1;
        for (int i = 0; i < Time.Length; i++)
        {
            double all = _hazards.Sum(own => own[i]);
            for (int k = 0; k < points.Length; k++)
            {
                Risks[k][i] = (i == 0 ? 0 : Risks[k][i - 1]) + (before * Share(all) * _hazards[k][i]);
            }

            before *= Math.Exp(-all);
            Survival[i] = before;
        }
    }

    /// <summary>The times of events of any cause, increasing.</summary>
    public double[] Time { get; }

    /// <summary>The probability of no event by each time.</summary>
    public double[] Survival { get; }

    /// <summary>For each cause the probability of its event by each time.</summary>
    public double[][] Risks { get; }

    /// <summary>The variance of the risk of a cause at each time; of -1, that of the free survival.</summary>
    public double[] Variance(int cause)
    {
        var variance = new double[Time.Length];
        for (int j = 0; j < _points.Length; j++)
        {
            AddVariance(cause, j, variance);
        }

        return variance;
    }

    private void AddVariance(int cause, int j, double[] variance)
    {
        CoxPoint point = _points[j];
        int columns = _fits[j].Terms.Length;
        var slope = new double[columns];
        var last = new double[columns];

        // The sums over time of (a - F)^2 dV = aa - 2 F a + F^2, and of (a - F) dB, for the coefficients.
        (double squares, double products, double plain) = (0, 0, 0);
        var weighted = new double[columns];
        for (int i = 0; i < Time.Length; i++)
        {
            int place = point.Stratum.PlaceOf(Time[i]);
            bool isEvent = _hazards[j][i] > 0;
            if (isEvent)
            {
                double by = Derivative(cause, j, i);
                double step = point.Stratum.Variance[place] - (place == 0 ? 0 : point.Stratum.Variance[place - 1]);
                double noise = Math.Pow(point.Times(Math.Sqrt(Math.Max(0, step))), 2);
                squares += by * by * noise;
                products += by * noise;
                plain += noise;
                Array.Clear(slope);
                point.AddSlope(place, 1, slope);
                for (int c = 0; c < columns; c++)
                {
                    weighted[c] += by * (slope[c] - last[c]);
                    last[c] = slope[c];
                }
            }

            double level = cause < 0 ? 0 : Risks[cause][i];
            double ofBaseline = squares - (2 * level * products) + (level * level * plain);
            double ofCoefficients = 0;
            for (int a = 0; a < columns; a++)
            {
                for (int b = 0; b < columns; b++)
                {
                    double slopes = (weighted[a] - (level * last[a])) * (weighted[b] - (level * last[b]));
                    ofCoefficients += slopes * _fits[j].Basis.Covariance[a, b];
                }
            }

            double factor = cause < 0 ? Survival[i] * Survival[i] : 1;
            variance[i] += factor * Math.Max(0, ofBaseline + ofCoefficients);
        }
    }

    // The part of the derivative of the risk by a cause's hazard at a time that does not depend on when the risk is asked for.
    private double Derivative(int cause, int j, int i)
    {
        if (cause < 0)
        {
            return 1;
        }

        double all = _hazards.Sum(own => own[i]);
        double before = i == 0 ? 1 : Survival[i - 1];
        double share = Share(all);

        // f' = (exp(-h) - f) / h, likewise.
        double change = all < 1e-3
            ? -0.5 + (all / 3) - (all * all / 8) + (all * all * all / 30)
            : (Math.Exp(-all) - share) / all;
        return Risks[cause][i] + (before * ((j == cause ? share : 0) + (change * _hazards[cause][i])));
    }

    // (1 - exp(-h)) / h, by its series where h is small and the difference cancels.
    private static double Share(double all) =>
        all < 1e-3 ? 1 - (all / 2) + (all * all / 6) - (all * all * all / 24) : (1 - Math.Exp(-all)) / all;

    private double[] Increments(CoxPoint point)
    {
        var increments = new double[Time.Length];
        for (int i = 0; i < Time.Length; i++)
        {
            int place = point.Stratum.PlaceOf(Time[i]);
            bool isOwn = place >= 0 && point.Stratum.Time[place] == Time[i];
            increments[i] = isOwn ? point.HazardOver(place - 1, place) : 0;
        }

        return increments;
    }

    private static IEnumerable<double> EventTimes(CoxStratum stratum) => stratum.Time.Where((_, place) => stratum.Events[place] > 0);
}

using MathNet.Numerics.RootFinding;

namespace SurvivalKit;

/// <summary>Rows whose survival a fit averages (G-computation; Robins 1986): survival and density of the mixture of their distributions,
/// with derivatives by the parameters of the fit.</summary>
internal sealed class ParametricPopulation
{
    private readonly ParametricFit _fit;
    private readonly double[][] _x;
    private readonly int[][] _places;
    private readonly ISubjectLifetime[] _lifetimes;

    public ParametricPopulation(ParametricFit fit, DesignMatrix design, ReadOnlySpan<int> strata, ReadOnlySpan<double> offset, int rows)
    {
        _fit = fit;
        _x = new double[rows][];
        _places = new int[rows][];
        _lifetimes = new ISubjectLifetime[rows];
        for (int row = 0; row < rows; row++)
        {
            double[] x = [1, .. Enumerable.Range(0, design.Columns).Select(column => design.Column(column)[row])];
            int[] places = fit.ShapePlaces(strata.IsEmpty ? 0 : strata[row]);
            double predictor = fit.Predictor(x) + (offset.IsEmpty ? 0 : offset[row]);
            (_x[row], _places[row], _lifetimes[row]) = (x, places, fit.Lifetime(predictor, places));
        }
    }

    /// <summary>A quantity of the population.</summary>
    public (double Value, double[] Gradient) Of(ParametricQuantity quantity, double at)
    {
        if (quantity == ParametricQuantity.RestrictedMean)
        {
            return Mean(lifetime => ParametricPoint.Of(lifetime, quantity, at));
        }

        double time = quantity == ParametricQuantity.Quantile ? Quantile(at) : at;
        if (!double.IsFinite(time))
        {
            return (time, Enumerable.Repeat(double.NaN, _fit.Terms.Length).ToArray());
        }

        (double survival, double[] slope) = Mean(lifetime => ParametricPoint.Of(lifetime, ParametricQuantity.Survival, time));
        if (quantity == ParametricQuantity.Survival)
        {
            return (survival, slope);
        }

        if (quantity == ParametricQuantity.CumulativeHazard)
        {
            return (-Math.Log(survival), Array.ConvertAll(slope, part => -part / survival));
        }

        (double density, double[] change) = Mean(lifetime =>
        {
            double[] gradient = new double[lifetime.Parameters];
            double own = Math.Exp(lifetime.LogDensity(time, gradient));
            return new ParametricPoint(own, Array.ConvertAll(gradient, part => own * part));
        });
        double hazard = density / survival;
        return quantity == ParametricQuantity.Hazard
            ? (hazard, [.. change.Zip(slope, (of, less) => (of - (hazard * less)) / survival)])
            : (time, Array.ConvertAll(slope, part => part / density));
    }

    // The survival falls, so that the quantile is between those of the rows.
    private double Quantile(double part)
    {
        double[] own = Array.ConvertAll(_lifetimes, lifetime => lifetime.Quantile(part));
        double low = own.Min();
        double high = own.Max();
        double Excess(double time) => Mean(
            lifetime => ParametricPoint.Of(lifetime, ParametricQuantity.Survival, time)).Value - (1 - part);
        if (double.IsPositiveInfinity(high))
        {
            high = double.IsPositiveInfinity(low) ? 0 : low;
            while (Excess(high) > 0 && high < 1e12 * low)
            {
                high *= 2;
            }

            if (high == 0 || Excess(high) > 0)
            {
                return double.PositiveInfinity;
            }
        }

        return low < high ? Brent.FindRoot(Excess, low, high, 1e-12 * high, 300) : low;
    }

    private (double Value, double[] Gradient) Mean(Func<ISubjectLifetime, ParametricPoint> of)
    {
        double value = 0;
        double[] sum = new double[_fit.Terms.Length];
        for (int row = 0; row < _lifetimes.Length; row++)
        {
            ParametricPoint point = of(_lifetimes[row]);
            value += point.Value;
            for (int j = 0; j < _x[row].Length; j++)
            {
                sum[j] += point.Gradient[0] * _x[row][j];
            }

            for (int p = 0; p < _places[row].Length; p++)
            {
                sum[_places[row][p]] += point.Gradient[1 + p];
            }
        }

        return (value / _lifetimes.Length, Array.ConvertAll(sum, part => part / _lifetimes.Length));
    }
}

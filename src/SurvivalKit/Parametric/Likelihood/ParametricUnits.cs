namespace SurvivalKit;

/// <summary>The unit of time in which a parametric regression is maximised, so that a search does not depend on the caller's, and what the
/// parameters are in the caller's.</summary>
/// <param name="Origin">The time that is 0.</param>
/// <param name="Unit">The time that is 1.</param>
/// <param name="PredictorFactor">A predictor in the caller's unit is this times the one in this unit,</param>
/// <param name="PredictorShift">plus this.</param>
/// <param name="ShapeFactor">A shape likewise is this times the one in this unit,</param>
/// <param name="ShapeShift">plus this.</param>
internal sealed record ParametricUnits(
    double Origin, double Unit, double PredictorFactor, double PredictorShift, double ShapeFactor, double ShapeShift)
{
    /// <summary>Whether the logarithm of the time takes its place.</summary>
    public bool IsLog { get; private init; }

    /// <summary>The unit for the times of some rows.</summary>
    public static ParametricUnits Of(SurvivalSample sample, ParametricDistribution distribution)
    {
        double[] time = sample.Response.TimeArray;
        if (ParametricStart.IsOfLogTime(distribution))
        {
            return new(0, 1, 1, 0, 1, 0) { IsLog = true };
        }

        double mean = time.Average();
        if (distribution == ParametricDistribution.Gompertz)
        {
            double unit = mean > 0 ? mean : 1;
            return new(0, unit, 1, -Math.Log(unit), 1 / unit, 0);
        }

        if (distribution == ParametricDistribution.PiecewiseExponential)
        {
            double unit = mean > 0 ? mean : 1;
            return new(0, unit, 1, -Math.Log(unit), 1, 0);
        }

        double spread = Math.Sqrt(time.Average(value => (value - mean) * (value - mean)));
        spread = spread > 0 ? spread : 1;
        return new(mean, spread, spread, mean, 1, Math.Log(spread));
    }

    /// <summary>Times in this unit.</summary>
    public double[] Of(double[] times) =>
        Array.ConvertAll(times, time => IsLog ? Math.Log(Math.Max(time, 0)) : (time - Origin) / Unit);

    /// <summary>The logarithm of the caller's time that one of this unit stands for, at a time in this unit: what the logarithm of a
    /// density loses in the caller's unit.</summary>
    public double LogUnitAt(double time) => IsLog ? time : Math.Log(Unit);

    /// <summary>Offsets in this unit.</summary>
    public double[] OfOffsets(ReadOnlySpan<double> offsets)
    {
        double[] own = offsets.ToArray();
        return PredictorFactor == 1 ? own : Array.ConvertAll(own, value => value / PredictorFactor);
    }
}

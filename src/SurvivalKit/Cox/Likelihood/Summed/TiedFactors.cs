namespace SurvivalKit;

/// <summary>The factors of the partial likelihood at one event time, summed: with d events of mean weight w, S0 the risk at risk and T0
/// that of the events, the k-th factor has the denominator D = S0 - (k/d) T0 (Efron 1977), or S0 (Breslow 1974).</summary>
/// <param name="LogDenominators">The sum of w log D.</param>
/// <param name="Hazard">The sum of w / D.</param>
/// <param name="HazardOfTied">The sum of w (k/d) / D.</param>
/// <param name="Square">The sum of w / D^2.</param>
/// <param name="SquareOnce">The sum of w (k/d) / D^2.</param>
/// <param name="SquareTwice">The sum of w (k/d)^2 / D^2.</param>
internal readonly record struct TiedFactors(
    double LogDenominators, double Hazard, double HazardOfTied, double Square, double SquareOnce, double SquareTwice)
{
    public static TiedFactors Of(double events, double weight, double atRisk, double tied, Ties ties)
    {
        if (ties == Ties.Breslow || events <= 1)
        {
            double step = weight / atRisk;
            return new(weight * Math.Log(atRisk), step, 0, step / atRisk, 0, 0);
        }

        double mean = weight / events;
        var factors = EfronFactors.Of(events, tied / atRisk, mean);
        double once = mean / atRisk;
        double twice = once / atRisk;
        return new(
            (weight * Math.Log(atRisk)) + factors.LogDenominators,
            factors.Hazard * once,
            (factors.Hazard - factors.OfTied) * once,
            factors.First * twice,
            factors.Second * twice,
            factors.Third * twice);
    }
}

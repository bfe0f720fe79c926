namespace SurvivalKit;

/// <summary>Efron's sums over the factors of an event time (Efron 1977), relative to the risk S0 of its risk set: the k-th of d factors
/// leaves out the part k/d of the tied events, whose risk is the part T of S0, and has the denominator D = 1 - (k/d) T.</summary>
/// <param name="LogDenominators">The sum of log D, times the weight of a factor.</param>
/// <param name="Hazard">The sum of 1 / D.</param>
/// <param name="OfTied">The sum of (1 - k/d) / D.</param>
/// <param name="First">The sum of 1 / D^2.</param>
/// <param name="Second">The sum of (k/d) / D^2.</param>
/// <param name="Third">The sum of (k/d)^2 / D^2.</param>
internal readonly record struct EfronFactors(
    double LogDenominators, double Hazard, double OfTied, double First, double Second, double Third)
{
    /// <summary>Adds up the factors.</summary>
    /// <param name="events">The number d of tied events.</param>
    /// <param name="tied">Their part T of the risk.</param>
    /// <param name="weight">The weight of a factor: the tied events' mean weight.</param>
    public static EfronFactors Of(double events, double tied, double weight)
    {
        double product = 1;
        double logs = 0;
        double hazard = 0;
        double ofTied = 0;
        double first = 0;
        double second = 0;
        double third = 0;
        for (int k = 0; k < events; k++)
        {
            double without = k / events;
            double denominator = 1 - (without * tied);
            double share = 1 / denominator;
            hazard += share;
            ofTied += (1 - without) * share;
            first += share * share;
            second += without * share * share;
            third += without * without * share * share;

            // One logarithm for many factors, as long as their product does not underflow.
            product *= denominator;
            if (product < 1e-250)
            {
                logs += weight * Math.Log(product);
                product = 1;
            }
        }

        return new(logs + (weight * Math.Log(product)), hazard, ofTied, first, second, third);
    }
}

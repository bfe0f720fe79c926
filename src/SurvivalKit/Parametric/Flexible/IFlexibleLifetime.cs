namespace SurvivalKit;

/// <summary>The distribution of a time of some shapes, given a linear predictor. First derivatives are by the predictor and then by each
/// shape; second ones are the lower triangle, row after row.</summary>
internal interface IFlexibleLifetime
{
    /// <summary>The logarithm of the density at a time, with its derivatives.</summary>
    double LogDensity(double time, double predictor, Span<double> first, Span<double> second);

    /// <summary>The logarithm of the probability of living longer than a time, with its derivatives.</summary>
    double LogSurvival(double time, double predictor, Span<double> first, Span<double> second);
}

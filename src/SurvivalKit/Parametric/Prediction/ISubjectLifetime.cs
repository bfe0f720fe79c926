namespace SurvivalKit;

/// <summary>The distribution of the time of one subject, in the caller's unit; gradients are by the linear predictor and then by each
/// shape.</summary>
internal interface ISubjectLifetime
{
    /// <summary>The number of parameters, the predictor among them.</summary>
    int Parameters { get; }

    /// <summary>The times at which the hazard jumps, increasing.</summary>
    ReadOnlySpan<double> Jumps { get; }

    /// <summary>The logarithm of the density at a time.</summary>
    double LogDensity(double time, Span<double> gradient);

    /// <summary>The logarithm of the probability of living longer than a time.</summary>
    double LogSurvival(double time, Span<double> gradient);

    /// <summary>The time by which a part has had the event; infinite where fewer ever have it.</summary>
    double Quantile(double part);
}

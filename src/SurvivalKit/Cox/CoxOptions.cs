namespace SurvivalKit;

/// <summary>The options of a Cox fit.</summary>
public sealed record CoxOptions
{
    /// <summary>How tied events are treated; default: <see cref="Ties.Efron"/>, as in R.</summary>
    public Ties Ties { get; init; } = Ties.Efron;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether standard errors, z, P and intervals are robust: those of Lin and Wei (1989), which stay valid when the model does
    /// not hold; default (<see langword="null"/>): where there are clusters or a case weight is no whole number, as in R.</summary>
    /// <remarks>Without clusters each observation is its own cluster; where several belong to one person, give the person by the argument
    /// <c>cluster</c> of the fit, or by <c>cluster()</c> in the formula.</remarks>
    public bool? Robust { get; init; }

    /// <summary>The largest number of Newton-Raphson iterations; default: 30.</summary>
    public int MaxIterations { get; init; } = 30;

    /// <summary>The fit has converged when the next step is predicted to gain less than this in log-likelihood; default: 1e-10.</summary>
    /// <remarks>R stops at a relative change of 1e-9 of the log-likelihood, which leaves fewer digits of the coefficients.</remarks>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;

    /// <summary>The multiple theta of a ridge penalty: half of it times the sum of squared coefficients, each in
    /// standard deviations of its column,
    /// is taken from the log-likelihood; 0 or more; default: 0, no penalty. Equals R's <c>ridge(..., theta)</c> over all columns, with
    /// standard deviations over the rows that are used.</summary>
    public double Ridge { get; init; }

    /// <summary>Whether the ridge penalty is on coefficients in standard deviations of their columns, R's <c>ridge(scale = TRUE)</c>,
    /// and not on the coefficients themselves; default: yes.</summary>
    public bool RidgeIsScaled { get; init; } = true;

    /// <summary>Whether Firth's penalty, half the logarithm of the determinant of the information, is added to the
    /// log-likelihood (Firth 1993; Heinze and Schemper 2001): estimates stay finite under separation; default: no.</summary>
    /// <remarks>The log-likelihoods of the fit are then the penalised ones. Not together with <see cref="Ridge"/> or
    /// <see cref="Ties.Exact"/>.</remarks>
    public bool Firth { get; init; }
}

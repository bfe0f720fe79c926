namespace SurvivalKit;

/// <summary>The options of a Cox model of recurrent events.</summary>
public sealed record RecurrentOptions
{
    /// <summary>How tied events are treated, Efron's or Breslow's way; default: <see cref="Ties.Efron"/>, as in R.</summary>
    public Ties Ties { get; init; } = Ties.Efron;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The last event number that is modelled: later events, and the time at risk of them, are left out; default: none is. R's
    /// <c>bladder2</c> has the first 4.</summary>
    public int? LastEvent { get; init; }

    /// <summary>The event number from which on all share one baseline, and one effect where effects are by event; default: each has its
    /// own. The Andersen-Gill model has one baseline anyway, and the Wei-Lin-Weissfeld model cannot pool.</summary>
    public int? PoolFrom { get; init; }

    /// <summary>Whether each event number has coefficients of its own, as <c>x * strata(enum)</c> in R; default: no, one coefficient for
    /// all. <see cref="RecurrentFit.EventEffects"/> has them by event, averaged, and tested for being the same.</summary>
    public bool EffectsByEvent { get; init; }

    /// <summary>The largest number of Newton-Raphson iterations; default: 30.</summary>
    public int MaxIterations { get; init; } = 30;

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;
}

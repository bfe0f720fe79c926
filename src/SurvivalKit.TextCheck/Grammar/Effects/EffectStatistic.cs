namespace SurvivalKit.TextCheck;

/// <summary>A difference, a coefficient of a regression or a correlation, with what is printed of its uncertainty.</summary>
internal sealed record EffectStatistic(EffectForm Form, PrintedNumber Value) : Statistic
{
    /// <summary>Its interval.</summary>
    public IntervalPart? Interval { get; init; }

    /// <summary>Its standard error.</summary>
    public PrintedNumber? StandardError { get; init; }

    /// <summary>The number of values that is printed beside it.</summary>
    public int? N { get; init; }

    /// <summary>Its degrees of freedom, as in <c>r(28) = .45</c>, where some authors print the number of values.</summary>
    public int? DegreesOfFreedom { get; init; }

    /// <summary>Its P value.</summary>
    public PValuePart? P { get; init; }

    /// <summary>Whether a dash is between the ends of the interval or right before them, so that a minus sign can be a dash.</summary>
    public bool HasDashes { get; init; }

    /// <summary>Whether a word of the sentence can hold the sign of the estimate, as "decrease" does.</summary>
    public bool IsDirected { get; init; }

    /// <summary>Whether P can be that of a comparison with another estimate of the sentence.</summary>
    public bool IsCompared { get; init; }

    /// <summary>The kind of statistic.</summary>
    public TextStatisticKind Kind => Form switch
    {
        EffectForm.Coefficient or EffectForm.StandardisedCoefficient => TextStatisticKind.Coefficient,
        EffectForm.Correlation or EffectForm.RankCorrelation or EffectForm.PartialCorrelation => TextStatisticKind.Correlation,
        _ => TextStatisticKind.Difference,
    };

    /// <summary>Its name in a sentence.</summary>
    public string Name => Kind switch
    {
        TextStatisticKind.Coefficient => "coefficient",
        TextStatisticKind.Correlation => "correlation",
        _ => "difference",
    };
}

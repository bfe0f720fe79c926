namespace SurvivalKit.TextCheck;

/// <summary>What an estimate with uncertainty is of, as far as it decides which intervals and tests are possible.</summary>
internal enum EffectForm
{
    /// <summary>A difference of means.</summary>
    MeanDifference,

    /// <summary>A difference that is not said to be of means.</summary>
    Difference,

    /// <summary>A difference of percentages, risks, rates or survival.</summary>
    ShareDifference,

    /// <summary>A difference of medians.</summary>
    MedianDifference,

    /// <summary>A difference in standard deviations: Cohen's d, Hedges' g.</summary>
    StandardisedDifference,

    /// <summary>A coefficient of a regression.</summary>
    Coefficient,

    /// <summary>A standardised coefficient, beside which the interval and the standard error can be those of the other one.</summary>
    StandardisedCoefficient,

    /// <summary>Pearson's correlation, or one that is not named.</summary>
    Correlation,

    /// <summary>A correlation of ranks.</summary>
    RankCorrelation,

    /// <summary>A correlation given other variables, whose degrees of freedom are fewer.</summary>
    PartialCorrelation,
}

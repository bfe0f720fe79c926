namespace SurvivalKit.Published;

/// <summary>What a <see cref="SurvivalMove"/> changes; those of covariates come last.</summary>
internal enum SurvivalMoveKind
{
    /// <summary>A patient gets another time.</summary>
    SetTime,

    /// <summary>Two patients of an arm exchange time and event: for each arm alone nothing changes.</summary>
    ExchangeTimes,

    /// <summary>Two patients exchange event and censoring.</summary>
    ExchangeEvents,

    /// <summary>A patient's event becomes a censoring, or the reverse.</summary>
    FlipEvent,

    /// <summary>A patient gets another value of a free indicator.</summary>
    SetIndicator,

    /// <summary>Two patients exchange their values of a covariate.</summary>
    ExchangeValues,

    /// <summary>A free indicator is inverted for all patients: a hazard ratio becomes its reciprocal.</summary>
    Invert,
}

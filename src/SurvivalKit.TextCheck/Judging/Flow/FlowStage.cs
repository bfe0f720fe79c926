namespace SurvivalKit.TextCheck;

/// <summary>Where in a trial's flow a number of participants stands.</summary>
internal enum FlowStage
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>Screened or assessed for eligibility.</summary>
    Screened,

    /// <summary>Excluded before randomisation.</summary>
    Excluded,

    /// <summary>Randomised.</summary>
    Randomised,

    /// <summary>Allocated to one group.</summary>
    Allocated,

    /// <summary>Received what they were allocated to.</summary>
    Received,

    /// <summary>Did not receive it.</summary>
    NotReceived,

    /// <summary>Lost to follow-up.</summary>
    Lost,

    /// <summary>Withdrew or discontinued.</summary>
    Withdrawn,

    /// <summary>Analysed.</summary>
    Analysed,

    /// <summary>Excluded from the analysis.</summary>
    NotAnalysed,

    /// <summary>A reason for exclusion.</summary>
    Reason,

    /// <summary>The reasons that are not named.</summary>
    OtherReason,
}

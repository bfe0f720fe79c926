namespace SurvivalKit.Published;

/// <summary>A time-to-event endpoint: the columns of its time and its event.</summary>
public sealed record StudyEndpoint
{
    /// <summary>The name that measures use, for example <c>pfs</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in full.</summary>
    public required string Label { get; init; }

    /// <summary>The column of the time of event or censoring.</summary>
    public required string Time { get; init; }

    /// <summary>The column of the event: 1 happened, 0 censored.</summary>
    public required string Event { get; init; }

    /// <summary>The unit of the time, for example <c>months</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The endpoint whose event is an event of this one too, as death is for progression-free survival;
    /// <see langword="null"/>: none.</summary>
    public string? NoLaterThan { get; init; }
}

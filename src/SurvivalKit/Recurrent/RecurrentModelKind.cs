namespace SurvivalKit;

/// <summary>Which Cox model of recurrent events is fitted: who is at risk of an event, from when time counts, and whether each event number
/// has a baseline of its own.</summary>
public enum RecurrentModelKind
{
    /// <summary>Andersen and Gill (1982): all events of a subject are alike, time counts from the origin, one baseline.</summary>
    AndersenGill,

    /// <summary>Prentice, Williams and Peterson (1981), total time: at risk of the k-th event from the one before it on, time counts from
    /// the origin, a baseline for each k.</summary>
    PrenticeWilliamsPetersonTotalTime,

    /// <summary>Prentice, Williams and Peterson (1981), gap time: as in total time, but time counts from the event before.</summary>
    PrenticeWilliamsPetersonGapTime,

    /// <summary>Wei, Lin and Weissfeld (1989), marginal: at risk of the k-th event from the origin on, whether or not the ones before have
    /// happened, a baseline for each k.</summary>
    WeiLinWeissfeld,
}

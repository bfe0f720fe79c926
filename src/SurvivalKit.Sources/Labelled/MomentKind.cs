namespace SurvivalKit.Sources;

/// <summary>What the numbers of a column count.</summary>
internal enum MomentKind
{
    /// <summary>Nothing: they are numbers.</summary>
    None,

    /// <summary>Days since a day.</summary>
    Days,

    /// <summary>Seconds since the beginning of a day.</summary>
    Seconds,

    /// <summary>Milliseconds since the beginning of a day.</summary>
    Milliseconds,
}

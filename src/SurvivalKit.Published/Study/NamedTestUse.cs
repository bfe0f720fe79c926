namespace SurvivalKit.Published;

/// <summary>What a test is said to be used for.</summary>
public enum NamedTestUse
{
    /// <summary>Not said, or several of the others.</summary>
    Unsaid,

    /// <summary>Numbers such as ages, by arm: <c>numbers</c>.</summary>
    Numbers,

    /// <summary>Counts of patients in categories, by arm: <c>counts</c>.</summary>
    Counts,

    /// <summary>Times to an event: <c>times</c>.</summary>
    Times,
}

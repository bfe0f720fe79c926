namespace SurvivalKit.Published;

/// <summary>The stated use of a test.</summary>
public enum NamedTestUse
{
    /// <summary>Not stated, or several of the others.</summary>
    Unsaid,

    /// <summary>Numbers such as ages, by arm: <c>numbers</c>.</summary>
    Numbers,

    /// <summary>Counts of patients in categories, by arm: <c>counts</c>.</summary>
    Counts,

    /// <summary>Times to an event: <c>times</c>.</summary>
    Times,
}

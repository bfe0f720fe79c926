namespace SurvivalKit.Published;

/// <summary>How a value is compared in a <see cref="PatientCondition"/>.</summary>
public enum ConditionKind
{
    /// <summary>It is one of the levels.</summary>
    Among,

    /// <summary>It is the number.</summary>
    Exactly,

    /// <summary>It is the number or more.</summary>
    AtLeast,

    /// <summary>It is more than the number.</summary>
    Above,

    /// <summary>It is the number or less.</summary>
    AtMost,

    /// <summary>It is less than the number.</summary>
    Below,

    /// <summary>It is missing.</summary>
    Missing,
}

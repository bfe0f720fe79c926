namespace SurvivalKit.Published;

/// <summary>What a search for survival figures may change of a covariate.</summary>
internal enum CovariateFreedom
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Patients of an arm may exchange their values: every count and mean by arm stays.</summary>
    WithinArms,

    /// <summary>All: the study names the indicator in its models but does not count it.</summary>
    Free,
}

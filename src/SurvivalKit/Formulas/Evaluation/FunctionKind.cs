namespace SurvivalKit;

/// <summary>Where a function of a formula may stand.</summary>
internal enum FunctionKind
{
    /// <summary>In any expression, with a value for each row.</summary>
    Value,

    /// <summary>As a term of its own, with several columns of numbers.</summary>
    Columns,

    /// <summary>As a term of its own that is no covariate: strata, clusters, an offset.</summary>
    Special,

    /// <summary>Nowhere: R's survival has it and this library has not, and says so.</summary>
    Refused,
}

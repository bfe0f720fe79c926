namespace SurvivalKit.Published;

/// <summary>The kind of values of a cohort column.</summary>
public enum VariableKind
{
    /// <summary>The patient's identifier in the cohort: unique text.</summary>
    Identifier,

    /// <summary>One of a list of levels.</summary>
    Category,

    /// <summary>0 or 1.</summary>
    Indicator,

    /// <summary>A number with a range and a number of decimals.</summary>
    Continuous,

    /// <summary>The worst grade of an adverse event; 0 where there was none.</summary>
    Grade,

    /// <summary>A time from the start of observation.</summary>
    Time,
}

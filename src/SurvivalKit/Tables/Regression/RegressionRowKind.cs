namespace SurvivalKit;

/// <summary>The kind of a row of a regression table.</summary>
public enum RegressionRowKind
{
    /// <summary>A variable or interaction with one coefficient, such as a number.</summary>
    Coefficient,

    /// <summary>A variable or interaction whose levels are the rows below; it has the test of them all.</summary>
    Heading,

    /// <summary>A level of the heading above: the reference, or one that is compared with it.</summary>
    Level,

    /// <summary>A term whose coefficients mean nothing alone, such as a spline: it has only the test of them all.</summary>
    Joint,
}

namespace SurvivalKit;

/// <summary>What one model has for a row of a regression table.</summary>
public sealed record RegressionCell
{
    /// <summary>The number of rows (of subjects, where the fit knows them) that the model used: at this level, or all;
    /// <see langword="null"/> where the fit does not have its rows, or at a heading.</summary>
    public int? Count { get; init; }

    /// <summary>The number of events among them.</summary>
    public int? Events { get; init; }

    /// <summary>The coefficient; <see langword="null"/> at a reference, at a heading, and for a term that is tested only.</summary>
    public CoxTerm? Term { get; init; }

    /// <summary>Whether this is the level that the others are compared with.</summary>
    public bool IsReference { get; init; }

    /// <summary>The test of all coefficients of the term, where it has several.</summary>
    public TestResult? Test { get; init; }

    /// <summary>Whether the model has the coefficient, or the test, that this row is to show: not where the data do not determine it or it
    /// separates the events, which is printed as <c>NE</c>.</summary>
    public bool IsEstimable { get; init; } = true;

    /// <summary>The E-value of the hazard ratio, where the options ask for it: <see cref="SurvivalKit.EValue.Of"/>.</summary>
    public double? EValue { get; init; }

    /// <summary>The E-value of the limit nearer to 1: <see cref="SurvivalKit.EValue.OfLimit"/>.</summary>
    public double? EValueOfLimit { get; init; }

    /// <summary>The standard deviation of the number that the coefficient is of, over the rows used; of a number with two values half
    /// their difference; <see langword="null"/> for a level. Two of them are to a number what the difference of two levels is to a variable
    /// that has them evenly (Gelman 2008).</summary>
    public double? Spread { get; init; }
}

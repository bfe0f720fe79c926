namespace SurvivalKit.Sources;

/// <summary>An expression of a formula in SQL: null where the formula's value is missing.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Kind">What it is: a truth value as a condition, a date as the number of days since 1970-01-01.</param>
internal sealed record SqlExpression(SqlText Text, SqlKind Kind)
{
    /// <summary>The constant that it is; <see langword="null"/> for any other.</summary>
    public double? Constant { get; init; }

    /// <summary>The text constant that it is; <see langword="null"/> for any other.</summary>
    public string? Word { get; init; }
}

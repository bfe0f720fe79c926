using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>The condition on a patient's value to be counted; of several columns, on one of them.</summary>
public sealed record PatientCondition
{
    /// <summary>The columns; a patient meets the condition who meets it in one of them.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>How values are compared.</summary>
    public required ConditionKind Kind { get; init; }

    /// <summary>The levels of <see cref="ConditionKind.Among"/>; otherwise empty.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>The number that values are compared with.</summary>
    public double Bound { get; init; }

    /// <summary>Whether a number meets the condition. A missing one meets <see cref="ConditionKind.Missing"/> only.</summary>
    /// <param name="value">The number; <see langword="null"/> is missing.</param>
    public bool Holds(double? value) => value is not { } number
        ? Kind == ConditionKind.Missing
        : Kind switch
        {
            ConditionKind.Exactly => number == Bound,
            ConditionKind.AtLeast => number >= Bound,
            ConditionKind.Above => number > Bound,
            ConditionKind.AtMost => number <= Bound,
            ConditionKind.Below => number < Bound,
            _ => false,
        };

    /// <summary>Whether a level meets the condition. A missing one meets <see cref="ConditionKind.Missing"/> only.</summary>
    /// <param name="level">The level; <see langword="null"/> is missing.</param>
    public bool Holds(string? level) =>
        level is null ? Kind == ConditionKind.Missing : Kind == ConditionKind.Among && Levels.Contains(level);

    /// <summary>The condition in words: <c>age at least 65</c>.</summary>
    public override string ToString()
    {
        string bound = Bound.ToString(CultureInfo.InvariantCulture);
        return string.Join(" or ", Columns) + Kind switch
        {
            ConditionKind.Among => " " + string.Join(" or ", Levels),
            ConditionKind.Exactly => " = " + bound,
            ConditionKind.AtLeast => " at least " + bound,
            ConditionKind.Above => " above " + bound,
            ConditionKind.AtMost => " at most " + bound,
            ConditionKind.Below => " below " + bound,
            _ => " missing",
        };
    }
}

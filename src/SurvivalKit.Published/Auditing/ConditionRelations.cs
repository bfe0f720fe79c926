namespace SurvivalKit.Published;

/// <summary>Which conditions exclude each other, and which cover all values.</summary>
internal static class ConditionRelations
{
    /// <summary>Whether no patient can meet both conditions, which are for the same column.</summary>
    public static bool Exclude(PatientCondition one, PatientCondition other)
    {
        if (one.Kind == ConditionKind.Missing || other.Kind == ConditionKind.Missing)
        {
            return one.Kind != other.Kind;
        }

        if (one.Kind == ConditionKind.Among || other.Kind == ConditionKind.Among)
        {
            return one.Kind == other.Kind && !one.Levels.Intersect(other.Levels).Any();
        }

        (double low, bool lowIn, double high, bool highIn) = Range(one);
        (double otherLow, bool otherLowIn, double otherHigh, bool otherHighIn) = Range(other);
        return high < otherLow || otherHigh < low
            || (high == otherLow && !(highIn && otherLowIn)) || (otherHigh == low && !(otherHighIn && lowIn));
    }

    /// <summary>Whether every value that is not missing meets one of the conditions.</summary>
    public static bool CoverAll(StudyVariable variable, IReadOnlyCollection<PatientCondition> conditions) => variable.Kind switch
    {
        VariableKind.Category => variable.Levels.All(level => conditions.Any(condition => condition.Holds(level))),
        VariableKind.Indicator => conditions.Any(condition => condition.Holds(0.0)) && conditions.Any(condition => condition.Holds(1.0)),
        VariableKind.Grade => variable.Grades.Prepend(0).All(grade => conditions.Any(condition => condition.Holds((double)grade))),
        _ => conditions.Any(one => conditions.Any(other => Complement(one, other))),
    };

    private static bool Complement(PatientCondition one, PatientCondition other) => one.Bound == other.Bound && (one.Kind, other.Kind) is
        (ConditionKind.AtLeast, ConditionKind.Below) or (ConditionKind.Above, ConditionKind.AtMost);

    private static (double Low, bool LowIn, double High, bool HighIn) Range(PatientCondition condition) => condition.Kind switch
    {
        ConditionKind.AtLeast => (condition.Bound, true, double.PositiveInfinity, false),
        ConditionKind.Above => (condition.Bound, false, double.PositiveInfinity, false),
        ConditionKind.AtMost => (double.NegativeInfinity, false, condition.Bound, true),
        ConditionKind.Below => (double.NegativeInfinity, false, condition.Bound, false),
        _ => (condition.Bound, true, condition.Bound, true),
    };
}

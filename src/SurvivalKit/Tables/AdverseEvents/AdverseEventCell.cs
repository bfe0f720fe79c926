using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>How many subjects of an arm had an event, each counted once, at the worst grade.</summary>
/// <param name="Grades">The number of subjects by their worst grade, from 1 to 5.</param>
/// <param name="UnknownGrade">The number of subjects all of whose grades are missing.</param>
/// <param name="Events">The number of events, of which a subject may have several.</param>
public sealed record AdverseEventCell(ImmutableArray<int> Grades, int UnknownGrade, int Events)
{
    /// <summary>The number of subjects with an event of any grade.</summary>
    public int Subjects => Grades.Sum() + UnknownGrade;

    /// <summary>The number of subjects with an event of a grade or a higher one.</summary>
    /// <param name="grade">The grade, from 1 to 5.</param>
    public int AtGrade(int grade) => Grades.Skip(grade - 1).Sum();
}

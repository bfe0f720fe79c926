namespace SurvivalKit;

/// <summary>The worst grade of each subject with an event, and how many events each had.</summary>
internal sealed class WorstGrades
{
    private readonly Dictionary<int, (int Grade, int Events)> _subjects = [];

    /// <summary>The subjects with their worst grade, 0 where all are missing, and the number of their events.</summary>
    public IReadOnlyDictionary<int, (int Grade, int Events)> Subjects => _subjects;

    /// <summary>Adds an event.</summary>
    public void Add(int subject, int grade)
    {
        (int worst, int events) = _subjects.GetValueOrDefault(subject);
        _subjects[subject] = (Math.Max(worst, grade), events + 1);
    }
}

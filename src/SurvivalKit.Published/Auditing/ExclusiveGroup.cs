using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>
/// The rows of a place that count the categories of one column of the cohort, with no patient in two of them. Rows of several columns, such
/// as sites of metastases or adverse events, are in no group: a patient may have several, so that their sum is not informative.
/// </summary>
/// <param name="Place">The place.</param>
/// <param name="Variable">The column.</param>
/// <param name="Rows">The rows, including the one of missing values, in the order of the study file.</param>
/// <param name="MissingRow">The row that counts missing values; <see langword="null"/>: none.</param>
/// <param name="IsComplete">Whether every value that is not missing is in one of the rows.</param>
internal sealed record ExclusiveGroup(
    string Place, StudyVariable Variable, ImmutableArray<StudyRow> Rows, StudyRow? MissingRow, bool IsComplete)
{
    public static ImmutableArray<ExclusiveGroup> AllOf(Study study) =>
    [
        .. study.Rows.Where(row => row.Measure is CountMeasure { Condition.Columns.Length: 1 })
            .GroupBy(row => (row.Place, Column: ConditionOf(row).Columns[0]))
            .Select(rows => Gather(rows.Key.Place, study.Variable(rows.Key.Column), [.. rows])),
    ];

    public static PatientCondition ConditionOf(StudyRow row) => ((CountMeasure)row.Measure).Condition;

    /// <summary>The printed counts of a column; <see langword="null"/> where one of the rows has none.</summary>
    public Claim[]? Counts(AuditIndex index, string column)
    {
        Claim?[] counts = [.. Rows.Select(row => index.Cell(row, column, Aspects.Count))];
        return counts.All(count => count is not null) ? [.. counts.OfType<Claim>()] : null;
    }

    private static ExclusiveGroup Gather(string place, StudyVariable variable, StudyRow[] rows)
    {
        List<StudyRow> chosen = [];

        // Rows with few levels first, so that a row which summarises others is left out instead of these.
        foreach (StudyRow row in rows.OrderBy(row => ConditionOf(row).Levels.Length))
        {
            if (chosen.All(other => ConditionRelations.Exclude(ConditionOf(row), ConditionOf(other))))
            {
                chosen.Add(row);
            }
        }

        StudyRow? missing = chosen.Find(row => ConditionOf(row).Kind == ConditionKind.Missing);
        return new(
            place, variable, [.. rows.Where(chosen.Contains)], missing, ConditionRelations.CoverAll(
                variable, [.. chosen.Select(ConditionOf)]));
    }
}

namespace SurvivalKit.Published;

/// <summary>
/// Counts of patients with at least one of several conditions against the counts of each: not below the greatest of them, and not above
/// their sum, since a patient may have several.
/// </summary>
internal sealed class UnionCountCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from row in index.Study.Rows
        where row.Measure is CountMeasure { Condition.Columns.Length: > 1 }
        let condition = ExclusiveGroup.ConditionOf(row)
        let rows = condition.Columns.Select(column => Single(index, condition, column)).ToArray()
        from column in index.Columns
        let whole = index.Cell(row, column, Aspects.Count)
        where whole is not null
        let counts = rows.Select(single => single is null ? null : index.Cell(single, column, Aspects.Count)).ToArray()
        where counts.Any(count => count is not null)
        select Compare(whole, [.. counts.OfType<Claim>()], counts.All(count => count is not null));

    private static StudyRow? Single(AuditIndex index, PatientCondition condition, string column) =>
        index.Study.Rows.FirstOrDefault(row => row.Measure is CountMeasure && ExclusiveGroup.ConditionOf(
            row) is { Columns.Length: 1 } single
            && single.Columns[0] == column && single.Kind == condition.Kind && single.Bound
                == condition.Bound && single.Levels.SequenceEqual(condition.Levels));

    private static AuditFinding Compare(Claim whole, Claim[] parts, bool hasAll)
    {
        Claim greatest = parts.MaxBy(part => part.Value)!;
        double sum = parts.Sum(part => part.Value);
        if (whole.Value < greatest.Value)
        {
            return SumFindings.Inconsistent(
                whole, greatest.Value,
                $"{greatest.Printed} of {whole.Column} have {Words.Label(greatest.Row)} alone, where {whole.Printed} is printed for any; {greatest.Printed} or more were expected.");
        }

        return hasAll && whole.Value > sum
            ? SumFindings.Inconsistent(
                whole, sum,
                $"{Words.Sum(parts)} = {Words.Number(sum)} is the most that can have any of them, where {whole.Printed} is printed for {whole.Column}; {Words.Number(sum)} or less was expected.")
            : SumFindings.Agrees(
                whole,
                $"It lies between the greatest of its parts, {greatest.Printed} of {Words.Label(greatest.Row)}, and their sum, {Words.Number(sum)}.");
    }
}

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Counts of several levels against those of each level: responses are complete and partial responses, for example.</summary>
internal sealed class CompositeSumCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from row in index.Study.Rows
        where row.Measure is CountMeasure { Condition: { Kind: ConditionKind.Among, Columns.Length: 1, Levels.Length: > 1 } }
        let condition = ExclusiveGroup.ConditionOf(row)
        let parts = Parts(index, row, condition)
        where !parts.IsEmpty
        from column in index.Columns
        let whole = index.Cell(row, column, Aspects.Count)
        let counts = parts.Select(part => index.Cell(part, column, Aspects.Count)).ToArray()
        where whole is not null && counts.All(count => count is not null)
        from finding in Compare(whole, [.. counts.OfType<Claim>()], IsCovered(condition, parts))
        select finding;

    /// <summary>Rows of some of the levels, no level twice, from the same place.</summary>
    private static ImmutableArray<StudyRow> Parts(AuditIndex index, StudyRow row, PatientCondition condition) =>
        index.GroupOf(row.Place, condition.Columns[0]) is not { } group || group.Rows.Contains(row)
            ? []
            : [.. group.Rows.Where(part => ExclusiveGroup.ConditionOf(part) is { Kind: ConditionKind.Among } other
                && other.Levels.All(condition.Levels.Contains))];

    private static bool IsCovered(PatientCondition condition, ImmutableArray<StudyRow> parts) =>
        condition.Levels.All(level => parts.Any(part => ExclusiveGroup.ConditionOf(part).Levels.Contains(level)));

    private static IEnumerable<AuditFinding> Compare(Claim whole, Claim[] counts, bool isCovered)
    {
        double sum = counts.Sum(count => count.Value);
        string labels = string.Join(" + ", counts.Select(count => Words.Label(count.Row)));
        string equation = $"{labels} = {Words.Sum(counts)} = {Words.Number(sum)}";
        if (isCovered ? sum == whole.Value : sum <= whole.Value)
        {
            return isCovered
                ? [SumFindings.Recomputed(whole, sum, labels, $"Its parts sum to it: {equation}.")]
                : [SumFindings.Agrees(whole, $"It is not below its printed parts: {equation}.")];
        }

        string expected = isCovered ? Words.Number(sum) : Words.Number(sum) + " or more";
        return counts.Select(
            count => SumFindings.Part(count, $"It is part of {equation}, where {whole.Printed} is printed for {Words.Label(whole.Row)}."))
            .Prepend(SumFindings.Inconsistent(
                whole, sum, $"{equation} in {whole.Column}, where {whole.Printed} is printed; {expected} was expected."));
    }
}

namespace SurvivalKit.Published;

/// <summary>The possible denominators of a printed percentage, the likeliest first.</summary>
internal static class DenominatorCandidates
{
    public static IReadOnlyList<Denominator> Find(AuditIndex index, StudyRow row, string? column)
    {
        IEnumerable<Denominator> candidates = row.Measure is AlterationFrequencyMeasure
            ? index.Study.Sequencing is { } sequencing
                ? [new("the sequenced patients", sequencing.N), .. OfColumn(index, row, column ?? ColumnNames.All)]
                : []
            : [.. OfColumn(index, row, column ?? ColumnNames.All), .. index.Columns.Where(other => other != column)
                .SelectMany(other => OfColumn(index, row, other))];
        return [.. candidates.DistinctBy(candidate => candidate.N)];
    }

    private static IEnumerable<Denominator> OfColumn(AuditIndex index, StudyRow row, string column)
    {
        yield return new($"the N of {column}", index.N(column));
        if (row.Measure is not CountMeasure { Condition.Columns: [var variable] } || index.GroupOf(row.Place, variable) is not { } group)
        {
            yield break;
        }

        if (group.MissingRow is not null && index.WithValue(row.Place, variable, column) is { } known)
        {
            yield return new($"those of {column} with a value, {known.Why}", known.N);
        }

        if (group.Rows.Length > 1 && group.Counts(index, column) is { } counts)
        {
            yield return new($"the sum of the categories of {column}, {Words.Sum(counts)}", (int)counts.Sum(count => count.Value));
        }
    }
}

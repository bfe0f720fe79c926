namespace SurvivalKit.Published;

/// <summary>Counts of patients against the number of patients of their column: none is above it.</summary>
internal sealed class CountWithinSizeCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from row in index.Study.Rows
        where row.Measure is CountMeasure or CountPairMeasure
        from column in index.Columns
        from finding in Compare(index, row, column)
        select finding;

    private static IEnumerable<AuditFinding> Compare(AuditIndex index, StudyRow row, string column)
    {
        int n = index.N(column);
        string[] aspects = row.Measure is CountPairMeasure ? [Aspects.FirstCount, Aspects.SecondCount] : [Aspects.Count];
        Claim[] counts = [.. aspects.Select(aspect => index.Cell(row, column, aspect)).OfType<Claim>()];
        if (counts.Length == 0 || counts.Sum(count => count.Value) <= n)
        {
            yield break;
        }

        string patients = $"{NumberText.Count(n, "patient")} of {column}";
        foreach (Claim count in counts)
        {
            string witness = counts.Length == 1
                ? $"{count.Printed} > {n}; {n} at the most was expected."
                : $"{Words.Sum(counts)} = {Words.Number(counts.Sum(one => one.Value))} > {n}; {n} at the most was expected.";
            string sentence = counts.Length == 1
                ? $"{count.Printed} is more than the {patients}."
                : $"The two counts together are more than the {patients}.";
            yield return new(count, AuditCheck.Sum, new(Verdict.Inconsistent, sentence, Witness: witness));
        }
    }
}

namespace SurvivalKit.Published;

/// <summary>
/// Mutually exclusive categories against the size of their column: they sum to it, or to less where values are missing. Overlapping
/// categories, such as sites of metastases, are in no group and are not summed.
/// </summary>
internal sealed class CategorySumCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index)
    {
        foreach (string column in index.Columns)
        {
            foreach (ExclusiveGroup group in index.Groups.Where(group => group.Rows.Length > 1))
            {
                if (group.Counts(index, column) is { } counts)
                {
                    foreach (AuditFinding finding in Compare(
                        index, group.Place, column, counts, Reconciled(index, group.Rows, column, counts)))
                    {
                        yield return finding;
                    }
                }
            }

            foreach ((StudyRow row, _) in index.RowsOf<CountPairMeasure>())
            {
                if (index.Cell(row, column, Aspects.FirstCount) is { } first && index.Cell(row, column, Aspects.SecondCount) is { } second)
                {
                    foreach (AuditFinding finding in Compare(index, row.Place, column, [first, second], first.Value + second.Value))
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    private static IEnumerable<AuditFinding> Compare(AuditIndex index, string place, string column, Claim[] counts, double reconciled)
    {
        int n = index.N(column);
        double sum = counts.Sum(count => count.Value);
        if (sum == n)
        {
            return counts.Select(count => SumFindings.Recomputed(
                count, count.Value, "the column's N less the other categories", FormattableString.Invariant(
                    $"The N of {column} less the other categories gives it: {Words.Difference(Number(n), counts.Where(other => other != count))} = {count.Printed}.")));
        }

        string equation = $"{Words.Sum(counts)} = {Words.Number(sum)}";
        if (sum < n)
        {
            return counts.Select(count => SumFindings.Agrees(
                count, FormattableString.Invariant(
                    $"The categories of {column} sum to {sum} of {n} ({equation}), which is possible where {n - sum} have no value.")));
        }

        if (reconciled <= n)
        {
            // A total that is not the sum of its arms already has the verdict, which also explains this sum.
            return counts.Select(count => SumFindings.Agrees(
                count, FormattableString.Invariant(
                    $"The categories of {column} sum to {sum} ({equation}), more than its {n} patients; with the sums of the arms they do not.")));
        }

        string witness = FormattableString.Invariant(
            $"The categories of {column} exclude each other and sum to {sum} ({equation}), where {n} patients are printed; {n} at the most were expected.");
        return index.SizeClaim(place, column) is { } size
            ? counts.Select(count => SumFindings.Part(count, witness)).Prepend(SumFindings.Inconsistent(size, sum, witness))
            : counts.Select(count => SumFindings.Inconsistent(count, sum, witness));
    }

    /// <summary>The sum with the sums of the arms in place of totals that differ from them.</summary>
    private static double Reconciled(
        AuditIndex index, IReadOnlyList<StudyRow> rows, string column, Claim[] counts) => column != ColumnNames.All
        ? counts.Sum(count => count.Value)
        : rows.Zip(counts).Sum(pair => index.Cells(pair.First, index.Arms, Aspects.Count)?.Sum(arm => arm.Value) ?? pair.Second.Value);

    private static string Number(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

namespace SurvivalKit.Published;

/// <summary>Counts of the arms against those of all patients: every patient is in one arm, so that they sum to it.</summary>
internal sealed class ArmSumCheck : IAuditCheck
{
    private static readonly string[] Counted = [Aspects.Count, Aspects.FirstCount, Aspects.SecondCount];

    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from row in index.Study.Rows
        where row.Measure is SizeMeasure or CountMeasure or CountPairMeasure
        from aspect in row.Measure.Aspects.Intersect(Counted)
        let all = index.Cell(row, ColumnNames.All, aspect)
        where all is not null
        let arms = index.Arms.Select(arm => index.Cell(row, arm, aspect)).OfType<Claim>().ToArray()
        where arms.Length > 0
        from finding in arms.Length < index.Arms.Length ? Some(all, arms) : Whole(index, row, all, arms)
        select finding;

    private static IEnumerable<AuditFinding> Some(Claim all, Claim[] arms)
    {
        double sum = arms.Sum(arm => arm.Value);
        if (sum > all.Value)
        {
            yield return SumFindings.Inconsistent(
                all, sum,
                $"{Words.Sum(arms)} of {Columns(arms)} are {Words.Number(sum)} or more for all patients, where {all.Printed} is printed; the nearest possible number is {Words.Number(sum)}.");
        }
    }

    private static IEnumerable<AuditFinding> Whole(AuditIndex index, StudyRow row, Claim all, Claim[] arms)
    {
        double sum = arms.Sum(arm => arm.Value);
        string equation = $"{Words.Sum(arms)} = {Words.Number(sum)}";
        if (sum != all.Value)
        {
            yield return SumFindings.Inconsistent(
                all, sum,
                $"{Columns(arms)} print {equation}, where {all.Printed} is printed for all patients; the nearest possible number is {Words.Number(sum)}.{Categories(index, row, all, sum)}");
            foreach (Claim arm in arms)
            {
                yield return SumFindings.Part(
                    arm,
                    $"With the other arms it sums to {Words.Number(sum)} ({equation}), where {all.Printed} is printed for all patients.");
            }

            yield break;
        }

        yield return SumFindings.Recomputed(all, sum, "sum of the arms", $"The arms sum to it: {equation}.");
        foreach (Claim arm in arms)
        {
            Claim[] others = [.. arms.Where(other => other != arm)];
            yield return SumFindings.Recomputed(
                arm, arm.Value, "all patients less the other arms",
                $"All patients less the other {(others.Length == 1 ? "arm" : "arms")} give it: {Words.Difference(all.Printed, others)} = {arm.Printed}.");
        }
    }

    /// <summary>The sums of the categories of all patients with either number.</summary>
    private static string Categories(AuditIndex index, StudyRow row, Claim all, double sum)
    {
        if (row.Measure is not CountMeasure { Condition.Columns: [var variable] }
            || index.GroupOf(row.Place, variable)?.Counts(index, ColumnNames.All) is not { Length: > 1 } counts || !counts.Contains(all))
        {
            return "";
        }

        double printed = counts.Sum(count => count.Value);
        return FormattableString.Invariant(
            $" With {Words.Number(sum)} the categories sum to {printed - all.Value + sum} of {index.N(ColumnNames.All)} patients, with {all.Printed} to {printed}.");
    }

    private static string Columns(Claim[] arms) => ArithmeticText.List([.. arms.Select(arm => arm.Column!)]);
}

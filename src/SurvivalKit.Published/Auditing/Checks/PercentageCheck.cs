namespace SurvivalKit.Published;

/// <summary>Percentages against their counts and every possible denominator.</summary>
internal sealed class PercentageCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from row in index.Study.Rows
        where row.Measure is CountMeasure or AlterationFrequencyMeasure
        from column in index.Columns.Append(null)
        let percent = index.Cell(row, column, Aspects.Percent)
        where percent is not null
        let candidates = DenominatorCandidates.Find(index, row, column)
        from finding in index.Cell(row, column, Aspects.Count) is { } count
            ? Pair(index, row, count, percent, candidates)
            : Alone(percent, candidates)
        select finding;

    private static IEnumerable<AuditFinding> Pair(
        AuditIndex index, StudyRow row, Claim count, Claim percent, IReadOnlyList<Denominator> candidates)
    {
        int counted = (int)count.Value;
        Judgement result = PercentArithmetic.Check(counted, percent.Number(), candidates);
        if (result.Verdict == Verdict.Inconsistent && OfFewer(index, row, count, percent) is { } fewer)
        {
            yield return AuditFinding.Agrees(percent, AuditCheck.Percentage, fewer);
            yield break;
        }

        Denominator? used = result.Denominator;
        string own = used is null || used == candidates[0]
            ? ""
            : $" {count.Printed} of {candidates[0].N} ({candidates[0].Name}) would be {Rounding.Text(100.0 * counted / candidates[0].N, percent.Decimals)}%.";
        yield return new(
            percent, AuditCheck.Percentage, result with
            {
                Sentence = result.Sentence + own,
                Witness = result.Verdict == Verdict.Rounding ? result.Sentence : result.Witness
            });
        if (used is not null && Prints(counted - 1, used.N, percent) is null && Prints(counted + 1, used.N, percent) is null)
        {
            string method = $"{percent.Printed.TrimEnd('%')}% of {used.N}";
            yield return new(
                count, AuditCheck.Percentage, new(Verdict.Recomputed, $"{method} ({used.Name}) is {count.Printed}.", counted, method));
        }
    }

    /// <summary>A reading with fewer patients than the column has, where nothing printed says how many have a value.</summary>
    private static string? OfFewer(AuditIndex index, StudyRow row, Claim count, Claim percent)
    {
        string? column = percent.Column;
        if (column is null
            || row.Measure is not CountMeasure { Condition.Columns: [var variable, ..] }
            || index.WithValue(row.Place, variable, column) is not null)
        {
            return null;
        }

        int n = index.N(column);
        int fewer = PercentDenominators.That((int)count.Value, percent.Number()).TakeWhile(other => other < n).LastOrDefault();
        return fewer == 0
            ? null
            : FormattableString.Invariant(
                $"{count.Printed} are {percent.Printed.TrimEnd('%')}% of {fewer}, which is possible where {n - fewer} of {n} patients have no value; how many have one is not printed.");
    }

    private static IEnumerable<AuditFinding> Alone(Claim percent, IReadOnlyList<Denominator> candidates)
    {
        foreach (Denominator candidate in candidates)
        {
            int near = (int)(percent.Value / 100 * candidate.N);
            if (Enumerable.Range(near, 2)
                .FirstOrDefault(count => Prints(count, candidate.N, percent) is not null, -1) is var count and >= 0)
            {
                yield return AuditFinding.Agrees(
                    percent, AuditCheck.Percentage,
                    $"{count} of {candidate.N} ({candidate.Name}) prints so; no count is printed beside it.");
                yield break;
            }
        }

        if (candidates.Count > 0)
        {
            yield return AuditFinding.Agrees(
                percent, AuditCheck.Percentage,
                $"No whole number of {candidates[0].N} ({candidates[0].Name}) prints so; what it is of is not printed.");
        }
    }

    private static RoundingRule? Prints(int count, int n, Claim percent) =>
        n <= 0 || count < 0 || count > n ? null : Rounding.RuleThatPrints(100.0 * count / n, (decimal)percent.Value, percent.Decimals);
}

namespace SurvivalKit.Published;

/// <summary>The least and the greatest value of all patients against those of the arms: the least of the least, the
/// greatest of the greatest.</summary>
internal sealed class RangeCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        from row in index.Study.Rows
        from aspect in row.Measure.Aspects.Intersect([Aspects.Minimum, Aspects.Maximum])
        let all = index.Cell(row, ColumnNames.All, aspect)
        where all is not null
        let arms = index.Arms.Select(arm => index.Cell(row, arm, aspect)).OfType<Claim>().ToArray()
        where arms.Length > 0
        from finding in Compare(all, arms, arms.Length == index.Arms.Length)
        select finding;

    private static IEnumerable<AuditFinding> Compare(Claim all, Claim[] arms, bool hasAll)
    {
        bool isLeast = all.Aspect == Aspects.Minimum;
        string word = isLeast ? "least" : "greatest";
        Claim extreme = isLeast ? arms.MinBy(arm => arm.Value)! : arms.MaxBy(arm => arm.Value)!;
        string parts = $"{ArithmeticText.List([.. arms.Select(arm => $"{arm.Printed} ({arm.Column})")])}";
        RoundingRule? rule = Extreme(all, arms, isLeast);
        bool isBeyond = isLeast ? all.Nearest().High < extreme.Nearest().Low : all.Nearest().Low > extreme.Nearest().High;
        if (rule is null && (hasAll || !isBeyond))
        {
            string witness =
                $"The {word} of {parts} is {extreme.Printed}, where {all.Printed} is printed for all patients; the nearest possible number is {extreme.Printed}.";
            yield return Finding(all, new(Verdict.Inconsistent, witness, extreme.Value, Witness: witness));
            foreach (Claim arm in arms)
            {
                yield return Finding(arm, Judgement.NotCheckable(
                    $"The {word} of the arms is {extreme.Printed}, where {all.Printed} is printed for all patients.")) with
                {
                    IsAlwaysSaid = true
                };
            }

            yield break;
        }

        if (hasAll && rule is { } found)
        {
            string sentence = found == RoundingRule.HalfUp
                ? $"It is the {word} of the arms: {parts}."
                : $"It is the {word} of the arms, {parts}, {ArithmeticText.Words(found)}.";
            yield return Finding(all, Judgement.Under(found, sentence, extreme.Value, $"the {word} of the arms"));
        }

        foreach (Claim arm in arms)
        {
            // The arm must have it where no other arm can.
            bool isOnly = hasAll
                && rule == RoundingRule.HalfUp
                && arms.All(other => other == arm || !PrintedPair.Meet(other.Any(), all.Any()));
            yield return isOnly
                ? Finding(arm, new(
                    Verdict.Recomputed,
                    $"It is that of all patients, {all.Printed}, since no other arm has it: {parts}.",
                    all.Value,
                    $"the {word} of all patients"))
                : AuditFinding.Agrees(
                    arm, AuditCheck.MedianAndRange, $"it is not {(isLeast ? "below" : "above")} that of all patients, {all.Printed}.");
        }
    }

    private static RoundingRule? Extreme(Claim all, Claim[] arms, bool isLeast)
    {
        ValueRange Of(Func<Claim, ValueRange> range) => isLeast
            ? new(arms.Min(arm => range(arm).Low), arms.Min(arm => range(arm).High))
            : new(arms.Max(arm => range(arm).Low), arms.Max(arm => range(arm).High));
        return PrintedPair.Meet(Of(PrintedPair.Nearest), all.Nearest()) ? RoundingRule.HalfUp
            : PrintedPair.Meet(Of(PrintedPair.Any), all.Any()) ? RoundingRule.Truncation
            : null;
    }

    private static AuditFinding Finding(Claim claim, Judgement judgement) => new(claim, AuditCheck.MedianAndRange, judgement);
}

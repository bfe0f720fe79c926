namespace SurvivalKit.Published;

/// <summary>Medians within the printed range, and medians of all patients against those of the arms.</summary>
internal sealed class CentreCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        index.Study.Rows.Where(row => row.Measure is MedianSdMeasure or MedianRangeMeasure)
            .SelectMany(row => index.Columns.SelectMany(column => WithinRange(index, row, column)).Concat(OfArms(index, row)));

    private static IEnumerable<AuditFinding> WithinRange(AuditIndex index, StudyRow row, string column)
    {
        if (index.Cell(row, column, Aspects.Median) is not { } centre
            || index.Cell(row, column, Aspects.Minimum) is not { } least || index.Cell(row, column, Aspects.Maximum) is not { } greatest)
        {
            yield break;
        }

        if (centre.Any().High < least.Any().Low || centre.Any().Low > greatest.Any().High)
        {
            bool below = centre.Value < least.Value;
            string witness =
                $"The median {centre.Printed} is {(below ? "below the least" : "above the greatest")} value that is printed, {(below ? least : greatest).Printed}; a median from {least.Printed} to {greatest.Printed} was expected.";
            yield return new(centre, AuditCheck.MedianAndRange, new(Verdict.Inconsistent, witness, Witness: witness));
        }
        else
        {
            yield return AuditFinding.Agrees(
                centre, AuditCheck.MedianAndRange, $"it lies in its range, {least.Printed} to {greatest.Printed}.");
        }
    }

    private static IEnumerable<AuditFinding> OfArms(AuditIndex index, StudyRow row)
    {
        if (index.Cell(row, ColumnNames.All, Aspects.Median) is not { } all || index.Cells(row, index.Arms, Aspects.Median) is not { } arms)
        {
            yield break;
        }

        string parts = ArithmeticText.List([.. arms.Select(arm => $"{arm.Printed} ({arm.Column})")]);
        ValueRange between = new(arms.Min(arm => arm.Any().Low), arms.Max(arm => arm.Any().High));
        bool isBetween = all.Any().Overlaps(between);
        if (isBetween)
        {
            yield return AuditFinding.Agrees(all, AuditCheck.MedianAndRange, $"it lies between the medians of the arms, {parts}.");
        }
        else if (row.Measure is MedianSdMeasure)
        {
            // Half of the values of each arm lie at or above the least of the arms' medians, so half of all values do; and likewise from
            // above.
            bool below = all.Value < arms.Min(arm => arm.Value);
            string nearest = (below ? arms.MinBy(arm => arm.Value) : arms.MaxBy(arm => arm.Value))!.Printed;
            string witness =
                $"The median of all patients lies between those of the arms, {parts}, where {all.Printed} is printed; the nearest possible number is {nearest}.";
            yield return new(all, AuditCheck.MedianAndRange, new(Verdict.Inconsistent, witness, Witness: witness));
        }
        else
        {
            yield return AuditFinding.Agrees(
                all, AuditCheck.MedianAndRange,
                $"it lies outside the medians of the arms, {parts}, which is possible where the arms are censored at different times.");
        }
    }
}

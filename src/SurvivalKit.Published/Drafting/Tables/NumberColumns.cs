namespace SurvivalKit.Published;

/// <summary>Columns of numbers, and the measures of their rows.</summary>
internal static class NumberColumns
{
    private const int Deviations = 6;

    /// <summary>A column that can hold what its rows print: between the least and the greatest value, or six standard deviations around
    /// the means, and not below 0 where nothing printed is.</summary>
    public static StudyVariable Of(string name, string label, IReadOnlyList<DraftRow> rows)
    {
        List<double> ends = [];
        int decimals = 1;
        foreach (CellReading cell in rows.SelectMany(row => row.Cells).OfType<CellReading>()
            .Where(cell => cell.Kind is not (CellKind.Count or CellKind.Pair)))
        {
            double spread = cell.Numbers.FirstOrDefault(number => number.Aspect == Aspects.StandardDeviation)?.Value ?? 0;
            foreach (DraftNumber number in cell.Numbers.Where(number => number.Aspect != Aspects.StandardDeviation))
            {
                ends.AddRange([number.Value - (Deviations * spread), number.Value + (Deviations * spread)]);
                decimals = Math.Max(decimals, number.Aspect is Aspects.Minimum or Aspects.Maximum ? number.Number.Decimals : 1);
            }
        }

        ends.AddRange(rows.Select(row => row.Label.Bound).OfType<(ConditionKind, double Bound)>().Select(bound => bound.Bound));
        bool isSigned = rows.SelectMany(row => row.Cells).OfType<CellReading>().SelectMany(cell => cell.Numbers)
            .Any(number => number.Value < 0);
        double least = ends.DefaultIfEmpty(0).Min();
        double greatest = ends.DefaultIfEmpty(1).Max();
        return new()
        {
            Name = name,
            Label = label,
            Kind = VariableKind.Continuous,
            Minimum = isSigned ? Math.Floor(least) : Math.Max(0, Math.Floor(least)),
            Maximum = Math.Ceiling(greatest) + (greatest > 2 * Math.Abs(least) ? 0 : 1),
            Decimals = Math.Min(decimals, 6),
        };
    }

    /// <summary>Adds the measures that give the numbers of a row; a median with its range takes two.</summary>
    public static void Measure(DraftBuilder draft, string place, DraftRow row, string column)
    {
        switch (row.Kind)
        {
            case CellKind.MeanSd:
                draft.Measure(place, row.Name, new MeanSdMeasure(column));
                break;
            case CellKind.MedianSd:
                draft.Measure(place, row.Name, new MedianSdMeasure(column));
                break;
            case CellKind.MeanRange:
                draft.Measure(place, row.Name, new MeanRangeMeasure(column));
                break;
            case CellKind.MedianRange:
                draft.Measure(place, row.Name, new MedianSdMeasure(column));
                draft.Measure(place, row.Name, new MeanRangeMeasure(column));
                break;
        }
    }
}

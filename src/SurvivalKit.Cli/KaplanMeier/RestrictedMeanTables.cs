namespace SurvivalKit.Cli;

/// <summary>Mean survival times up to a horizon, and how the groups differ in them, as <c>survkit km --rmst</c> shows them.</summary>
internal static class RestrictedMeanTables
{
    public static IEnumerable<TableModel> Of(KaplanMeierCurves curves, double horizon)
    {
        yield return new TableModel(
            $"Mean survival time up to {NumberText.Short(horizon)}",
            [new TableColumn("group", TableAlignment.Left), new TableColumn("mean"), new TableColumn("se")],
            curves.Select(curve => Row(curve.Group, curve.RestrictedMean(horizon))),
            curves.Where(curve => curve.RestrictedMean(horizon).IsExtrapolated)
                .Select(curve => $"{curve.Group} was observed to {NumberText.Short(curve.Time[^1])} only; its curve was taken to stay where it was."));
        if (curves.Count > 1)
        {
            yield return Compared(curves.CompareRestrictedMeans(horizon));
        }
    }

    private static TableRow Row(string group, RestrictedMean mean) => new([group, NumberText.Short(mean.Estimate), NumberText.Shorter(mean.StandardError)]);

    private static TableModel Compared(RestrictedMeanComparison comparison)
    {
        string level = NumberText.Percent(comparison.Level);
        return new TableModel(
            $"Mean survival time up to {NumberText.Short(comparison.Horizon)} against {comparison[0].Reference}",
            [
                new TableColumn("group", TableAlignment.Left), new TableColumn("measure", TableAlignment.Left), new TableColumn("estimate"),
                new TableColumn(level + " lower"), new TableColumn(level + " upper"), new TableColumn("P"),
            ],
            comparison.SelectMany(contrast => new[]
            {
                Row(contrast.Group, "difference", contrast.Difference),
                Row(contrast.Group, "ratio", contrast.Ratio),
                Row(contrast.Group, "ratio of time lost", contrast.TimeLostRatio),
            }));
    }

    private static TableRow Row(string group, string measure, RestrictedMeanEffect? effect) => new(
    [
        group,
        measure,
        NumberText.Shorter(effect?.Estimate ?? double.NaN),
        NumberText.Shorter(effect?.Lower ?? double.NaN),
        NumberText.Shorter(effect?.Upper ?? double.NaN),
        PValue.Format(effect?.P ?? double.NaN),
    ]);
}

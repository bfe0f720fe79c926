namespace SurvivalKit.Cli;

/// <summary>A fit as <c>survkit cox</c> shows it.</summary>
internal sealed class CoxReport(CoxFit fit, CoxPredicted predicted) : Report
{
    public override string ToText() => string.Join("\n\n", [fit.ToString(), .. CoxPredictedTables.Of(predicted, fit.Options.Level).Select(table => table.ToText())]);

    public override object ToJson() => CoxJson.Of(fit) with { Baseline = CoxPredictedJson.Baseline(predicted), Predictions = CoxPredictedJson.Predictions(predicted) };

    public override TableModel ToTidyTable() => CoxPredictedTables.Tidy(predicted) ?? TidyTable.Of(fit.ToDataFrame());

    public override IReadOnlyList<TableModel> Tables() => [RegressionTable.Of(fit), .. CoxPredictedTables.Of(predicted, fit.Options.Level)];
}

namespace SurvivalKit.Cli;

/// <summary>A fit as <c>survkit cox</c> shows it.</summary>
internal sealed class CoxReport(CoxFit fit, CoxDiagnostics diagnostics, CoxPredicted predicted) : Report
{
    public override string ToText() => string.Join("\n\n", [fit.ToString(), .. Others().Select(table => table.ToText())]);

    public override object ToJson() => CoxJson.Of(fit) with
    {
        ProportionalHazards = diagnostics.TestJson(),
        Residuals = diagnostics.ResidualsJson(),
        Baseline = CoxPredictedJson.Baseline(predicted),
        Predictions = CoxPredictedJson.Predictions(predicted),
    };

    public override TableModel ToTidyTable() => (diagnostics.Tidy(), CoxPredictedTables.Tidy(predicted)) switch
    {
        (not null, not null) => throw new CommandException("--format csv holds one table; one of --zph, --residuals, --baseline and --predict was expected."),
        (var checks, var predictions) => checks ?? predictions ?? TidyTable.Of(fit.ToDataFrame()),
    };

    public override IReadOnlyList<TableModel> Tables() => [RegressionTable.Of(fit), .. Others()];

    private IEnumerable<TableModel> Others() => diagnostics.Tables().Concat(CoxPredictedTables.Of(predicted, fit.Options.Level));
}

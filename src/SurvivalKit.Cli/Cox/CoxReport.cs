namespace SurvivalKit.Cli;

/// <summary>A fit as <c>survkit cox</c> shows it.</summary>
internal sealed class CoxReport(CoxFit fit) : Report
{
    public override string ToText() => fit.ToString();

    public override object ToJson() => CoxJson.Of(fit);

    public override TableModel ToTidyTable() => TidyTable.Of(fit.ToDataFrame());

    public override IReadOnlyList<TableModel> Tables() => [RegressionTable.Of(fit)];
}

using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>A comparison of groups as <c>survkit logrank</c> shows it.</summary>
internal sealed class LogRankReport(LogRankResult result, LogRankTrend? trend, PairwiseLogRank? pairwise) : Report
{
    private object?[] TrendCells => trend is null ? [] : [trend.ChiSquare, trend.DegreesOfFreedom, trend.P];

    private string[] TrendColumns => trend is null ? [] : ["trend_chi_square", "trend_df", "trend_p"];

    public override string ToText()
    {
        string text = result.ToString();
        text = trend is null ? text : $"{text}\n{trend}";
        return pairwise is null ? text : $"{text}\n\n{pairwise}";
    }

    public override object ToJson() => LogRankJson.Of(result, trend, pairwise);

    public override TableModel ToTidyTable() => pairwise is null
        ? TidyTable.Of(["group", "n", "observed", "expected", "chi_square", "df", "p", .. TrendColumns], result.Groups.Select(Cells))
        : TidyTable.Of(pairwise.ToDataFrame());

    public override IReadOnlyList<TableModel> Tables()
    {
        string test = string.Create(CultureInfo.InvariantCulture, $"Chi-square = {result.ChiSquare:0.00} on {result.DegreesOfFreedom} df, {PValue.Sentence(result.P)}.");
        string[] ofTrend = trend is null ? [] : [$"Test{trend.ToString()[4..]}."];
        var groups = new TableModel(
            $"{result.Test}: {result.Formula}",
            [new TableColumn("group", TableAlignment.Left), new TableColumn("n"), new TableColumn("observed"), new TableColumn("expected")],
            result.Groups.Select(group => new TableRow(
            [
                group.Group,
                NumberText.Short(group.Observations),
                group.Observed.ToString("0.##", CultureInfo.InvariantCulture),
                group.Expected.ToString("0.00", CultureInfo.InvariantCulture),
            ])),
            [test, .. ofTrend, .. NumberText.OmittedRows(result.Omitted)]);
        return pairwise is null ? [groups] : [groups, pairwise.ToTable()];
    }

    private object?[] Cells(LogRankGroup group) =>
        [group.Group, group.Observations, group.Observed, group.Expected, result.ChiSquare, result.DegreesOfFreedom, result.P, .. TrendCells];
}

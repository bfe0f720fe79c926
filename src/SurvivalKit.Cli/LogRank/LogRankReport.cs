using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>A comparison of groups as <c>survkit logrank</c> shows it.</summary>
internal sealed class LogRankReport(LogRankResult result) : Report
{
    public override string ToText() => result.ToString();

    public override object ToJson() => LogRankJson.Of(result);

    public override TableModel ToTidyTable() => TidyTable.Of(
        ["group", "n", "observed", "expected", "chi_square", "df", "p"],
        result.Groups.Select(group => new object?[] { group.Group, group.Observations, group.Observed, group.Expected, result.ChiSquare, result.DegreesOfFreedom, result.P }));

    public override IReadOnlyList<TableModel> Tables()
    {
        string test = string.Create(CultureInfo.InvariantCulture, $"Chi-square = {result.ChiSquare:0.00} on {result.DegreesOfFreedom} df, {PValue.Sentence(result.P)}.");
        return
        [
            new TableModel(
                $"{result.Test}: {result.Formula}",
                [new TableColumn("group", TableAlignment.Left), new TableColumn("n"), new TableColumn("observed"), new TableColumn("expected")],
                result.Groups.Select(group => new TableRow(
                [
                    group.Group,
                    NumberText.Short(group.Observations),
                    group.Observed.ToString("0.##", CultureInfo.InvariantCulture),
                    group.Expected.ToString("0.00", CultureInfo.InvariantCulture),
                ])),
                [test, .. NumberText.OmittedRows(result.Omitted)]),
        ];
    }
}

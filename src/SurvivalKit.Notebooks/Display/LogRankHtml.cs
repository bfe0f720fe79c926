using System.Globalization;

namespace SurvivalKit.Notebooks;

/// <summary>A comparison of curves as a table of observed and expected events.</summary>
internal static class LogRankHtml
{
    public static string Of(LogRankResult result)
    {
        IEnumerable<TableRow> rows = result.Groups.Select(group => new TableRow(
        [
            group.Group,
            group.Observations.ToString(CultureInfo.InvariantCulture),
            group.Observed.ToString("0.##", CultureInfo.InvariantCulture),
            group.Expected.ToString("0.00", CultureInfo.InvariantCulture),
        ]));
        string test = string.Create(
            CultureInfo.InvariantCulture, $"{result.Test}: chi-square = {result.ChiSquare:0.00} on {result.DegreesOfFreedom} df, {PValue.Sentence(result.P)}.");
        TableColumn[] columns = [new("Group", TableAlignment.Left), new("n"), new("Observed"), new("Expected")];
        return new TableModel(result.Formula, columns, rows, test).ToHtml();
    }
}

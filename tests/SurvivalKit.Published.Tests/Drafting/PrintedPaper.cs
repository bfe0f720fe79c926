using System.Text;

namespace SurvivalKit.Published.Tests;

/// <summary>A paper as Markdown that prints the tables of a study, in sentences of our own.</summary>
internal static class PrintedPaper
{
    /// <summary>The tables of a study as its claims have them, with a methods section that names its tests.</summary>
    public static string TablesOf(Study study)
    {
        var text = new StringBuilder($"# {study.Title}\n\n## Methods\n\n");
        text.Append("Numbers were compared with the t-test, counts with the chi-square test and curves with the log-rank test, in ")
            .Append(study.Methods.Software).Append(".\n\n## Results\n\nThe tables say it all.\n\n");
        foreach (PrintedTable table in study.Tables)
        {
            text.Append("**Table ").Append(table.Place[5..]).Append(".** ").Append(table.Title).Append(".\n\n").Append(table.Stub);
            foreach (PrintedColumn column in table.Columns)
            {
                text.Append('\t').Append(column.Header.Replace(
                    "{n}", study.Find($"{table.Place}/N/{column.Name}#n")?.Printed ?? "", StringComparison.Ordinal));
            }

            text.Append('\n');
            foreach (PrintedRow row in table.Rows)
            {
                text.Append(row.Printed);
                foreach (PrintedColumn column in table.Columns)
                {
                    text.Append('\t').Append(Cell(study, table, row, column.Name));
                }

                text.Append('\n');
            }

            // A note within the table, as the last line without cells, says what the cells are.
            text.Append(table.Notes.LastOrDefault()).Append("\t\n\n");
        }

        return text.ToString();
    }

    private static string Cell(Study study, PrintedTable table, PrintedRow row, string column)
    {
        string? Printed(string aspect) => study.Find($"{table.Place}/{row.Row}/{column}#{aspect}")?.Printed;
        if (column == ColumnNames.P)
        {
            return Printed(Aspects.P) ?? "";
        }

        return row.Cell is null || CellPattern.AspectsOf(row.Cell).Any(aspect => Printed(aspect) is null)
            ? ""
            : CellPattern.Fill(row.Cell, aspect => Printed(aspect)!);
    }
}

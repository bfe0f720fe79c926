using System.Text;

namespace SurvivalKit;

internal static class TableLatex
{
    public static string Write(TableModel table)
    {
        string sides = string.Concat(table.Columns.Select(column => column.Alignment switch
        {
            TableAlignment.Left => 'l',
            TableAlignment.Right => 'r',
            _ => 'c',
        }));
        var text = new StringBuilder();
        text.Append("\\begin{table}\n\\centering\n");
        if (table.Title.Length > 0)
        {
            text.Append("\\caption{").Append(Escape(table.Title)).Append("}\n");
        }

        text.Append("\\begin{tabular}{").Append(sides).Append("}\n\\toprule\n");
        Line(text, table.Columns.Select(column => Escape(column.Header)));
        text.Append("\\midrule\n");
        foreach (TableRow row in table.Rows)
        {
            string indent = string.Concat(Enumerable.Repeat("\\quad ", row.Indent));
            Line(text, row.Cells.Select((cell, column) => (column == 0 ? indent : "") + Escape(cell)));
        }

        text.Append("\\bottomrule\n\\end{tabular}\n");
        foreach (string note in table.Footnotes)
        {
            text.Append("\\par\\footnotesize ").Append(Escape(note)).Append('\n');
        }

        return text.Append("\\end{table}").ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(" & ", cells).Append(" \\\\\n");

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in text)
        {
            escaped.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '<' => "$<$",
                '>' => "$>$",
                // After a line's end LaTeX would read a bracket as an argument.
                '[' => "{[}",
                '≥' => "$\\geq$",
                '≤' => "$\\leq$",
                '±' => "$\\pm$",
                '−' => "$-$",
                '–' => "--",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}

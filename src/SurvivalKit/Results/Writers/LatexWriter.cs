using System.Text;

namespace SurvivalKit;

/// <summary>Writes a table as LaTeX with the rules of the booktabs package.</summary>
internal static class LatexWriter
{
    public static string Write(TableModel table)
    {
        if (table.Columns.IsEmpty)
        {
            return Sentences(table);
        }

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

        foreach (string sentence in table.Lead.Concat(table.Cautions))
        {
            text.Append(Escape(sentence)).Append("\\par\n");
        }

        text.Append("\\begin{tabular}{").Append(sides).Append("}\n\\toprule\n");
        Line(text, table.Columns.Select(column => Escape(column.Header)));
        text.Append("\\midrule\n");
        foreach (TableRow row in table.Rows)
        {
            string indent = string.Concat(Enumerable.Repeat("\\quad ", row.Indent));
            Line(text, row.Cells.Select((cell, column) => (column == 0 ? indent : "") + Escape(cell.Text) + Superscript(cell.Mark)));
        }

        text.Append("\\bottomrule\n\\end{tabular}\n");
        foreach (TableNote note in table.Notes)
        {
            text.Append("\\par\\footnotesize ").Append(Note(note)).Append('\n');
        }

        return text.Append("\\end{table}").ToString();
    }

    private static string Sentences(TableModel table)
    {
        IEnumerable<string> title = table.Title.Length > 0 ? [$"\\textbf{{{Escape(table.Title)}}}"] : [];
        IEnumerable<string> lines = [.. title, .. table.Lead.Select(Escape), .. table.Cautions.Select(Escape), .. table.Notes.Select(Note)];
        return string.Join("\\par\n", lines);
    }

    private static string Note(TableNote note) => Superscript(note.Mark) + (note.Mark.Length > 0 ? " " : "") + Escape(note.Text);

    private static string Superscript(string mark) => mark.Length == 0 ? "" : $"\\textsuperscript{{{Escape(mark)}}}";

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
                '∞' => "$\\infty$",
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

using System.Collections.Immutable;
using System.Net;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Languages.Commands;

namespace CSharpNotebook.Languages.Variables;

/// <summary>The variables as a table; in HTML, a frame opens to its first rows.</summary>
internal static class VariableTable
{
    private const int ValueColumn = 3;

    private static readonly string[] Header = ["Variable", "Type", "Size", "Value"];

    public static MimeBundle Format(IReadOnlyList<SessionVariable> variables)
    {
        ImmutableArray<VariableSummary> all = [.. variables.Select(VariableSummary.Of)];
        return TextTable.Format(
            Header,
            all.Select(variable => (string[])[variable.Name, variable.Type, variable.Size, variable.Value]),
            (row, column) => (column, all[row].Rows) switch
            {
                (0, _) => $"<span data-variable=\"{WebUtility.HtmlEncode(all[row].Name)}\">{WebUtility.HtmlEncode(all[row].Name)}</span>",
                (ValueColumn, { } table) =>
                    $"<details><summary>{WebUtility.HtmlEncode(all[row].Value)}</summary>{table.ToHtml()}</details>",
                _ => null,
            });
    }
}

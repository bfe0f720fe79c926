using System.Text.RegularExpressions;

namespace SurvivalKit.Documents;

/// <summary>The header of a column as it is set: what stands in brackets, as <c>(N = 138)</c>, is on one line.</summary>
internal static partial class ColumnHeader
{
    public static string Text(TableColumn column) =>
        Short().Replace(column.Header, match => match.Value.Replace(' ', '\u00A0'));

    [GeneratedRegex(@"\([^()]{1,14}\)")]
    private static partial Regex Short();
}

using System.Text.RegularExpressions;

namespace CSharpNotebook.Languages.Sql;

/// <summary>The statements of an SQL text, and the words in it that can be names of tables.</summary>
internal static partial class SqlText
{
    /// <summary>The words that are no part of a comment or a string. SQL ignores case.</summary>
    public static HashSet<string> Words(string sql) =>
        new(
            Pattern().Matches(sql).Where(match => match.Groups["name"].Success)
                .Select(match => match.Groups["name"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)),
            StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The statements, separated by semicolons. Each keeps its position in the text by leading lines and spaces, since DuckDB counts
    /// lines from the start of a statement.
    /// </summary>
    public static IEnumerable<string> Statements(string sql)
    {
        int start = 0;
        foreach (Match end in Pattern().Matches(sql).Where(match => match.Value == ";"))
        {
            if (Statement(sql, start, end.Index) is { } statement)
            {
                yield return statement;
            }

            start = end.Index + 1;
        }
        if (Statement(sql, start, sql.Length) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Whether a position is in a comment or a string, also in one that has no end yet.</summary>
    public static bool IsText(string sql, int position)
    {
        foreach (Match match in Pattern().Matches(sql[..position] + "\0"))
        {
            // The mark stands alone in code; in a comment or a string it is part of it.
            if (match.Index + match.Length > position)
            {
                return true;
            }
        }

        string rest = Pattern().Replace(sql[..position], match => new string(' ', match.Length));
        return rest.Contains('\'', StringComparison.Ordinal) || rest.Contains("/*", StringComparison.Ordinal);
    }

    private static string? Statement(string sql, int start, int end)
    {
        // A remainder that is only a comment is not a statement.
        if (string.IsNullOrWhiteSpace(CommentPattern().Replace(sql[start..end], "")))
        {
            return null;
        }

        return string.Concat(sql[..start].Select(character => character == '\n' ? '\n' : ' ')) + sql[start..end];
    }

    // Comments and strings come first, so that their content is read neither as a name nor as an end.
    [GeneratedRegex(
        """--[^\n]*|/\*.*?\*/|[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|(?<tag>\$\w*\$).*?\k<tag>|"(?<name>(?:[^"]|"")*)"|(?<name>[\p{L}_][\p{L}\p{Nd}_$]*)|;""",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"--[^\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex CommentPattern();
}

using System.Text.RegularExpressions;
using CSharpNotebook.Cells;
using CSharpNotebook.Intelligence;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.Sql;

/// <summary>
/// Completes names in SQL: data frames in scope and tables, their columns (after <c>table.</c> those of that table), functions and
/// keywords. It has a connection of its own, since a cell may be running on the other.
/// </summary>
internal sealed partial class SqlCompletion(DuckDBConnection connection, Func<IReadOnlyList<SessionVariable>> variables) : IDisposable
{
    private readonly Lock _lock = new();
    private DuckDBConnection? _own;
    private CompletionMatch[]? _words;

    public CompletionAnswer Complete(string code, int position)
    {
        Match path = Path().Match(code[..position]);
        (string table, string typed) = (path.Groups["table"].Value, path.Groups["name"].Value);
        int end = position;
        while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] == '_'))
        {
            end++;
        }

        if (SqlText.IsText(code, position))
        {
            return new CompletionAnswer(position, position, []);
        }

        lock (_lock)
        {
            (string Table, string Column)[] columns = Columns();
            IEnumerable<CompletionMatch> names = path.Groups["table"].Success
                ? columns.Where(column => IsSame(column.Table, Aliased(code, table))).Select(Column)
                : columns.Select(column => new CompletionMatch(column.Table, "class"))
                    .Concat(columns.Where(column => SqlText.Words(code).Contains(column.Table)).Select(Column))
                    .Concat(_words ??= Words());
            return new CompletionAnswer(
                position - typed.Length,
                end,
                [.. names.Where(match => match.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                    .DistinctBy(match => match.Text, StringComparer.OrdinalIgnoreCase)]);
        }
    }

    public void Dispose() => _own?.Dispose();

    private static CompletionMatch Column((string Table, string Column) column) => new(column.Column, "property");

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>The table that a name in the text is an alias of; the name itself where it is none.</summary>
    private static string Aliased(string code, string name) =>
        Alias().Matches(code).FirstOrDefault(match => IsSame(match.Groups["alias"].Value, name))?.Groups["table"].Value ?? name;

    /// <summary>The columns of the data frames in scope, and of the tables that SQL has made.</summary>
    private (string, string)[] Columns() =>
    [
        .. variables().Where(variable => variable.Value is DataFrame)
            .SelectMany(variable => ((DataFrame)variable.Value!).Columns.Select(column => (variable.Name, column.Name))),
        .. Query("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main'"),
    ];

    // Operators are functions too; a keyword is written as users of SQL do.
    private CompletionMatch[] Words() =>
    [
        .. Query("SELECT upper(keyword_name), '' FROM duckdb_keywords() ORDER BY 1")
            .Select(word => new CompletionMatch(word.Item1, "keyword")),
        .. Query(
            """
            SELECT DISTINCT function_name, '' FROM duckdb_functions()
            WHERE regexp_full_match(function_name, '[a-z][a-z0-9_]*') ORDER BY 1
            """).Select(word => new CompletionMatch(word.Item1, "function")),
    ];

    private List<(string, string)> Query(string sql)
    {
        if (_own is null)
        {
            _own = connection.Duplicate();
            _own.Open();
        }

        using DuckDBCommand command = _own.CreateCommand();
#pragma warning disable CA2100 // The texts are those above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }

    [GeneratedRegex(@"(?:(?<table>[\p{L}_][\p{L}\p{Nd}_]*)\.)?(?<name>(?:[\p{L}_][\p{L}\p{Nd}_]*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(
        @"\b(?:from|join|,)\s+(?<table>[\p{L}_][\p{L}\p{Nd}_]*)\s+(?:as\s+)?(?<alias>[\p{L}_][\p{L}\p{Nd}_]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alias();
}

using System.Data.Common;
using DuckDB.NET.Data;
using Npgsql;

namespace SurvivalKit.Sources;

/// <summary>Addresses of data in databases: <c>duckdb:events.parquet</c>, <c>duckdb:trial.duckdb?table=visits</c>,
/// <c>postgres://host:5432/db?table=visits</c>, <c>clickhouse://host/db?table=visits</c>.</summary>
internal sealed class SqlAddress
{
    private const string Expected =
        "duckdb:FILE, postgres://host/database?table=NAME or clickhouse://host/database?table=NAME was expected";

    private static readonly string[] Schemes = ["duckdb:", "postgres://", "postgresql://", "clickhouse://", "clickhouses://"];

    private readonly string _scheme;
    private readonly string _rest;
    private readonly Dictionary<string, string> _query = new(StringComparer.OrdinalIgnoreCase);

    private SqlAddress(string text)
    {
        _scheme = Schemes.First(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        string rest = text[_scheme.Length..];
        int question = rest.IndexOf('?', StringComparison.Ordinal);
        _rest = question < 0 ? rest : rest[..question];
        foreach (string part in question < 0 ? [] : rest[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = Uri.UnescapeDataString(equals < 0 ? part : part[..equals]);
            if (key is not ("table" or "query") || equals < 0)
            {
                throw SurvivalDataException.AtFile(Shown, $"\"{key}\" was found after the question mark; table= or query= was expected.");
            }

            _query[key] = Uri.UnescapeDataString(part[(equals + 1)..].Replace('+', ' '));
        }
    }

    /// <summary>The address without user and password.</summary>
    public string Shown => _scheme + _rest[(_rest.Split('/')[0].LastIndexOf('@') + 1)..];

    /// <summary>Whether a text is meant as an address, not as a file.</summary>
    public static bool IsAddress(string text) => Array.Exists(
        Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads an address.</summary>
    /// <exception cref="SurvivalDataException">It is none.</exception>
    public static SqlAddress Read(string text) => IsAddress(text)
        ? new SqlAddress(text)
        : throw new SurvivalDataException($"\"{text}\" is no address of a database; {Expected}.");

    /// <summary>The database and the table or query in it.</summary>
    public SqlRelation Open(SqlOptions options) => _scheme switch
    {
        "duckdb:" => DuckDb(options),
        "postgres://" or "postgresql://" => new(Told(Postgres(options), options), Relation()),
        _ => new(Told(ClickHouse(options), options), Relation()),
    };

    /// <summary>The engine, its statements told to whom the options name.</summary>
    public static ISqlEngine Told(ISqlEngine engine, SqlOptions options) =>
        options.Ran is { } tell ? new ToldEngine(engine, tell) : engine;

    private string Relation() =>
        _query.GetValueOrDefault("query") ?? _query.GetValueOrDefault("table")
        ?? throw SurvivalDataException.AtFile(Shown, $"no table is named; {Shown}?table=NAME was expected.");

    // A file of rows is a relation of its own; a database file has tables.
    private SqlRelation DuckDb(SqlOptions options)
    {
        if (!File.Exists(_rest) && !_rest.Contains('*', StringComparison.Ordinal))
        {
            throw SurvivalDataException.AtFile(Shown, $"there is no such file; {Expected}.");
        }

        string ending = Path.GetExtension(_rest).ToLowerInvariant();
        string? function = ending switch
        {
            ".parquet" or ".pq" => "read_parquet",
            ".csv" or ".tsv" or ".txt" or ".gz" => "read_csv_auto",
            ".json" or ".ndjson" or ".jsonl" => "read_json_auto",
            _ => null,
        };
        var dialect = new DuckDbDialect();
        string source = function is null
            ? new DbConnectionStringBuilder { ["Data Source"] = _rest, ["ACCESS_MODE"] = "READ_ONLY" }.ConnectionString
            : "Data Source=:memory:";
        ISqlEngine engine = Told(new DbConnectionEngine(new DuckDBConnection(source), dialect, Shown, options, isOwned: true), options);
        return function is null
            ? new(engine, Relation())
            : _query.Count > 0
            ? throw SurvivalDataException.AtFile(Shown, $"a file of rows has no tables; {_scheme}{_rest} alone was expected.")
            : new(engine, SqlText.Raw(function == "read_csv_auto"
                ? $"{function}({dialect.Text(_rest)}, nullstr = [{string.Join(", ", new CsvOptions().Missing.Select(dialect.Text))}])"
                : $"{function}({dialect.Text(_rest)})"));
    }

    private DbConnectionEngine Postgres(SqlOptions options)
    {
        Uri uri = Parsed();
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port,
            Database = DatabaseOf(uri),
            ApplicationName = "SurvivalKit",
        };
        (string? user, string? password) = CredentialsOf(uri);
        builder.Username = user ?? builder.Username;
        builder.Password = password ?? builder.Password;
        return new DbConnectionEngine(
            new NpgsqlConnection(builder.ConnectionString), new PostgresDialect(), Shown, options, isOwned: true);
    }

    private ClickHouseEngine ClickHouse(SqlOptions options)
    {
        Uri uri = Parsed();
        (string? user, string? password) = CredentialsOf(uri);
        var address = new UriBuilder(_scheme == "clickhouses://" ? "https" : "clickhouse", uri.Host, uri.Port < 0 ? -1 : uri.Port);
        return new ClickHouseEngine(address.Uri, DatabaseOf(uri), user, password, options);
    }

    private Uri Parsed() => Uri.TryCreate(_scheme + _rest, UriKind.Absolute, out Uri? uri) && uri.Host.Length > 0
        ? uri
        : throw SurvivalDataException.AtFile(Shown, $"no server is named; {Expected}.");

    private string DatabaseOf(Uri uri) => Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) is { Length: > 0 } database
        ? database
        : throw SurvivalDataException.AtFile(Shown, $"no database is named; {Expected}.");

    private static (string? User, string? Password) CredentialsOf(Uri uri)
    {
        string[] parts = uri.UserInfo.Split(':', 2);
        return uri.UserInfo.Length == 0 ? (null, null)
            : (Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : null);
    }
}

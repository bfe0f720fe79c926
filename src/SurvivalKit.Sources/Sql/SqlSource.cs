using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Rows in a database, over which curves, tests and models are computed where they are: only sums by time leave it.</summary>
/// <remarks>Formulas are those of data in memory, and so are the results; what cannot be computed in SQL is refused in a sentence. All
/// statements only read, in one transaction where the database has such. Not safe for several threads.</remarks>
/// <example><code>
/// using SqlSource events = SqlSource.Open("duckdb:events.parquet");
/// CoxFit fit = events.Cox("Surv(time, status) ~ age + factor(stage) + strata(site)");
/// Console.WriteLine(fit);
/// </code></example>
public sealed partial class SqlSource : IDisposable
{
    private readonly ISqlEngine _engine;
    private readonly SqlRelation _relation;
    private readonly SqlOptions _options;

    internal SqlSource(ISqlEngine engine, SqlRelation relation, SqlOptions options)
    {
        _engine = engine;
        _relation = relation;
        _options = options;
    }

    /// <summary>Opens a database by its address.</summary>
    /// <param name="address"><c>duckdb:events.parquet</c> (or a CSV or JSON file), <c>duckdb:trial.duckdb?table=visits</c>,
    /// <c>postgres://host/database?table=visits</c>, <c>clickhouse://host/database?table=visits</c>; <c>query=</c> in place of
    /// <c>table=</c> takes a query. A user's name and password may stand before the host, or in the environment (PGUSER and PGPASSWORD,
    /// CLICKHOUSE_USER and CLICKHOUSE_PASSWORD); no message has them.</param>
    /// <param name="options">How it is asked; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">The address cannot be read, or names no file.</exception>
    public static SqlSource Open(string address, SqlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        options ??= new SqlOptions();
        SqlRelation relation = SqlAddress.Read(address).Open(options);
        return new SqlSource(relation.Engine, relation, options);
    }

    /// <summary>Takes the rows of a table or query of a connection.</summary>
    /// <param name="connection">A connection of any ADO.NET driver; opened where it is closed, and not disposed. Those of DuckDB and
    /// PostgreSQL (Npgsql) are known by their types; any other is asked in standard SQL.</param>
    /// <param name="tableOrQuery">A table, <c>visits</c> or <c>trial.visits</c>, or a query that starts with SELECT or WITH.</param>
    /// <param name="options">How it is asked; <see langword="null"/>: the documented defaults.</param>
    public static SqlSource From(DbConnection connection, string tableOrQuery, SqlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(tableOrQuery);
        options ??= new SqlOptions();
        ISqlEngine engine = new DbConnectionEngine(connection, SqlDialects.Of(connection), connection.Database, options, isOwned: false);
        engine = SqlAddress.Told(engine, options);
        return new SqlSource(engine, new SqlRelation(engine, tableOrQuery), options);
    }

    /// <summary>Whether a text is an address of <see cref="Open"/>, not the name of a file.</summary>
    /// <param name="text">The text.</param>
    public static bool IsAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SqlAddress.IsAddress(text);
    }

    /// <summary>What messages call an address: without user and password.</summary>
    /// <param name="address">The address.</param>
    public static string NameOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return SqlAddress.Read(address).Shown;
    }

    /// <summary>The rows in which an expression is true: <c>year &gt;= 2015 &amp; site == "A"</c>.</summary>
    /// <param name="expression">The expression, in the language of formulas, as for <see cref="DataFrameFilter.Filter"/>.</param>
    /// <returns>A source that shares this one's database.</returns>
    /// <exception cref="FormulaException">The expression cannot be read or computed in the database, or names no column.</exception>
    public SqlSource Where(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        FormulaNode node = FormulaParser.ParseExpression(expression);
        var constants = new SqlConstants(expression, _relation, _options.MostCells, default);
        return new SqlSource(_engine, _relation.Only(new FormulaToSql(expression, _relation, constants).Condition(node)), _options);
    }

    /// <summary>Gives the levels of a column in order, the reference first, as <see cref="FactorLevels.Set(DataFrame, string)"/> for data
    /// in memory.</summary>
    /// <param name="columnAndLevels">The column, <c>=</c>, and its levels with commas between them: <c>ageg=&lt;50,50-69,70+</c>.</param>
    /// <returns>A source that shares this one's database.</returns>
    /// <exception cref="SurvivalDataException">There is no such column, or no levels are given.</exception>
    public SqlSource WithLevels(string columnAndLevels)
    {
        ArgumentNullException.ThrowIfNull(columnAndLevels);
        string[] names = [.. _relation.Columns.Select(known => known.Name)];
        (string column, ImmutableArray<string> levels) = FactorLevels.Read(columnAndLevels, names);
        return _relation.Find(column) is not null
            ? new SqlSource(_engine, _relation.WithLevels(column, levels), _options)
            : throw SurvivalDataException.AtColumn(
                _relation.Name, column, $"there is no such column; the columns are {string.Join(", ", names)}.");
    }

    /// <summary>Closes the database that <see cref="Open"/> opened.</summary>
    public void Dispose() => _engine.Dispose();
}

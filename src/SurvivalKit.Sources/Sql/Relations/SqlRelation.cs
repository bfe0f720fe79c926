using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SurvivalKit.Sources;

/// <summary>A table or query of a database, with the rows that an expression chooses.</summary>
internal sealed partial class SqlRelation
{
    private readonly ISqlEngine _engine;
    private readonly Lazy<ImmutableArray<SqlColumn>> _columns;
    private readonly Lazy<ImmutableArray<string>> _parts;

    /// <summary>A table or query.</summary>
    /// <param name="engine">The database.</param>
    /// <param name="text">A table, <c>trial</c> or <c>schema.trial</c>, or a query that starts with SELECT or WITH.</param>
    public SqlRelation(ISqlEngine engine, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _engine = engine;
        From = IsQuery(text)
            ? $"({text.Trim().TrimEnd(';')}) AS rows_of_query"
            : string.Join(".", NamesIn(text).Select(engine.Dialect.Quote));
        _columns = new(() => Describe(engine, From));
        _parts = new(() => IsQuery(text) ? [] : PartsOf(engine, From));
    }

    /// <summary>A relation that the program itself has written, such as a function that reads a file.</summary>
    public SqlRelation(ISqlEngine engine, SqlText from)
    {
        _engine = engine;
        From = from.Text;
        _columns = new(() => Describe(engine, From));
        _parts = new(() => []);
    }

    public ISqlEngine Engine => _engine;

    public SqlDialect Dialect => _engine.Dialect;

    /// <summary>What messages call the data.</summary>
    public string Name => _engine.Name;

    /// <summary>What stands after FROM.</summary>
    public string From { get; private init; }

    /// <summary>The rows that are used; empty: all.</summary>
    public SqlText Where { get; init; } = SqlText.Empty;

    public ImmutableArray<SqlColumn> Columns => _columns.Value;

    /// <summary>The levels of columns in an order that was given.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Levels { get; init; } =
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>FROM and WHERE.</summary>
    public SqlText Rows => Where.IsEmpty ? SqlText.Raw($" FROM {From}") : SqlText.Of($"{SqlText.Raw($" FROM {From}")} WHERE {Where}");

    /// <summary>The same relation with other rows.</summary>
    public SqlRelation Only(SqlText where) => new(this, From)
    {
        Levels = Levels,
        Where = Where.IsEmpty ? where : SqlText.Of($"({Where}) AND ({where})"),
    };

    /// <summary>The same relation with the levels of a column in an order.</summary>
    public SqlRelation WithLevels(string column, ImmutableArray<string> levels) => new(this, From)
    {
        Where = Where,
        Levels = Levels.SetItem(column, levels),
    };

    /// <summary>The parts of a table that is spread over servers, to be summed up each for itself; any other relation as it is.</summary>
    public IEnumerable<SqlRelation> Parts => _parts.Value.Length == 0
        ? [this]
        : _parts.Value.Select(part => new SqlRelation(this, part) { Where = Where, Levels = Levels });

    private SqlRelation(SqlRelation other, string from)
    {
        _engine = other._engine;
        From = from;
        _columns = other._columns;
        _parts = from == other.From ? other._parts : new(() => []);
    }

    /// <summary>What ends a statement of which no more rows are wanted.</summary>
    public SqlText Limit(int rows) => SqlText.Raw(Dialect.Limit(rows));

    /// <summary>The same statement for each part, whose rows together are the answer.</summary>
    public SqlText OfParts(Func<SqlRelation, SqlText> statement) => SqlText.Join(" UNION ALL ", Parts.Select(statement));

    /// <summary>The column of a name; <see langword="null"/> where there is none.</summary>
    public SqlColumn? Find(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>Runs a statement.</summary>
    public SqlAnswer Run(SqlText statement, CancellationToken cancellation) =>
        _engine.Run(statement.Statement(Dialect), cancellation);

    private static ImmutableArray<SqlColumn> Describe(ISqlEngine engine, string from)
    {
        SqlAnswer none = engine.Run(new SqlStatement(engine.Dialect.NoRows(from)));
        return [.. none.Names.Zip(none.Kinds, (name, kind) => new SqlColumn(name, kind))];
    }

    private static ImmutableArray<string> PartsOf(ISqlEngine engine, string table) => engine.Dialect.Parts(table) is { } statement
        ? [.. engine.Run(new SqlStatement(statement)).Texts(0).OfType<string>()]
        : [];

    private static bool IsQuery(string text) => QueryStart().IsMatch(text);

    // The dots between schema and table; one inside of quotes belongs to a name.
    private static IEnumerable<string> NamesIn(string text) => NameParts().Matches(text).Select(match =>
        match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Value);

    [GeneratedRegex(@"^\s*(select|with)\s", RegexOptions.IgnoreCase)]
    private static partial Regex QueryStart();

    [GeneratedRegex("\"(?<quoted>(?:[^\"]|\"\")*)\"|[^.]+")]
    private static partial Regex NameParts();
}

using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Numerics;

namespace SurvivalKit.Sources;

/// <summary>Any database that ADO.NET has a driver for. All statements of a source run in one transaction that only reads, so that every
/// pass over the data sees the same rows, where the database has such transactions.</summary>
internal sealed class DbConnectionEngine : ISqlEngine
{
    private readonly DbConnection _connection;
    private readonly SqlOptions _options;
    private readonly bool _isOwned;
    private DbTransaction? _transaction;

    /// <param name="connection">The connection; opened when it is first used.</param>
    /// <param name="dialect">Its dialect.</param>
    /// <param name="name">What messages call the database.</param>
    /// <param name="options">The options.</param>
    /// <param name="isOwned">Whether the connection is closed with this.</param>
    public DbConnectionEngine(DbConnection connection, SqlDialect dialect, string name, SqlOptions options, bool isOwned)
    {
        _connection = connection;
        _options = options;
        _isOwned = isOwned;
        Dialect = dialect;
        Name = name;
    }

    public SqlDialect Dialect { get; }

    public string Name { get; }

    public SqlAnswer Run(SqlStatement statement, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            Begin();
            using DbCommand command = Command(statement);
            if (_options.TimeoutSeconds > 0)
            {
                limit.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
            }

            using CancellationTokenRegistration stop = limit.Token.Register(command.Cancel);
            using DbDataReader reader = command.ExecuteReader();
            return Read(reader, limit.Token);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or IOException or OperationCanceledException
            or TimeoutException)
        {
            Forget();
            cancellation.ThrowIfCancellationRequested();
            throw limit.IsCancellationRequested
                ? SurvivalDataException.AtFile(Name, FormattableString.Invariant(
                    $"a statement took longer than {_options.TimeoutSeconds} seconds and was stopped; a longer time-out, or fewer rows, were expected."))
                : SurvivalDataException.AtFile(Name, Sentence(e));
        }
    }

    public void Dispose()
    {
        _transaction?.Dispose();
        if (_isOwned)
        {
            _connection.Dispose();
        }
    }

    // One transaction for all statements, until one fails.
    private void Begin()
    {
        if (_connection.State == ConnectionState.Broken)
        {
            _connection.Close();
        }

        if (_connection.State == ConnectionState.Closed)
        {
            _connection.Open();
        }

        if (_transaction is null && Dialect.ReadOnly is { } readOnly)
        {
            _transaction = _connection.BeginTransaction(IsolationLevel.RepeatableRead);
            using DbCommand command = Command(new SqlStatement(readOnly));
            command.ExecuteNonQuery();
        }
    }

    private void Forget()
    {
        try
        {
            _transaction?.Dispose();
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or IOException)
        {
            // A connection that broke off has no transaction to end.
        }

        _transaction = null;
    }

    private DbCommand Command(SqlStatement statement)
    {
        DbCommand command = _connection.CreateCommand();
        command.CommandText = statement.Text;
        command.Transaction = _transaction;
        command.CommandTimeout = _options.TimeoutSeconds;
        for (int i = 0; i < statement.Parameters.Length; i++)
        {
            DbParameter parameter = command.CreateParameter();
            string placeholder = Dialect.Placeholder(i + 1);
            parameter.ParameterName = placeholder[0] == '$' ? "" : placeholder;
            parameter.Value = statement.Parameters[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static SqlAnswer Read(DbDataReader reader, CancellationToken cancellation)
    {
        int count = reader.FieldCount;
        string[] names = [.. Enumerable.Range(0, count).Select(reader.GetName)];
        SqlKind[] kinds = [.. Enumerable.Range(0, count).Select(column => KindOf(reader.GetFieldType(column)))];
        var numbers = new List<double>[count];
        var texts = new List<string?>[count];
        bool[] areDoubles = [.. Enumerable.Range(0, count).Select(column => reader.GetFieldType(column) == typeof(double))];
        for (int column = 0; column < count; column++)
        {
            (numbers[column], texts[column]) = ([], []);
        }

        int rows = 0;
        for (; reader.Read(); rows++)
        {
            if ((rows & 1023) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            for (int column = 0; column < count; column++)
            {
                if (kinds[column] == SqlKind.Text)
                {
                    texts[column].Add(reader.IsDBNull(column)
                        ? null
                        : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture));
                }
                else
                {
                    numbers[column].Add(reader.IsDBNull(column) ? double.NaN
                        : areDoubles[column] ? reader.GetDouble(column)
                        : NumberOf(reader.GetValue(column)));
                }
            }
        }

        return new SqlAnswer(
            names,
            [.. Enumerable.Range(0, count).Select(column =>
                kinds[column] == SqlKind.Text ? (Array)texts[column].ToArray() : numbers[column].ToArray())],
            rows)
        {
            Kinds = kinds,
        };
    }

    private static SqlKind KindOf(Type type) =>
        type == typeof(bool) ? SqlKind.Truth
        : type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) ? SqlKind.Date
        : type == typeof(BigInteger) || (type.IsPrimitive && type != typeof(char)) || type == typeof(decimal) ? SqlKind.Number
        : SqlKind.Text;

    private static double NumberOf(object value) => value switch
    {
        bool truth => truth ? 1 : 0,
        DateTime date => ColumnValues.DaysSince1970(date),
        DateOnly date => ColumnValues.DaysSince1970(date.ToDateTime(TimeOnly.MinValue)),
        DateTimeOffset date => ColumnValues.DaysSince1970(date.UtcDateTime),
        BigInteger whole => (double)whole,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    // The first sentence of what the database says, without its position in a statement that the user has not written.
    private static string Sentence(Exception e)
    {
        string text = e.Message.ReplaceLineEndings("\n").Split('\n').First(line => line.Trim().Length > 0).Trim();
        return text.EndsWith('.') ? text : text + ".";
    }
}

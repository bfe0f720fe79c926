using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CSharpNotebook.Cells;
using CSharpNotebook.Display;
using CSharpNotebook.Intelligence;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.Sql;

/// <summary>
/// SQL, by DuckDB in memory. A data frame in scope is a table of the same name: it is copied when a statement names it, so that SQL sees
/// its current state; a table or view created in SQL hides it. The result of a query is a data frame; <c>#!sql --name result</c> stores
/// it in C#.
/// </summary>
internal sealed class SqlLanguage : ILanguageKernel
{
    private readonly LanguageHost _host;
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly SqlCompletion _completion;
    private readonly Dictionary<string, DataFrame> _results = new(StringComparer.Ordinal);

    public SqlLanguage(LanguageHost host)
    {
        _host = host;
        _completion = new SqlCompletion(_connection, () => host.Variables);
        _connection.Open();
        // A cell does not download extensions except by INSTALL; paths are those of the notebook.
        Execute("SET autoinstall_known_extensions = false");
        Execute($"SET file_search_path = {Literal(host.WorkingDirectory)}");
        // The copies of data frames are searched last, so that tables created in SQL hide them.
        Execute($"CREATE SCHEMA {SqlTable.Schema}");
        Execute($"SET search_path = 'main,{SqlTable.Schema}'");
    }

    public IReadOnlyList<SessionVariable> Variables =>
        [.. _results.Select(result => new SessionVariable(result.Key, typeof(DataFrame), result.Value))];

    public SessionVariable? Find(string name)
    {
        if (_results.TryGetValue(name, out DataFrame? result))
        {
            return new SessionVariable(name, typeof(DataFrame), result);
        }

        try
        {
            return new SessionVariable(name, typeof(DataFrame), Query($"SELECT * FROM main.{SqlTable.Quote(name)}"));
        }
        catch (DuckDBException)
        {
            return null;
        }
    }

    public Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken)
    {
        part.Command.Expect(0, "name");
        DataFrame? last = null;
        try
        {
            BringTables(part.Text);
            foreach (string statement in SqlText.Statements(part.Text))
            {
                using DuckDBCommand command = CommandFor(statement);
                using var interrupt = new SqlInterrupt(command, cancellationToken);
                using DuckDBDataReader reader = command.ExecuteReader();
                if (reader.FieldCount == 0)
                {
                    continue;
                }
                // Of several queries, the last is the result; those before it are shown immediately.
                if (last is not null)
                {
                    context.Sink.AddDisplay(ResultFormatter.Format(last));
                }

                last = SqlResult.Read(reader, cancellationToken);
            }
        }
        catch (DuckDBException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw SqlFailure.From(exception);
        }
        if (last is null)
        {
            return Task.FromResult<object?>(null);
        }

        if (part.Command.Option("name") is { Length: > 0 } name)
        {
            _results[name] = last;
            _host.Get(LanguageList.CSharp).SetValue(name, last, typeof(DataFrame), context);
        }
        context.ShowResult(ResultFormatter.Format(last));
        return Task.FromResult<object?>(last);
    }

    /// <summary>A data frame becomes a table; a plain value is returned by <c>getvariable('name')</c>.</summary>
    public void SetValue(string name, object? value, Type type, CellContext context)
    {
        try
        {
            if (value is DataFrame frame)
            {
                SqlTable.Create(_connection, "main", name, frame);
            }
            else
            {
                Execute($"SET VARIABLE {SqlTable.Quote(name)} = {Literal(value)}");
            }
        }
        catch (Exception exception) when (exception is DuckDBException or NotSupportedException)
        {
            throw CellFailures.Value($"The variable {name} cannot go to sql: {exception.Message}", exception);
        }
    }

    public Task<CompletionAnswer> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
        Task.FromResult(_completion.Complete(code, position));

    public void Dispose()
    {
        _completion.Dispose();
        _connection.Dispose();
    }

    /// <summary>Copies the data frames that a text names.</summary>
    private void BringTables(string sql)
    {
        HashSet<string> words = SqlText.Words(sql);
        // Where two names differ in case only, the first is used, as SQL names are case-insensitive.
        foreach (SessionVariable variable in _host.Variables
            .Where(variable => variable.Value is DataFrame && words.Contains(variable.Name)).DistinctBy(
                variable => variable.Name.ToUpperInvariant()))
        {
            try
            {
                SqlTable.Create(_connection, SqlTable.Schema, variable.Name, (DataFrame)variable.Value!);
            }
            catch (NotSupportedException exception)
            {
                throw CellFailures.Value($"The data frame {variable.Name} cannot be a table: {exception.Message}", exception);
            }
        }
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        bool flag => flag ? "TRUE" : "FALSE",
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal =>
            Convert.ToString(value, CultureInfo.InvariantCulture)!,
        float or double => $"'{Convert.ToDouble(value, CultureInfo.InvariantCulture):R}'::DOUBLE",
        DateTime time => $"'{time:yyyy-MM-dd HH:mm:ss.ffffff}'::TIMESTAMP",
        DateOnly date => $"'{date:yyyy-MM-dd}'::DATE",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => throw new NotSupportedException($"a {value.GetType().Name} is neither a data frame nor a plain value."),
    };

    private DataFrame Query(string sql)
    {
        using DuckDBCommand command = CommandFor(sql);
        using DuckDBDataReader reader = command.ExecuteReader();
        return SqlResult.Read(reader, CancellationToken.None);
    }

    private void Execute(string sql)
    {
        using DuckDBCommand command = CommandFor(sql);
        command.ExecuteNonQuery();
    }

    [SuppressMessage("Security", "CA2100", Justification = "The SQL is the cell's, which the user wrote to be run.")]
    private DuckDBCommand CommandFor(string sql)
    {
        DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}

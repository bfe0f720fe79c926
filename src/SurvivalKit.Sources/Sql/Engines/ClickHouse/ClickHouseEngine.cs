using System.Text;

namespace SurvivalKit.Sources;

/// <summary>A ClickHouse server, or several behind a distributed table, asked over HTTP: by version 18.16 as by new ones.</summary>
internal sealed class ClickHouseEngine : ISqlEngine
{
    private readonly ClickHouseAddress _address;
    private readonly ClickHouseConnection _connection;
    private readonly SqlOptions _options;
    private readonly Lock _gate = new();
    private Dictionary<string, string>? _settings;

    /// <summary>Makes an engine; the server is asked when the first statement runs.</summary>
    /// <param name="address">The address of the HTTP interface, as <c>clickhouse://host:8123</c> or <c>https://host:8443</c>.</param>
    /// <param name="database">The database.</param>
    /// <param name="user">The user; where none is given, that of the address or of CLICKHOUSE_USER in the environment.</param>
    /// <param name="password">The password; where none is given, that of the address or of CLICKHOUSE_PASSWORD in the environment.</param>
    /// <param name="options">The limits.</param>
    /// <exception cref="SurvivalDataException">The address is of another kind.</exception>
    public ClickHouseEngine(Uri address, string database, string? user, string? password, SqlOptions options)
    {
        _address = ClickHouseAddress.Of(address, database, user, password);
        _options = options;
        _connection = new ClickHouseConnection(_address, options);
    }

    /// <inheritdoc/>
    public SqlDialect Dialect { get; } = new ClickHouseDialect();

    /// <inheritdoc/>
    public string Name => _address.Name;

    /// <inheritdoc/>
    public SqlAnswer Run(SqlStatement statement, CancellationToken cancellation = default)
    {
        if (!statement.Parameters.IsEmpty)
        {
            throw new ArgumentException("Values stand in the text of a statement for ClickHouse.", nameof(statement));
        }

        cancellation.ThrowIfCancellationRequested();
        Dictionary<string, string> server = Settings(cancellation);
        (string, string)[] settings =
            [.. ClickHouseSettings.Of(server, _options, Encoding.UTF8.GetByteCount(statement.Text), Name)];
        return Ask(statement.Text, settings, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    // They are asked for once: what a profile allows does not change between the passes of a fit.
    private Dictionary<string, string> Settings(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_settings is null)
            {
                SqlAnswer answer = Ask(ClickHouseSettings.Query, [], cancellation);
                _settings = answer.Texts(0).Zip(answer.Texts(1)).ToDictionary(pair => pair.First!, pair => pair.Second ?? "");
            }

            return _settings;
        }
    }

    private SqlAnswer Ask(string text, (string, string)[] settings, CancellationToken cancellation)
    {
        try
        {
            // On a line of its own, so that a comment at the end of the text does not swallow it.
            byte[] answer = _connection.Ask(text + "\nFORMAT Native", settings, cancellation);
            return answer.Length > 0
                ? ClickHouseAnswer.Read(answer)
                // Without rows there is no block, and so no name.
                : ClickHouseAnswer.ReadHeader(
                    _connection.Ask(text + "\nFORMAT TabSeparatedWithNamesAndTypes", settings, cancellation));
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or OverflowException)
        {
            throw new SurvivalDataException($"{Name}: the answer cannot be read: {exception.Message}.", exception);
        }
    }
}

using Npgsql;
using NpgsqlTypes;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>A PostgreSQL server.</summary>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>The owner of everything.</summary>
    public const string User = "postgres";

    /// <summary>The password of the owner.</summary>
    public const string Password = "olive-grove-41";

    private readonly NpgsqlConnectionStringBuilder _connection;

    /// <summary>Makes a server that is not started yet.</summary>
    /// <param name="folder">The folder of its data, made by <c>initdb</c>.</param>
    /// <param name="port">The port.</param>
    /// <param name="settings">More settings, as <c>work_mem=64MB</c>.</param>
    public PostgresServer(string folder, int port, params string[] settings)
    {
        Port = port;
        _connection = new()
        {
            Host = "127.0.0.1",
            Port = port,
            Username = User,
            Password = Password,
            Database = "postgres",
            Pooling = false,
            Timeout = 5,
            CommandTimeout = 0,
            IncludeErrorDetail = true,
        };
        string[] all =
        [
            "listen_addresses=127.0.0.1", $"unix_socket_directories={folder}", "fsync=off", "full_page_writes=off",
            "synchronous_commit=off", "shared_buffers=64MB", "max_connections=40", "max_wal_size=2GB", "jit=off",
            // A statement of a coordinator that is lost ends soon.
            "client_connection_check_interval=500ms", .. settings,
        ];
        Process = new(
            () => Launcher.Start(
                Path.Combine(Servers.Postgres!, "postgres"),
                ["-D", folder, "-p", FormattableString.Invariant($"{port}"), .. all.SelectMany(setting => new[] { "-c", setting })],
                PostgresCluster.SystemUser),
            AnswersAsync);
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>The process.</summary>
    public ServerProcess Process { get; }

    /// <summary>How to connect.</summary>
    public string ConnectionString => _connection.ConnectionString;

    /// <summary>Runs statements.</summary>
    public async Task RunAsync(string text)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Writes rows into a table that has the columns.</summary>
    public async Task CopyAsync(ServerTable table, string into)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlBinaryImporter writer = await connection.BeginBinaryImportAsync($"COPY {into} FROM STDIN BINARY");
        for (int row = 0; row < table.Rows; row++)
        {
            await writer.StartRowAsync();
            foreach ((_, Array values) in table.Columns)
            {
                if (values.GetValue(row) is { } value)
                {
                    await writer.WriteAsync(value, value switch
                    {
                        double => NpgsqlDbType.Double,
                        long => NpgsqlDbType.Bigint,
                        _ => NpgsqlDbType.Text,
                    });
                }
                else
                {
                    await writer.WriteNullAsync();
                }
            }
        }

        await writer.CompleteAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => Process.Dispose();

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await RunAsync("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}

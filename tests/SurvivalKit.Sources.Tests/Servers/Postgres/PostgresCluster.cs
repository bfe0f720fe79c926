using Npgsql;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>Three PostgreSQL servers in a temporary folder. The first is the coordinator: a table of it is partitioned into a table of its
/// own and tables of the two others by postgres_fdw.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    /// <summary>The number of servers; the coordinator is number 0.</summary>
    public const int Shards = 3;

    /// <summary>The user of the system that the servers run as where the tests run as root, which they refuse.</summary>
    internal const string SystemUser = "postgres";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"survivalkit-postgres-{Guid.NewGuid():N}");
    private PostgresServer[] _servers = [];

    /// <summary>How to connect to the coordinator.</summary>
    public string ConnectionString => ConnectionStringOf(0);

    /// <summary>How to connect to a server.</summary>
    public string ConnectionStringOf(int shard) => _servers[shard].ConnectionString;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Servers.Postgres is null)
        {
            return;
        }

        Directory.CreateDirectory(_folder);
        string password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, PostgresServer.Password);
        if (Environment.IsPrivilegedProcess)
        {
            await Launcher.RunAsync("chown", ["-R", SystemUser, _folder]);
        }

        string[] folders = [.. Enumerable.Range(0, Shards).Select(shard => Path.Combine(_folder, $"{shard}"))];
        await Launcher.RunAsync(
            Path.Combine(Servers.Postgres, "initdb"),
            [
                "-D", folders[0], "-U", PostgresServer.User, "-A", "scram-sha-256", $"--pwfile={password}", "-E", "UTF8",
                "--locale=C.UTF-8", "--no-sync", "--no-instructions",
            ],
            SystemUser);
        await Task.WhenAll(folders.Skip(1).Select(folder => Launcher.RunAsync("cp", ["-a", folders[0], folder], SystemUser)));
        int[] ports = Servers.FreePorts(Shards);
        _servers = [.. folders.Zip(ports, (folder, port) => new PostgresServer(folder, port))];
        await Task.WhenAll(_servers.Select(server => server.Process.StartAsync()));
        await RunAsync("CREATE EXTENSION postgres_fdw;" + string.Concat(Enumerable.Range(1, Shards - 1).Select(shard => $"""
            CREATE SERVER shard_{shard} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '{ports[shard]}',
                dbname 'postgres', async_capable 'true', fetch_size '50000', use_remote_estimate 'true', extensions 'postgres_fdw');
            CREATE USER MAPPING FOR {PostgresServer.User} SERVER shard_{shard}
                OPTIONS (user '{PostgresServer.User}', password '{PostgresServer.Password}');
            """)));
    }

    /// <summary>Loads a table: NAME is partitioned over the servers by the hash of a row (NAME_0 is of the coordinator, NAME_1 and NAME_2
    /// are foreign tables), NAME_whole is a plain table of the coordinator with the same rows.</summary>
    internal async Task LoadAsync(ServerTable table)
    {
        string columns = string.Join(", ", table.Columns.Select(column => $"{Quote(column.Name)} {TypeOf(column.Values)}"));
        // A key has at most 32 columns.
        string key = string.Join(", ", table.Columns.Take(32).Select(column => Quote(column.Name)));
        string name = Quote(table.Name);
        string whole = Quote(table.Name + "_whole");
        await RunAsync($"CREATE TABLE {whole} ({columns}); CREATE TABLE {name} ({columns}) PARTITION BY HASH ({key})");
        await _servers[0].CopyAsync(table, whole);
        await Task.WhenAll(Enumerable.Range(0, Shards).Select(shard => LoadPartAsync(shard)));
        await RunAsync($"ANALYZE {whole}; ANALYZE {name}");

        async Task LoadPartAsync(int shard)
        {
            string part = Quote($"{table.Name}_{shard}");
            await _servers[shard].RunAsync($"CREATE TABLE {part} ({columns})");
            await CopyAsync(
                $"SELECT * FROM {whole} WHERE satisfies_hash_partition('{name.Replace("'", "''", StringComparison.Ordinal)}'::regclass,"
                + $" {Shards}, {shard}, {key})",
                shard,
                part);
            await _servers[shard].RunAsync($"ANALYZE {part}");
            string bound = $"FOR VALUES WITH (MODULUS {Shards}, REMAINDER {shard})";
            await RunAsync(shard == 0
                ? $"ALTER TABLE {name} ATTACH PARTITION {part} {bound}"
                : $"CREATE FOREIGN TABLE {part} PARTITION OF {name} {bound} SERVER shard_{shard}");
        }
    }

    /// <summary>Runs statements on a server: the coordinator, where no other is named.</summary>
    public Task RunAsync(string text, int shard = 0) => _servers[shard].RunAsync(text);

    /// <summary>The rows of the last of some statements, which are cancelled after a while where one is given.</summary>
    public async Task<List<object?[]>> QueryAsync(string text, int shard = 0, TimeSpan? cancelAfter = null)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        clock.CancelAfter(cancelAfter ?? Timeout.InfiniteTimeSpan);
        CancellationToken cancellation = clock.Token;
        await using var connection = new NpgsqlConnection(ConnectionStringOf(shard));
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(text, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<object?[]> rows = [];
        do
        {
            rows.Clear();
            while (await reader.ReadAsync(cancellation))
            {
                object[] values = new object[reader.FieldCount];
                reader.GetValues(values);
                rows.Add([.. values.Select(value => value is DBNull ? null : value)]);
            }
        }
        while (await reader.NextResultAsync(cancellation));
        return rows;
    }

    /// <summary>Kills every process of a server.</summary>
    public void Kill(int shard) => _servers[shard].Process.Kill();

    /// <summary>Stops every process of a server where it stands: it is slow without end.</summary>
    public void Pause(int shard) => _servers[shard].Process.Halt();

    /// <summary>Lets a stopped server go on.</summary>
    public void Resume(int shard) => _servers[shard].Process.Continue();

    /// <summary>Starts a killed server again.</summary>
    public Task RestartAsync(int shard) => _servers[shard].Process.StartAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (PostgresServer server in _servers)
        {
            server.Dispose();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    // Bytes go from server to server as they are.
    private async Task CopyAsync(string query, int shard, string into)
    {
        await using var source = new NpgsqlConnection(ConnectionString);
        await using var target = new NpgsqlConnection(ConnectionStringOf(shard));
        await source.OpenAsync();
        await target.OpenAsync();
        await using NpgsqlRawCopyStream from = await source.BeginRawBinaryCopyAsync($"COPY ({query}) TO STDOUT BINARY");
        await using NpgsqlRawCopyStream to = await target.BeginRawBinaryCopyAsync($"COPY {into} FROM STDIN BINARY");
        await from.CopyToAsync(to);
    }

    private static string Quote(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    private static string TypeOf(Array values) => values switch
    {
        double?[] or double[] => "double precision",
        long?[] or long[] => "bigint",
        _ => "text",
    };
}

using System.Text;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>Three ClickHouse servers in a temporary folder; each has the distributed tables.</summary>
public sealed class ClickHouseCluster : IAsyncLifetime
{
    /// <summary>The number of servers.</summary>
    public const int Shards = 3;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"survivalkit-clickhouse-{Guid.NewGuid():N}");
    private ClickHouseServer[] _servers = [];

    /// <summary>The address of the first server.</summary>
    public Uri Address => AddressOf(0);

    /// <summary>The address of a server.</summary>
    public Uri AddressOf(int shard) => _servers[shard].Address;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Servers.ClickHouse is null)
        {
            return;
        }

        int[] ports = Servers.FreePorts(2 * Shards);
        _servers =
        [
            .. Enumerable.Range(0, Shards).Select(shard => new ClickHouseServer(
                Path.Combine(_folder, $"{shard}"), ports[Shards + shard], ports[shard], ports.Take(Shards))),
        ];
        await Task.WhenAll(_servers.Select(server => server.Process.StartAsync()));
    }

    /// <summary>Loads a table: NAME is distributed over the servers, one row after the other, whose own rows are in NAME_local; NAME_whole
    /// is a table of the first with the same rows.</summary>
    internal async Task LoadAsync(ServerTable table)
    {
        string columns = string.Join(", ", table.Columns.Select(column => $"{Quote(column.Name)} {TypeOf(column.Values)}"));
        await Task.WhenAll(Enumerable.Range(0, Shards).Select(async shard =>
        {
            string local = Quote(table.Name + "_local");
            await MakeAsync(shard, local, row => row % Shards == shard);
            await RunAsync(
                $"CREATE TABLE {Quote(table.Name)} ({columns}) ENGINE = Distributed({ClickHouseConfiguration.Cluster}, default, {local})",
                shard);
        }));
        await MakeAsync(0, Quote(table.Name + "_whole"), _ => true);

        async Task MakeAsync(int shard, string name, Predicate<int> isIn)
        {
            await RunAsync($"CREATE TABLE {name} ({columns}) ENGINE = MergeTree ORDER BY tuple()", shard);
            await _servers[shard].RunAsync($"INSERT INTO {name} FORMAT RowBinary", Rows(table, isIn));
        }
    }

    /// <summary>Runs a statement on a server: the first, where no other is named.</summary>
    public Task<string> RunAsync(string text, int shard = 0) => _servers[shard].RunAsync(text);

    /// <summary>Kills a server.</summary>
    public void Kill(int shard) => _servers[shard].Process.Kill();

    /// <summary>Stops a server where it stands: it is slow without end.</summary>
    public void Pause(int shard) => _servers[shard].Process.Halt();

    /// <summary>Lets a stopped server go on.</summary>
    public void Resume(int shard) => _servers[shard].Process.Continue();

    /// <summary>Starts a killed server again.</summary>
    public Task RestartAsync(int shard) => _servers[shard].Process.StartAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (ClickHouseServer server in _servers)
        {
            server.Dispose();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    // Bits and not digits, which old servers read wrong in the last place.
    private static byte[] Rows(ServerTable table, Predicate<int> isIn)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        for (int row = 0; row < table.Rows; row++)
        {
            foreach ((_, Array values) in isIn(row) ? table.Columns : [])
            {
                object? value = values.GetValue(row);
                if (IsNullable(values))
                {
                    writer.Write(value is null);
                }

                switch (value)
                {
                    case double number:
                        writer.Write(number);
                        break;
                    case long number:
                        writer.Write(number);
                        break;
                    case string text:
                        writer.Write(text);
                        break;
                    default:
                        break;
                }
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    private static string Quote(string name) => new ClickHouseDialect().Quote(name);

    private static bool IsNullable(Array values) => values is not (double[] or long[]) && values.Cast<object?>().Contains(null);

    private static string TypeOf(Array values)
    {
        string type = values switch { double?[] or double[] => "Float64", long?[] or long[] => "Int64", _ => "String" };
        return IsNullable(values) ? $"Nullable({type})" : type;
    }
}

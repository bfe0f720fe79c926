using System.Diagnostics;
using Npgsql;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>Three PostgreSQL servers: what is loaded into them, and what a lost, a slow and a new one does.</summary>
[Collection(OnPostgres.Name)]
public class PostgresClusterTests(PostgresCluster cluster)
{
    [Fact]
    public async Task A_loaded_table_has_all_rows_once()
    {
        await PostgresRows.EnsureAsync(cluster);
        long?[] order = [.. Enumerable.Range(0, 100).Select(i => (long?)i)];
        double?[] numbers = [.. order.Select(i => i % 7 == 0 ? null : i % 5 == 0 ? -0.0 : 1e-300 * i)];
        string?[] texts = [.. order.Select(i => i % 9 == 0 ? null : $"it's \"{i}\" \\ \n Ä 🧬")];
        await cluster.LoadAsync(new("odd \"name\"", ("order", order), ("x'", numbers), ("t", texts)));
        foreach (string table in new[] { "\"odd \"\"name\"\"\"", "\"odd \"\"name\"\"_whole\"" })
        {
            List<object?[]> rows = await cluster.QueryAsync($"SELECT * FROM {table} ORDER BY 1");
            Assert.Equal(order, rows.Select(row => (long?)row[0]));
            Assert.Equal(numbers.Select(Bits), rows.Select(row => Bits((double?)row[1])));
            Assert.Equal(texts, rows.Select(row => (string?)row[2]));
        }

        List<object?[]> parts = await cluster.QueryAsync("SELECT tableoid, COUNT(*) FROM \"odd \"\"name\"\"\" GROUP BY 1");
        Assert.Equal(PostgresCluster.Shards, parts.Count);
        Assert.All(parts, part => Assert.InRange((long)part[1]!, 10, 60));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_server_that_is_lost_in_the_middle_is_an_error_and_used_again_when_it_is_back(int shard)
    {
        await PostgresRows.EnsureAsync(cluster);
        Assert.Equal(2, (await PostgresRows.PlanAsync(cluster, PostgresRows.Slow)).Split("Async Foreign Scan").Length - 1);
        Task<List<object?[]>> running = cluster.QueryAsync(PostgresRows.Slow);
        await Task.Delay(400, TestContext.Current.CancellationToken);
        cluster.Kill(shard);
        try
        {
            Assert.False(running.IsCompleted);
            await Assert.ThrowsAsync<PostgresException>(() => running);
            await Assert.ThrowsAsync<PostgresException>(() => cluster.QueryAsync(PostgresRows.Sums));
        }
        finally
        {
            await cluster.RestartAsync(shard);
        }

        Assert.Equal(PostgresRows.Count, (await cluster.QueryAsync(PostgresRows.Sums)).Sum(row => Convert.ToInt64(row[1], null)));
    }

    [Fact]
    public async Task The_coordinator_can_be_lost_too()
    {
        await PostgresRows.EnsureAsync(cluster);
        Task<List<object?[]>> running = cluster.QueryAsync(PostgresRows.Slow);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        cluster.Kill(0);
        try
        {
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => running);
        }
        finally
        {
            await cluster.RestartAsync(0);
        }

        Assert.Equal(PostgresRows.Count, (await cluster.QueryAsync(PostgresRows.Sums)).Sum(row => Convert.ToInt64(row[1], null)));
    }

    [Fact]
    public async Task A_slow_statement_is_stopped_everywhere_when_it_is_cancelled()
    {
        await PostgresRows.EnsureAsync(cluster);
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => cluster.QueryAsync(PostgresRows.Slow, cancelAfter: TimeSpan.FromSeconds(1)));

        Assert.InRange(clock.Elapsed.TotalSeconds, .9, 4);
        for (int shard = 0; shard < PostgresCluster.Shards; shard++)
        {
            await Idle(shard);
        }
    }

    [Fact]
    public async Task A_server_that_stands_still_does_not_hold_who_cancels()
    {
        await PostgresRows.EnsureAsync(cluster);
        cluster.Pause(1);
        try
        {
            var clock = Stopwatch.StartNew();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => cluster.QueryAsync(PostgresRows.Sums, cancelAfter: TimeSpan.FromSeconds(1)));
            Assert.InRange(clock.Elapsed.TotalSeconds, .9, 10);
        }
        finally
        {
            cluster.Resume(1);
        }

        Assert.Equal(PostgresRows.Count, (await cluster.QueryAsync(PostgresRows.Sums)).Sum(row => Convert.ToInt64(row[1], null)));
    }

    private static long? Bits(double? value) => value is { } number ? BitConverter.DoubleToInt64Bits(number) : null;

    private Task Idle(int shard) => Waiting.Until(async () => (long)(await cluster.QueryAsync(
        "SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()", shard))[0][0]! == 0);
}

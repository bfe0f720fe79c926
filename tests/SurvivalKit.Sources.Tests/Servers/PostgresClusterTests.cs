using System.Diagnostics;
using Npgsql;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>Three PostgreSQL servers: what a partitioned table of theirs sends, and what a lost, a slow and a new server does.</summary>
[Collection(PostgresCollection.Name)]
public class PostgresClusterTests(PostgresCluster cluster)
{
    private const int Rows = 30_000;

    private static bool _isLoaded;

    /// <summary>The shape in which only sums travel, and all servers work at once: sums of each part, then sums of these. Each column of
    /// the parts has to be used; where one is not, the parts are asked one after the other.</summary>
    private static readonly string Sums = "SELECT time, SUM(n) AS n, SUM(s) AS s FROM ("
        + string.Join(" UNION ALL ", Enumerable.Range(0, PostgresCluster.Shards).Select(shard =>
            $"SELECT time, COUNT(*) AS n, SUM(EXP(CAST('0.30000000000000004' AS DOUBLE PRECISION) * x)) AS s FROM sharded_{shard} GROUP BY time"))
        + ") AS parts GROUP BY time ORDER BY time";

    // Three seconds in each server at once; the rows come of views, since the coordinator would compute what is volatile itself.
    private const string Slow =
        "SELECT SUM(x) FROM (SELECT SUM(x) AS x FROM slow_0 UNION ALL SELECT SUM(x) FROM slow_1 UNION ALL SELECT SUM(x) FROM slow_2) AS parts";

    [Fact]
    public async Task A_loaded_table_has_all_rows_once()
    {
        await Load();
        long?[] order = [.. Enumerable.Range(0, 100).Select(i => (long?)i)];
        double?[] numbers = [.. order.Select(i => i % 7 == 0 ? null : i % 5 == 0 ? -0.0 : 1e-300 * i)];
        string?[] texts = [.. order.Select(i => i % 9 == 0 ? null : $"it's \"{i}\" \\ \n Ä 🧬")];
        await cluster.LoadAsync(new("odd \"name\"", ("order", order), ("x'", numbers), ("t", texts)));
        foreach (string table in new[] { "\"odd \"\"name\"\"\"", "\"odd \"\"name\"\"_whole\"" })
        {
            List<object?[]> rows = await Query($"SELECT * FROM {table} ORDER BY 1");
            Assert.Equal(order, rows.Select(row => (long?)row[0]));
            Assert.Equal(numbers.Select(Bits), rows.Select(row => Bits((double?)row[1])));
            Assert.Equal(texts, rows.Select(row => (string?)row[2]));
        }

        List<object?[]> parts = await Query("SELECT tableoid, COUNT(*) FROM \"odd \"\"name\"\"\" GROUP BY 1");
        Assert.Equal(PostgresCluster.Shards, parts.Count);
        Assert.All(parts, part => Assert.InRange((long)part[1]!, 10, 60));
    }

    [Fact]
    public async Task Only_sums_travel_in_this_shape()
    {
        await Load();
        string plan = await Plan(Sums);

        Assert.Equal(2, plan.Split("Async Foreign Scan").Length - 1);
        Assert.Equal(2, plan.Split("Relations: Aggregate on").Length - 1);
        Assert.Contains(
            "Remote SQL: SELECT \"time\", count(*), sum(exp((0.30000000000000004::double precision * x))) FROM public.sharded_1 GROUP BY 1",
            plan,
            StringComparison.Ordinal);

        List<object?[]> sums = await Query(Sums);
        List<object?[]> whole = await Query(
            "SELECT time, COUNT(*), SUM(EXP(CAST('0.30000000000000004' AS DOUBLE PRECISION) * x)) FROM sharded_whole GROUP BY 1 ORDER BY 1");
        Assert.Equal(whole.Select(row => (row[0], Convert.ToInt64(row[1], null))), sums.Select(row => (row[0], Convert.ToInt64(row[1], null))));
        Assert.All(
            whole.Zip(sums), pair => Assert.Equal(1, (double)pair.Second[2]! / (double)pair.First[2]!, 1e-13));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("on")]
    public async Task Rows_travel_where_the_table_is_grouped_as_a_whole(string partitionwise)
    {
        await Load();
        string plan = await Plan("SELECT time, SUM(x) FROM sharded GROUP BY time", $"SET enable_partitionwise_aggregate = {partitionwise}");

        Assert.Contains("Remote SQL: SELECT \"time\", x FROM public.sharded_1", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Aggregate on", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUM(CASE WHEN arm = 'B' THEN x ELSE 0 END)", true)]
    [InlineData("SUM(CASE WHEN arm IN ('B', 'C') THEN x ELSE 0 END)", true)]
    [InlineData("SUM(x) FILTER (WHERE arm = 'B')", true)]
    [InlineData("SUM(CAST(status AS DOUBLE PRECISION) * POWER(x, 3) * LN(x + 1) * SQRT(ABS(x)))", true)]
    [InlineData("PERCENTILE_DISC(.5) WITHIN GROUP (ORDER BY x)", true)]
    [InlineData("COUNT(DISTINCT x)", true)]
    [InlineData("SUM(GREATEST(x, .5))", false)]
    [InlineData("SUM(LEAST(x, .5))", false)]
    [InlineData("SUM(COALESCE(x, 0))", false)]
    [InlineData("SUM(NULLIF(x, 0))", false)]
    [InlineData("MAX(CAST(status AS TEXT))", false)]
    [InlineData("SUM(CAST(arm AS DOUBLE PRECISION))", false)]
    public async Task Expressions_are_computed_where_the_rows_are_or_rows_travel(string expression, bool isThere)
    {
        await Load();
        string plan = await Plan($"SELECT time, {expression} FROM sharded_1 GROUP BY time");

        Assert.Equal(isThere, plan.Contains("Aggregate on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_server_that_is_lost_in_the_middle_is_an_error_and_used_again_when_it_is_back(int shard)
    {
        await Load();
        Assert.Equal(2, (await Plan(Slow)).Split("Async Foreign Scan").Length - 1);
        Task<List<object?[]>> running = Query(Slow);
        await Task.Delay(400, TestContext.Current.CancellationToken);
        cluster.Kill(shard);
        try
        {
            Assert.False(running.IsCompleted);
            await Assert.ThrowsAsync<PostgresException>(() => running);
            await Assert.ThrowsAsync<PostgresException>(() => Query(Sums));
        }
        finally
        {
            await cluster.RestartAsync(shard);
        }

        Assert.Equal(Rows, (await Query(Sums)).Sum(row => Convert.ToInt64(row[1], null)));
    }

    [Fact]
    public async Task The_coordinator_can_be_lost_too()
    {
        await Load();
        Task<List<object?[]>> running = Query(Slow);
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

        Assert.Equal(Rows, (await Query(Sums)).Sum(row => Convert.ToInt64(row[1], null)));
    }

    [Fact]
    public async Task A_slow_statement_is_stopped_everywhere_when_it_is_cancelled()
    {
        await Load();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Query(Slow, cancellation.Token));

        Assert.InRange(clock.Elapsed.TotalSeconds, .9, 4);
        for (int shard = 0; shard < PostgresCluster.Shards; shard++)
        {
            await Idle(shard);
        }
    }

    [Fact]
    public async Task A_server_that_stands_still_does_not_hold_who_cancels()
    {
        await Load();
        cluster.Pause(1);
        try
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            var clock = Stopwatch.StartNew();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Query(Sums, cancellation.Token));
            Assert.InRange(clock.Elapsed.TotalSeconds, .9, 10);
        }
        finally
        {
            cluster.Resume(1);
        }

        Assert.Equal(Rows, (await Query(Sums)).Sum(row => Convert.ToInt64(row[1], null)));
    }

    private static long? Bits(double? value) => value is { } number ? BitConverter.DoubleToInt64Bits(number) : null;

    private async Task Load()
    {
        Servers.RequirePostgres();
        if (!_isLoaded)
        {
            int[] row = [.. Enumerable.Range(0, Rows)];
            await cluster.LoadAsync(new(
                "sharded",
                ("time", row.Select(i => (double)(i * 7919 % 300)).ToArray()),
                ("status", row.Select(i => (long)(i % 3 == 0 ? 1 : 0)).ToArray()),
                ("x", row.Select(i => i * 104729 % Rows / (double)Rows).ToArray()),
                ("arm", row.Select(i => (string?)"ABC".Substring(i % 3, 1)).ToArray())));
            for (int shard = 0; shard < PostgresCluster.Shards; shard++)
            {
                await cluster.RunAsync(
                    $"CREATE VIEW slow_{shard} AS "
                    + "SELECT i + CASE WHEN pg_sleep(.03) IS NULL THEN 1 ELSE 0 END AS x FROM generate_series(1, 100) AS i",
                    shard);
                if (shard > 0)
                {
                    await cluster.RunAsync($"CREATE FOREIGN TABLE slow_{shard} (x integer) SERVER shard_{shard}");
                }
            }

            _isLoaded = true;
        }
    }

    private async Task<string> Plan(string text, string settings = "SELECT 1") =>
        string.Join('\n', (await Query($"{settings}; EXPLAIN (VERBOSE, COSTS OFF) {text}")).Select(row => row[0]));

    private async Task<List<object?[]>> Query(string text, CancellationToken cancellation = default)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
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

    private async Task Idle(int shard)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionStringOf(shard));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await ClickHouseSafetyTests.Until(async () =>
        {
            await using var command = new NpgsqlCommand(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()", connection);
            return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! == 0;
        });
    }
}

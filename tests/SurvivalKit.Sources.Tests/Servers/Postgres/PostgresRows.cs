namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>A table of three PostgreSQL servers, and statements for it.</summary>
internal static class PostgresRows
{
    /// <summary>The number of its rows.</summary>
    public const int Count = 30_000;

    /// <summary>Three seconds in each server at once; the rows come of views, since the coordinator would compute what is volatile
    /// itself.</summary>
    public const string Slow =
        "SELECT SUM(x) FROM (SELECT SUM(x) AS x FROM slow_0 UNION ALL SELECT SUM(x) FROM slow_1 "
        + "UNION ALL SELECT SUM(x) FROM slow_2) AS parts";

    private static bool _isLoaded;

    /// <summary>The shape in which only sums travel, and all servers work at once: sums of each part, then sums of these. Each column of
    /// the parts has to be used; where one is not, the parts are asked one after the other.</summary>
    public static string Sums { get; } = "SELECT time, SUM(n) AS n, SUM(s) AS s FROM ("
        + string.Join(" UNION ALL ", Enumerable.Range(0, PostgresCluster.Shards).Select(shard =>
            "SELECT time, COUNT(*) AS n, SUM(EXP(CAST('0.30000000000000004' AS DOUBLE PRECISION) * x)) AS s "
            + $"FROM sharded_{shard} GROUP BY time"))
        + ") AS parts GROUP BY time ORDER BY time";

    /// <summary>Loads it, where that was not done; skips the test where there is no PostgreSQL.</summary>
    public static async Task EnsureAsync(PostgresCluster cluster)
    {
        Servers.RequirePostgres();
        if (_isLoaded)
        {
            return;
        }

        int[] row = [.. Enumerable.Range(0, Count)];
        await cluster.LoadAsync(new(
            "sharded",
            ("time", row.Select(i => (double)(i * 7919 % 300)).ToArray()),
            ("status", row.Select(i => (long)(i % 3 == 0 ? 1 : 0)).ToArray()),
            ("x", row.Select(i => i * 104729 % Count / (double)Count).ToArray()),
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

    /// <summary>How the coordinator would run a statement.</summary>
    public static async Task<string> PlanAsync(PostgresCluster cluster, string text, string settings = "SELECT 1") => string.Join(
        '\n', (await cluster.QueryAsync($"{settings}; EXPLAIN (VERBOSE, COSTS OFF) {text}")).Select(row => row[0]));
}

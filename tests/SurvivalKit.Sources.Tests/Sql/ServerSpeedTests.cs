using System.Globalization;
using Npgsql;
using SurvivalKit.Sources.Tests.Servers;

namespace SurvivalKit.Sources.Tests;

/// <summary>The seconds of a Cox fit to ten million rows on three servers, for the table of the README; run where they are asked for by
/// <c>-explicit only</c>.</summary>
public class ServerSpeedTests(ITestOutputHelper output)
{
    private const int Rows = 10_000_000;
    private const string Formula = "Surv(time, status) ~ x1 + x2 + x3 + x4 + x5";

    [Fact(Explicit = true)]
    public async Task Three_servers_of_PostgreSQL()
    {
        Servers.Servers.RequirePostgres();
        await using var cluster = new PostgresCluster();
        await cluster.InitializeAsync();
        const string Columns = "part int, time float8, status bigint, x1 float8, x2 float8, x3 float8, x4 float8, x5 float8";
        await cluster.RunAsync($"CREATE TABLE events ({Columns}) PARTITION BY LIST (part)");
        await Task.WhenAll(Enumerable.Range(0, PostgresCluster.Shards).Select(async shard =>
        {
            string count = FormattableString.Invariant($"{(Rows + shard) / PostgresCluster.Shards}");
            await cluster.RunAsync(
                $"""
                CREATE TABLE events_{shard} ({Columns});
                INSERT INTO events_{shard}
                SELECT {shard}, least(3650, 1 + floor(-ln(1 - u) * 1500 * exp(0.2 * x2 - 0.3 * x1))), CASE WHEN v < 0.6 THEN 1 ELSE 0 END,
                    x1, x2, x3, x4, x5
                FROM (SELECT random() AS u, random() AS v, 2 * random() - 1 AS x1, 2 * random() - 1 AS x2, 2 * random() - 1 AS x3,
                    CASE WHEN random() < 0.5 THEN 1.0 ELSE 0.0 END AS x4, CASE WHEN random() < 0.3 THEN 1.0 ELSE 0.0 END AS x5
                    FROM generate_series(1, {count})) AS r;
                ANALYZE events_{shard};
                """,
                shard);
            await cluster.RunAsync(shard == 0
                ? "ALTER TABLE events ATTACH PARTITION events_0 FOR VALUES IN (0)"
                : $"CREATE FOREIGN TABLE events_{shard} PARTITION OF events FOR VALUES IN ({shard}) SERVER shard_{shard}");
        }));
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        var statements = new List<SqlRun>();
        using SqlSource source = SqlSource.From(connection, "events", new SqlOptions { Ran = statements.Add });
        Tell("three PostgreSQL servers", source.Cox(Formula), statements);
    }

    [Fact(Explicit = true)]
    public async Task Three_servers_of_ClickHouse()
    {
        Servers.Servers.RequireClickHouse();
        await using var cluster = new ClickHouseCluster();
        await cluster.InitializeAsync();
        const string Columns = "time Float64, status Int64, x1 Float64, x2 Float64, x3 Float64, x4 Float64, x5 Float64";
        await Task.WhenAll(Enumerable.Range(0, ClickHouseCluster.Shards).Select(async shard =>
        {
            string count = FormattableString.Invariant($"{(Rows + shard) / ClickHouseCluster.Shards}");
            static string Uniform(int i) => FormattableString.Invariant($"(rand64({i}) / 18446744073709551616.)");
            await cluster.RunAsync($"CREATE TABLE events_local ({Columns}) ENGINE = MergeTree ORDER BY tuple()", shard);
            await cluster.RunAsync(
                $"""
                INSERT INTO events_local
                SELECT least(3650., 1 + floor(-log(1 - u) * 1500 * exp(0.2 * x2 - 0.3 * x1))), toInt64(v < 0.6), x1, x2, x3, x4, x5
                FROM (SELECT {Uniform(1)} AS u, {Uniform(2)} AS v, 2 * {Uniform(3)} - 1 AS x1, 2 * {Uniform(4)} - 1 AS x2,
                    2 * {Uniform(5)} - 1 AS x3, toFloat64({Uniform(6)} < 0.5) AS x4, toFloat64({Uniform(7)} < 0.3) AS x5
                    FROM system.numbers LIMIT {count})
                """,
                shard);
            await cluster.RunAsync(
                $"CREATE TABLE events ({Columns}) ENGINE = Distributed({ClickHouseConfiguration.Cluster}, default, events_local)", shard);
        }));
        var statements = new List<SqlRun>();
        using SqlSource source = SqlSource.Open(
            $"clickhouse://{cluster.Address.Host}:{cluster.Address.Port}/default?table=events", new SqlOptions { Ran = statements.Add });
        Tell("three ClickHouse servers", source.Cox(Formula), statements);
    }

    private void Tell(string where, CoxFit fit, List<SqlRun> statements)
    {
        Assert.Equal(Rows, fit.Observations);
        Assert.Equal(0.28, fit.Terms[0].Coefficient, 0.03);
        double[] passes = [.. statements.Where(run => run.Text.Contains("SUM(r)", StringComparison.Ordinal)).Select(run => run.Seconds)];
        double all = statements.Sum(run => run.Seconds);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{where}, {fit.Observations:N0} rows: {passes.Length} passes, the slowest {passes.Max():0.00} s, all statements {all:0.00} s"));
    }
}

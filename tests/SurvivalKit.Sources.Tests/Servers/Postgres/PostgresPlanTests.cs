namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>What a partitioned table on three PostgreSQL servers sends: sums, or rows.</summary>
[Collection(OnPostgres.Name)]
public class PostgresPlanTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Only_sums_travel_in_this_shape()
    {
        await PostgresRows.EnsureAsync(cluster);
        string plan = await PostgresRows.PlanAsync(cluster, PostgresRows.Sums);

        Assert.Equal(2, plan.Split("Async Foreign Scan").Length - 1);
        Assert.Equal(2, plan.Split("Relations: Aggregate on").Length - 1);
        Assert.Contains(
            "Remote SQL: SELECT \"time\", count(*), sum(exp((0.30000000000000004::double precision * x))) FROM public.sharded_1 GROUP BY 1",
            plan,
            StringComparison.Ordinal);

        List<object?[]> sums = await cluster.QueryAsync(PostgresRows.Sums);
        List<object?[]> whole = await cluster.QueryAsync(
            "SELECT time, COUNT(*), SUM(EXP(CAST('0.30000000000000004' AS DOUBLE PRECISION) * x)) FROM sharded_whole "
            + "GROUP BY time ORDER BY time");
        Assert.Equal(whole.Select(row => row[0]), sums.Select(row => row[0]));
        Assert.Equal(whole.Select(row => (decimal)(long)row[1]!), sums.Select(row => (decimal)row[1]!));
        Assert.All(
            whole.Zip(sums), pair => Assert.Equal(1, (double)pair.Second[2]! / (double)pair.First[2]!, 1e-13));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("on")]
    public async Task Rows_travel_where_the_table_is_grouped_as_a_whole(string partitionwise)
    {
        await PostgresRows.EnsureAsync(cluster);
        string plan = await PostgresRows.PlanAsync(
            cluster, "SELECT time, SUM(x) FROM sharded GROUP BY time", $"SET enable_partitionwise_aggregate = {partitionwise}");

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
        await PostgresRows.EnsureAsync(cluster);
        string plan = await PostgresRows.PlanAsync(cluster, $"SELECT time, {expression} FROM sharded_1 GROUP BY time");

        Assert.Equal(isThere, plan.Contains("Aggregate on", StringComparison.Ordinal));
    }
}

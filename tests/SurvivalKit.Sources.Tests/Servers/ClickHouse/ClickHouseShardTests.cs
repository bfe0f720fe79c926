using System.Diagnostics;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>A distributed table whose servers are lost, slow, and there again.</summary>
[Collection(OnClickHouse.Name)]
public class ClickHouseShardTests(ClickHouseCluster cluster)
{
    private const int Rows = 300_000;

    // A second for each server at least, while it sends nothing: there is time to lose one.
    private const string Slow = "SELECT x, count() AS n, sum(sleep(1)) AS s FROM sharded GROUP BY x ORDER BY x";

    // Rows as they are, in blocks: some have come when a server is lost.
    private const string Stream = "SELECT x, sleep(1) AS s FROM sharded";
    private const string Plain = "SELECT x, count() AS n FROM sharded GROUP BY x ORDER BY x";

    private static bool _isLoaded;

    [Theory]
    [InlineData(ClickHouseConfiguration.User, Slow, 1, 100)]
    [InlineData(ClickHouseConfiguration.User, Slow, 2, 1200)]
    [InlineData(ClickHouseConfiguration.User, Stream, 1, 1500)]
    [InlineData(ClickHouseConfiguration.Lossy, Slow, 1, 700)]
    public async Task A_server_that_is_lost_in_the_middle_is_a_sentence_and_used_again_when_it_is_back(
        string user, string text, int shard, int milliseconds)
    {
        using ClickHouseEngine engine = await Engine(user: user);
        Whole(engine);
        Task<SqlAnswer> running = Task.Run(() => engine.Ask(text), TestContext.Current.CancellationToken);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        cluster.Kill(shard);
        try
        {
            Assert.False(running.IsCompleted);
            var error = await Assert.ThrowsAsync<SurvivalDataException>(() => running);
            Assert.Contains("holds a part of the rows cannot be reached or broke off", error.Message, StringComparison.Ordinal);
            Sentence.Check(error);

            Assert.Contains("holds a part of the rows", Sentence.Of(engine, Plain), StringComparison.Ordinal);
        }
        finally
        {
            await cluster.RestartAsync(shard);
        }

        Whole(engine);
    }

    [Fact]
    public async Task A_server_asked_that_is_lost_in_the_middle_is_a_sentence()
    {
        using ClickHouseEngine engine = await Engine(2);
        Whole(engine);
        Task<SqlAnswer> running = Task.Run(() => engine.Ask(Slow), TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        cluster.Kill(2);
        try
        {
            var error = await Assert.ThrowsAsync<SurvivalDataException>(() => running);
            Assert.Equal($"{engine.Name}: the server broke off before the end of its answer.", error.Message);
        }
        finally
        {
            await cluster.RestartAsync(2);
        }

        Whole(engine);
    }

    [Fact]
    public async Task A_slow_server_is_not_waited_for_longer_than_allowed()
    {
        using ClickHouseEngine engine = await Engine(options: new SqlOptions { TimeoutSeconds = 2 });
        Whole(engine);
        cluster.Pause(1);
        try
        {
            var clock = Stopwatch.StartNew();
            string message = Sentence.Of(engine, Plain);
            Assert.InRange(clock.Elapsed.TotalSeconds, 1, 20);
            Assert.Matches("took longer than 2 seconds|holds a part of the rows", message);
        }
        finally
        {
            cluster.Resume(1);
        }

        Whole(engine);
    }

    [Fact]
    public async Task A_slow_server_can_be_cancelled()
    {
        using ClickHouseEngine engine = await Engine();
        Whole(engine);
        cluster.Pause(1);
        try
        {
            var clock = Stopwatch.StartNew();
            using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            Assert.ThrowsAny<OperationCanceledException>(() => engine.Run(new(Plain), cancellation.Token));
            Assert.InRange(clock.Elapsed.TotalSeconds, .9, 15);
        }
        finally
        {
            cluster.Resume(1);
        }

        Whole(engine);
        await Waiting.Until(async () =>
            await cluster.RunAsync("SELECT count() FROM system.processes WHERE query_id LIKE 'survivalkit-%'") == "0\n");
    }

    [Fact]
    public async Task Subqueries_on_distributed_tables_see_all_rows()
    {
        using ClickHouseEngine engine = await Engine();
        Whole(engine);
        SqlAnswer answer = engine.Ask(
            "SELECT count() AS n FROM sharded WHERE x IN (SELECT x FROM sharded GROUP BY x HAVING count() = 300) ");

        Assert.Equal(Rows, answer.Numbers(0)[0]);
    }

    private static void Whole(ClickHouseEngine engine)
    {
        SqlAnswer answer = engine.Ask(Plain);
        Assert.Equal(1000, answer.Rows);
        Assert.All(answer.Numbers(1), count => Assert.Equal(Rows / 1000, count));
    }

    private async Task<ClickHouseEngine> Engine(
        int shard = 0, string user = ClickHouseConfiguration.User, SqlOptions? options = null)
    {
        Servers.RequireClickHouse();
        if (!_isLoaded)
        {
            await cluster.LoadAsync(new("sharded", ("x", Enumerable.Range(0, Rows).Select(i => (long)(i % 1000)).ToArray())));
            _isLoaded = true;
        }

        return new(
            cluster.AddressOf(shard), "default", user, ClickHouseConfiguration.Password, options ?? new SqlOptions());
    }
}

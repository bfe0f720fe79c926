using System.Diagnostics;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>What a ClickHouse server refuses, stops, and never tells.</summary>
[Collection(OnClickHouse.Name)]
public class ClickHouseSafetyTests(ClickHouseCluster cluster)
{
    // Long, and stopped only between blocks.
    private const string Long = "SELECT count() FROM system.numbers WHERE NOT ignore(sqrt(number))";

    [Theory]
    [InlineData("CREATE TABLE made ENGINE = Memory AS SELECT 1 AS a", true)]
    [InlineData("DROP TABLE kept", true)]
    [InlineData("INSERT INTO kept SELECT 1", false)]
    [InlineData("ALTER TABLE kept ADD COLUMN b Int8", true)]
    [InlineData("SET readonly = 0", false)]
    [InlineData("SELECT * FROM url('http://127.0.0.1:1/', 'TSV', 'a Int8')", true)]
    [InlineData("SELECT * FROM file('passwd', 'TSV', 'a String')", true)]
    [InlineData("SELECT 1; DROP TABLE kept", false)]
    [InlineData("SELECT 1 INTO OUTFILE '/tmp/made'", false)]
    [InlineData("SELECT 1 FORMAT CSV", false)]
    public async Task Only_reading_is_allowed(string text, bool isStatement)
    {
        using ClickHouseEngine engine = Engine();
        await cluster.RunAsync("CREATE TABLE IF NOT EXISTS kept (a Int8) ENGINE = MergeTree ORDER BY a");
        string message = Sentence.Of(engine, text);

        Assert.Contains(isStatement ? "only reading is allowed" : "refused", message, StringComparison.Ordinal);
        Assert.Equal("0\n", await cluster.RunAsync("SELECT count() FROM kept"));
        Assert.Equal("0\n", await cluster.RunAsync("EXISTS TABLE made"));
    }

    [Theory]
    [InlineData("SELECT nothing FROM system.one")]
    [InlineData("SELECT * FROM missing")]
    [InlineData("SELECT number, throwIf(number = 2900000) FROM system.numbers LIMIT 3000000")]
    public void An_error_is_one_sentence(string text)
    {
        using ClickHouseEngine engine = Engine();
        string message = Sentence.Of(engine, text);

        Assert.StartsWith($"{engine.Name}: the statement was refused: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("DB::", message, StringComparison.Ordinal);
        Assert.DoesNotContain("displayText", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_stopped()
    {
        using ClickHouseEngine engine = Engine(options: new SqlOptions { TimeoutSeconds = 1 });
        var clock = Stopwatch.StartNew();
        string message = Sentence.Of(engine, Long);

        Assert.Equal($"{engine.Name}: the statement took longer than 1 seconds and was stopped.", message);
        Assert.InRange(clock.Elapsed.TotalSeconds, .9, 10);
        await NothingRuns();
    }

    [Fact]
    public async Task A_cancelled_statement_is_stopped_in_the_server()
    {
        using ClickHouseEngine engine = Engine();
        engine.Ask("SELECT 1");
        using var cancellation = new CancellationTokenSource();
        Task<SqlAnswer> running = Task.Run(() => engine.Run(new(Long), cancellation.Token), TestContext.Current.CancellationToken);
        await Waiting.Until(async () => await Running() == 1);
        await cancellation.CancelAsync();

        var stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(cancellation.Token, stopped.CancellationToken);
        await NothingRuns();
        Assert.Equal(2, engine.Ask("SELECT 2").Numbers(0)[0]);
    }

    [Theory]
    [InlineData("reader", "wrong-password")]
    [InlineData("nobody-known", "wrong-password")]
    public void A_wrong_password_is_a_sentence_without_it(string user, string password)
    {
        Servers.RequireClickHouse();
        using var engine = new ClickHouseEngine(cluster.Address, "default", user, password, new SqlOptions());
        string message = Sentence.Of(engine, "SELECT 1");

        Assert.Contains("does not know the user or the password", message, StringComparison.Ordinal);
        Assert.DoesNotContain(user, message, StringComparison.Ordinal);
        Assert.DoesNotContain(password, message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_user_and_the_password_of_an_address_are_used_and_not_told()
    {
        Servers.RequireClickHouse();
        var address = new Uri(FormattableString.Invariant($"clickhouse://reader:{Uri.EscapeDataString(ClickHouseConfiguration.Password)}")
            + FormattableString.Invariant($"@127.0.0.1:{cluster.Address.Port}"));
        using var engine = new ClickHouseEngine(address, "default", null, null, new SqlOptions());

        Assert.Equal("reader", engine.Ask("SELECT user FROM system.processes WHERE query_id LIKE 'survivalkit-%'").Texts(0)[0]);
        Assert.Equal(FormattableString.Invariant($"clickhouse://127.0.0.1:{cluster.Address.Port}/default"), engine.Name);
        Assert.DoesNotContain("reader", Sentence.Of(engine, "SELECT nothing"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_not_there_is_a_sentence()
    {
        var address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{Servers.FreePorts(1)[0]}"));
        using var engine = new ClickHouseEngine(address, "default", "someone", "secret", new SqlOptions());

        Assert.Equal(
            $"{engine.Name}: the server cannot be reached; a ClickHouse server with its HTTP interface was expected.",
            Sentence.Of(engine, "SELECT 1"));
    }

    [Fact]
    public void A_user_who_may_change_nothing_is_served_where_the_settings_are_right()
    {
        using ClickHouseEngine engine = Engine(ClickHouseConfiguration.Guarded);

        Assert.Equal(1, engine.Ask("SELECT 1").Numbers(0)[0]);
        Assert.Contains("only reading is allowed", Sentence.Of(engine, "DROP TABLE made"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_whose_settings_make_answers_short_is_refused()
    {
        using ClickHouseEngine engine = Engine(ClickHouseConfiguration.Careless);

        Assert.Equal(
            $"{engine.Name}: the user may not change settings (readonly = 1 in its profile), and skip_unavailable_shards is 1; 0, or a "
            + "profile with readonly = 2, was expected.",
            Sentence.Of(engine, "SELECT 1"));
    }

    [Fact]
    public async Task Settings_of_a_user_do_not_change_an_answer()
    {
        Servers.RequireClickHouse();
        await cluster.LoadAsync(new("of_hasty", ("x", Enumerable.Range(0, 30).Select(i => (long?)(i % 5)).ToArray())));
        using ClickHouseEngine engine = Engine(ClickHouseConfiguration.Hasty);

        Assert.Equal([6, 6, 6, 6, 6], engine.Ask("SELECT x, count() FROM of_hasty GROUP BY x ORDER BY x").Numbers(1));
        Assert.Contains(
            "refused: Limit for rows to GROUP BY exceeded",
            Sentence.Of(engine, "SELECT number, count() FROM (SELECT number FROM system.numbers LIMIT 50) GROUP BY number"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_statement_is_taken()
    {
        using ClickHouseEngine engine = Engine();
        string sum = string.Join(" + ", Enumerable.Repeat(engine.Dialect.Number(.5), 8000));

        Assert.Equal(4000, engine.Ask($"SELECT arraySum([{sum.Replace(" +", ",", StringComparison.Ordinal)}]) AS x").Numbers(0)[0]);
    }

    private Task NothingRuns() => Waiting.Until(async () => await Running() == 0);

    private async Task<int> Running() => int.Parse(
        await cluster.RunAsync("SELECT count() FROM system.processes WHERE query_id LIKE 'survivalkit-%'"), null);

    private ClickHouseEngine Engine(string user = ClickHouseConfiguration.User, SqlOptions? options = null)
    {
        Servers.RequireClickHouse();
        return new(cluster.Address, "default", user, ClickHouseConfiguration.Password, options ?? new SqlOptions());
    }
}

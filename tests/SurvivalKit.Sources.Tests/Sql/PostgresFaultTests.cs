using Npgsql;
using SurvivalKit.Sources.Tests.Servers;

namespace SurvivalKit.Sources.Tests;

/// <summary>A source over three PostgreSQL servers of which one is lost, slow, or asked to write.</summary>
[Collection(OnPostgres.Name)]
public class PostgresFaultTests(PostgresCluster cluster)
{
    private const string Slow =
        "SELECT x AS time, 1 AS status FROM (SELECT x FROM slow_0 UNION ALL SELECT x FROM slow_1 UNION ALL SELECT x FROM slow_2) AS parts";

    private const string Formula = "Surv(time, status) ~ 1";

    [Fact]
    public async Task ALostServerIsASentenceAndIsUsedAgainWhenItIsBack()
    {
        await PostgresRows.EnsureAsync(cluster);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        using var source = SqlSource.From(connection, Slow);
        Task<KaplanMeierCurves> running = Task.Run(() => source.KaplanMeier(Formula));
        await Task.Delay(800, TestContext.Current.CancellationToken);
        cluster.Kill(2);
        try
        {
            SurvivalDataException lost = await Assert.ThrowsAsync<SurvivalDataException>(() => running);
            Assert.DoesNotContain('\n', lost.Message);
            Assert.Throws<SurvivalDataException>(() => source.KaplanMeier(Formula));
        }
        finally
        {
            await cluster.RestartAsync(2);
        }

        Assert.Equal(300, source.KaplanMeier(Formula)[0].Observations);
    }

    [Fact]
    public async Task ASlowStatementCanBeCancelled()
    {
        await PostgresRows.EnsureAsync(cluster);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        using var source = SqlSource.From(connection, Slow);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(.7));
        Assert.ThrowsAny<OperationCanceledException>(() => source.KaplanMeier(Formula, cancellation: stop.Token));
        Assert.Equal(300, source.KaplanMeier(Formula, cancellation: TestContext.Current.CancellationToken)[0].Observations);
    }

    [Fact]
    public async Task AStatementEndsWithItsTime()
    {
        await PostgresRows.EnsureAsync(cluster);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        using var source = SqlSource.From(connection, Slow, new SqlOptions { TimeoutSeconds = 1 });
        Assert.Contains(
            "longer than 1 seconds",
            Assert.Throws<SurvivalDataException>(() => source.KaplanMeier(Formula)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsWritten()
    {
        await PostgresRows.EnsureAsync(cluster);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        using var source = SqlSource.From(connection, "WITH gone AS (DELETE FROM sharded_whole RETURNING *) SELECT time, status FROM gone");
        Assert.Throws<SurvivalDataException>(() => source.KaplanMeier(Formula));
        using var function = SqlSource.From(connection, "SELECT nextval('counted') AS time, 1 AS status");
        await cluster.RunAsync("CREATE SEQUENCE IF NOT EXISTS counted");
        Assert.Contains(
            "read-only", Assert.Throws<SurvivalDataException>(() => function.KaplanMeier(Formula)).Message, StringComparison.Ordinal);
        using var whole = SqlSource.From(connection, "sharded_whole");
        Assert.Equal(PostgresRows.Count, whole.KaplanMeier(Formula)[0].Observations);
    }

    [Fact]
    public async Task OnlySumsTravel()
    {
        await PostgresRows.EnsureAsync(cluster);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        using var engine = new RecordingEngine(new DbConnectionEngine(connection, new PostgresDialect(), "test", new SqlOptions(), false));
        var relation = new SqlRelation(engine, "sharded");
        using var source = new SqlSource(engine, relation, new SqlOptions());
        source.Cox("Surv(time, status) ~ sqrt(x) + cut(x, c(-1, .3, .8, 2))");
        string[] sums = [.. engine.Statements.Where(text => text.Contains("exp(", StringComparison.OrdinalIgnoreCase))];
        Assert.NotEmpty(sums);
        foreach (string statement in sums)
        {
            string plan = await PostgresRows.PlanAsync(cluster, statement);
            Assert.Equal(2, plan.Split("Relations: Aggregate on").Length - 1);
            Assert.Equal(2, plan.Split("Async Foreign Scan").Length - 1);
        }
    }

    [Fact]
    public async Task StandardSqlIsEnough()
    {
        await PostgresRows.EnsureAsync(cluster);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        using var engine = new DbConnectionEngine(connection, new AnsiDialect(), "test", new SqlOptions(), false);
        using var source = new SqlSource(engine, new SqlRelation(engine, "sharded_whole"), new SqlOptions());
        using var usual = SqlSource.From(connection, "sharded");
        const string Model = "Surv(time, status) ~ log(x + 1) + I(x > .5) + cut(x, c(-1, .3, .8, 2))";
        CoxFit expected = usual.Cox(Model);
        CoxFit actual = source.Cox(Model);
        Assert.Equal(expected.LogLikelihood, actual.LogLikelihood, 1e-8);
        Assert.Equal(
            expected.Terms.Select(term => term.Coefficient),
            actual.Terms.Select(term => term.Coefficient),
            (left, right) => Math.Abs(left - right) < 1e-10);
    }

    private sealed class RecordingEngine(ISqlEngine inner) : ISqlEngine
    {
        public List<string> Statements { get; } = [];

        public SqlDialect Dialect => inner.Dialect;

        public string Name => inner.Name;

        public SqlAnswer Run(SqlStatement statement, CancellationToken cancellation = default)
        {
            string text = statement.Text;
            for (int i = statement.Parameters.Length; i > 0; i--)
            {
                text = text.Replace($"${i}", Dialect.Text((string)statement.Parameters[i - 1]), StringComparison.Ordinal);
            }

            Statements.Add(text);
            return inner.Run(statement, cancellation);
        }

        public void Dispose() => inner.Dispose();
    }
}

using Microsoft.Data.Analysis;
using Npgsql;
using SurvivalKit.Sources.Tests.Servers;

namespace SurvivalKit.Sources.Tests;

/// <summary>Everything that is computed in a database, over three PostgreSQL servers and over one table.</summary>
[Collection(OnPostgres.Name)]
public class PostgresSqlTests(PostgresCluster cluster)
{
    private static ServerSets? _sets;

    [Theory]
    [MemberData(nameof(SqlCoxTests.Cases), MemberType = typeof(SqlCoxTests))]
    public async Task FitsAreThoseOfTheRows(string set, string formula)
    {
        DataFrame rows = await Load(set);
        CoxFit expected = CoxModel.Fit(rows, formula);
        foreach (string table in new[] { set, set + "_whole" })
        {
            await using var connection = new NpgsqlConnection(cluster.ConnectionString);
            using var source = SqlSource.From(connection, table);
            SqlCoxTests.Check(expected, source.Cox(formula), rows);
        }
    }

    [Theory]
    [MemberData(nameof(SqlCoxTests.RobustCases), MemberType = typeof(SqlCoxTests))]
    public async Task RobustErrorsAreThoseOfTheRows(string set, string formula, string? cluster1, string? weights)
    {
        DataFrame rows = await Load(set);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        using var source = SqlSource.From(connection, set);
        SqlCoxTests.CheckRobust(rows, source, formula, cluster1, weights);
    }

    [Theory]
    [MemberData(nameof(SqlCurvesTests.Cases), MemberType = typeof(SqlCurvesTests))]
    public async Task CurvesAreThoseOfTheRows(string set, string formula)
    {
        DataFrame rows = await Load(set);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        using var source = SqlSource.From(connection, set);
        SqlCurvesTests.Check(rows, source, formula);
    }

    [Theory]
    [MemberData(nameof(SqlCoxTests.InRanges), MemberType = typeof(SqlCoxTests))]
    public async Task RangesOfTimeMakeNoDifference(string set, string formula, string? cluster1)
    {
        DataFrame rows = await Load(set);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        using var source = SqlSource.From(connection, set, SqlCoxTests.FewCells(formula));
        SqlCoxTests.CheckRobust(rows, source, formula, cluster1, weights: null);
        SqlCurvesTests.Check(rows, source, formula.Split('~')[0] + "~ 1");
    }

    private Task<DataFrame> Load(string set)
    {
        Servers.Servers.RequirePostgres();
        _sets ??= new ServerSets(cluster.LoadAsync);
        return _sets.LoadAsync(set);
    }
}

using Microsoft.Data.Analysis;
using SurvivalKit.Sources.Tests.Servers;

namespace SurvivalKit.Sources.Tests;

/// <summary>Everything that is computed in a database, over three ClickHouse servers.</summary>
[Collection(OnClickHouse.Name)]
public class ClickHouseSqlTests(ClickHouseCluster cluster)
{
    private static ServerSets? _sets;

    [Theory]
    [MemberData(nameof(SqlCoxTests.Cases), MemberType = typeof(SqlCoxTests))]
    public async Task FitsAreThoseOfTheRows(string set, string formula)
    {
        DataFrame rows = await Load(set);
        using SqlSource source = Open(set);
        SqlCoxTests.Check(CoxModel.Fit(rows, formula), source.Cox(formula), rows);
    }

    [Theory]
    [MemberData(nameof(SqlCoxTests.RobustCases), MemberType = typeof(SqlCoxTests))]
    public async Task RobustErrorsAreThoseOfTheRows(string set, string formula, string? cluster1, string? weights)
    {
        DataFrame rows = await Load(set);
        using SqlSource source = Open(set);
        SqlCoxTests.CheckRobust(rows, source, formula, cluster1, weights);
    }

    [Theory]
    [MemberData(nameof(SqlCurvesTests.Cases), MemberType = typeof(SqlCurvesTests))]
    public async Task CurvesAreThoseOfTheRows(string set, string formula)
    {
        DataFrame rows = await Load(set);
        using SqlSource source = Open(set);
        SqlCurvesTests.Check(rows, source, formula);
    }

    [Theory]
    [MemberData(nameof(SqlCoxTests.InRanges), MemberType = typeof(SqlCoxTests))]
    public async Task RangesOfTimeMakeNoDifference(string set, string formula, string? cluster1)
    {
        DataFrame rows = await Load(set);
        using SqlSource source = Open(set, SqlCoxTests.FewCells(formula));
        SqlCoxTests.CheckRobust(rows, source, formula, cluster1, weights: null);
        SqlCurvesTests.Check(rows, source, formula.Split('~')[0] + "~ 1");
    }

    private SqlSource Open(string set, SqlOptions? options = null) =>
        SqlSource.Open($"clickhouse://{cluster.Address.Host}:{cluster.Address.Port}/default?table={set}", options);

    private Task<DataFrame> Load(string set)
    {
        Servers.Servers.RequireClickHouse();
        _sets ??= new ServerSets(cluster.LoadAsync);
        return _sets.LoadAsync(set);
    }
}

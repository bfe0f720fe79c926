using System.Data.Common;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

public class SqlCurvesTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "lung", "Surv(time, status) ~ sex" },
        { "lung", "Surv(time, status) ~ factor(ph.ecog) + sex" },
        { "lung", "Surv(time / 30.4375, status == 2) ~ I(age > 60)" },
        { "lung", "Surv(time, status) ~ cut(age, c(0, 50, 60, 70, 100))" },
        { "lung", "Surv(time, status) ~ cut(age, 3) + strata(sex)" },
        { "lung", "Surv(time, status) ~ 1" },
        { "veteran", "Surv(time, status) ~ celltype" },
        { "veteran", "Surv(time, status) ~ trt + strata(celltype)" },
        { "heart", "Surv(start, stop, event) ~ transplant" },
        { "ovarian", "Surv(futime, fustat) ~ rx" },
        { "bladder", "Surv(stop, event) ~ rx" },
        { "kidney", "Surv(time, status) ~ disease" },
        { "mgus2", "Surv(futime, death) ~ sex" },
        { SqlData.NearTies, "Surv(time, status) ~ g" },
        { SqlData.NearTies, "Surv(enter, time, status) ~ g" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void CurvesAreThoseOfTheRows(string set, string formula)
    {
        DataFrame rows = SqlData.Load(set);
        using DbConnection database = DuckDbTable.Of(rows);
        using var source = SqlSource.From(database, "t");
        Check(rows, source, formula);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RangesOfTimeMakeNoDifference(string set, string formula)
    {
        DataFrame rows = SqlData.Load(set);
        using DbConnection database = DuckDbTable.Of(rows);
        Check(rows, SqlSource.From(database, "t", new SqlOptions { MostCells = 30 }), formula);
    }

    [Fact]
    public void RowsWithoutTimeAreCountedInOneOfTheRanges()
    {
        DataFrame rows = SqlData.Load("lung");
        rows["time"] = new DoubleDataFrameColumn("time", Enumerable.Range(0, (int)rows.Rows.Count).Select(row =>
            row % 10 == 3 ? (double?)null : Convert.ToDouble(rows["time"][row], null)));
        using DbConnection database = DuckDbTable.Of(rows);
        Check(rows, SqlSource.From(database, "t", new SqlOptions { MostCells = 30 }), "Surv(time, status) ~ sex");
    }

    [Fact]
    public void StatementsAreTold()
    {
        using DbConnection database = DuckDbTable.Of(SqlData.Load("lung"));
        var told = new List<SqlRun>();
        SqlSource.From(database, "t", new SqlOptions { Ran = told.Add }).KaplanMeier("Surv(time, status) ~ 1");
        Assert.InRange(told[^1].Rows, 186, 228);
        Assert.Contains("GROUP BY", told[^1].Text, StringComparison.Ordinal);
        Assert.All(told, run => Assert.InRange(run.Seconds, 0, 60));
    }

    internal static void Check(DataFrame rows, SqlSource source, string formula)
    {
        SameResults.Check(KaplanMeier.Fit(rows, formula), source.KaplanMeier(formula));
        SameResults.Check(NelsonAalen.Fit(rows, formula), source.NelsonAalen(formula));
        var oneByOne = new NelsonAalenOptions { Method = HazardMethod.FlemingHarrington };
        SameResults.Check(NelsonAalen.Fit(rows, formula, oneByOne), source.NelsonAalen(formula, oneByOne));
        KaplanMeierCurves expected = KaplanMeier.Fit(rows, formula);
        KaplanMeierCurves actual = source.KaplanMeier(formula);
        SameResults.Check(expected.FollowUp(), actual.FollowUp());
        if (expected.Count > 1)
        {
            SameResults.Check(LogRank.Test(rows, formula), source.LogRank(formula));
        }
    }
}

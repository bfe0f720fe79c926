using System.Data.Common;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

public class SqlCoxTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "lung", "Surv(time, status) ~ age + sex + ph.ecog" },
        { "lung", "Surv(time, status) ~ age + factor(sex) * ph.ecog + strata(inst)" },
        { "lung", "Surv(time, status) ~ log(age) + I(wt.loss > 10) + sqrt(meal.cal) + offset(ph.karno / 100)" },
        { "lung", "Surv(time, status) ~ ns(age, df = 3) + sex" },
        { "lung", "Surv(time, status) ~ bs(age, df = 5) + strata(sex, ph.ecog)" },
        { "lung", "Surv(time, status) ~ nsk(age, df = 3) + poly(wt.loss, 2)" },
        { "lung", "Surv(time, status) ~ rcs(age, 4) + scale(wt.loss) + I(age - mean(age))" },
        { "lung", "Surv(time, status) ~ pmin(age, 65) + ifelse(sex == 1, age, 0)" },
        { "veteran", "Surv(time, status) ~ trt + celltype + karno + diagtime + age + prior" },
        { "veteran", "Surv(time, status) ~ trt * celltype + karno" },
        { "veteran", "Surv(time, status) ~ cut(age, c(0, 50, 60, 100)) + relevel(factor(celltype), ref = \"large\")" },
        { "heart", "Surv(start, stop, event) ~ age + surgery + transplant" },
        { "heart", "Surv(start, stop, event) ~ age + year + strata(transplant)" },
        { "ovarian", "Surv(futime, fustat) ~ age + rx" },
        { "rats", "Surv(time, status) ~ rx + strata(litter)" },
        { "colon", "Surv(time, status) ~ rx + nodes + extent + strata(etype)" },
        { "pbc", "Surv(time, status == 2) ~ age + edema + log(bili) + log(protime) + log(albumin)" },
        { "bladder", "Surv(stop, event) ~ rx + number + size + strata(enum)" },
        { "kidney", "Surv(time, status) ~ age + factor(sex) + disease" },
        { "mgus2", "Surv(futime, death) ~ age + sex + hgb + log(creat)" },
        { SqlData.NearTies, "Surv(time, status) ~ x + g" },
        { SqlData.NearTies, "Surv(enter, time, status) ~ x + strata(g)" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void FitsAreThoseOfTheRows(string set, string formula)
    {
        DataFrame rows = SqlData.Load(set);
        using DbConnection database = DuckDbTable.Of(rows);
        using var source = SqlSource.From(database, "t");
        foreach (Ties ties in new[] { Ties.Efron, Ties.Breslow })
        {
            var options = new CoxOptions { Ties = ties };
            Check(CoxModel.Fit(rows, formula, options), source.Cox(formula, options), rows);
        }
    }

    [Fact]
    public void ToldAreWhatFitsOfTheRowsTell()
    {
        var rows = new DataFrame(
            new DoubleDataFrameColumn("enter", [0, 0, 3, 1, 0, 2]),
            new DoubleDataFrameColumn("time", [2, 4, 3, 5, 6, 7]),
            new DoubleDataFrameColumn("status", [1, 0, 1, 1, 0, 1]),
            new DoubleDataFrameColumn("x", [1, 5, 2, 4, 3, 2]),
            new DoubleDataFrameColumn("w", [1, 2, 1, 2, 0, 1]));
        using DbConnection database = DuckDbTable.Of(rows);
        using var source = SqlSource.From(database, "t");
        const string Formula = "Surv(enter, time, status) ~ x";
        CoxFit expected = CoxModel.Fit(rows, Formula, weights: "w");
        CoxFit actual = source.Cox(Formula, weights: "w");
        Check(expected, actual, rows);
        Assert.Equal(["1 interval has no length, enter and time being equal, and counts as missing."], actual.DataCautions);
        Assert.Contains("weight is 0", actual.ToString(), StringComparison.Ordinal);
        Assert.Contains("Concordance: not computed", actual.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            CoxModel.Fit(rows, "Surv(time, status == 3) ~ x").Cautions, source.Cox("Surv(time, status == 3) ~ x").Cautions);
        Assert.Equal(
            KaplanMeier.Fit(rows, "Surv(time, status == 3) ~ 1").Cautions, source.KaplanMeier("Surv(time, status == 3) ~ 1").Cautions);
        Assert.Equal(FitStatus.NoEvents, source.Cox("Surv(time, status == 3) ~ x").Status);
        Assert.Throws<SurvivalDataException>(() => source.Cox(Formula, new CoxOptions { Level = 95 }));
        Assert.Throws<SurvivalDataException>(() => source.Cox(Formula, new CoxOptions { MaxIterations = -1 }));
        string clusters = Assert.Throws<FormulaException>(() => source.KaplanMeier("Surv(time, status) ~ cluster(x)")).Message;
        Assert.Contains("need the rows", clusters, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string?, string?> RobustCases => new()
    {
        { "lung", "Surv(time, status) ~ age + sex", null, null },
        { "lung", "Surv(time, status) ~ age + sex + cluster(inst)", null, null },
        { "lung", "Surv(time, status) ~ age + sex + strata(ph.ecog)", "inst", null },
        { "heart", "Surv(start, stop, event) ~ age + transplant", "id", null },
        { "heart", "Surv(start, stop, event) ~ age + strata(surgery)", null, null },
        { "pbc", "Surv(time, status == 2) ~ age + log(bili)", null, "albumin" },
        { "pbc", "Surv(time, status == 2) ~ age + strata(sex)", "stage", "albumin" },
        { "rats", "Surv(time, status) ~ rx", "litter", null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void RangesOfTimeMakeNoDifference(string set, string formula)
    {
        DataFrame rows = SqlData.Load(set);
        using DbConnection database = DuckDbTable.Of(rows);
        Check(CoxModel.Fit(rows, formula), SqlSource.From(database, "t", FewCells(formula)).Cox(formula), rows);
    }

    [Theory]
    [MemberData(nameof(RobustCases))]
    public void RangesOfTimeMakeNoDifferenceToRobustErrors(string set, string formula, string? cluster, string? weights)
    {
        DataFrame rows = SqlData.Load(set);
        using DbConnection database = DuckDbTable.Of(rows);
        SqlOptions options = set == "rats" ? new SqlOptions { MostCells = 100 } : FewCells(formula);
        CheckRobust(rows, SqlSource.From(database, "t", options), formula, cluster, weights);
    }

    public static TheoryData<string, string, string?> InRanges => new()
    {
        { "lung", "Surv(time, status) ~ age + sex", null },
        { "lung", "Surv(time, status) ~ age + strata(sex)", "inst" },
        { "heart", "Surv(start, stop, event) ~ age + transplant", null },
        { SqlData.NearTies, "Surv(time, status) ~ x + g", null },
        { SqlData.NearTies, "Surv(enter, time, status) ~ x + g", null },
    };

    [Fact]
    public void CellsOfOneTimeThatAreTooManyAreRefused()
    {
        using DbConnection database = DuckDbTable.Of(SqlData.Load("rats"));
        var source = SqlSource.From(database, "t", new SqlOptions { MostCells = 60 });
        string message = Assert.Throws<SurvivalDataException>(() => source.Cox("Surv(time, status) ~ rx + strata(litter)")).Message;
        Assert.Contains("at the time 104 there are more than 60 different cells", message, StringComparison.Ordinal);
    }

    // Fewer than the times of most of the sets, and not too few for strata, clusters, and the values of which knots are made.
    internal static SqlOptions FewCells(string formula) => new()
    {
        MostCells = formula.Contains("strata", StringComparison.Ordinal) ? 110 : 60,
    };

    [Theory]
    [MemberData(nameof(RobustCases))]
    public void RobustErrorsAreThoseOfTheRows(string set, string formula, string? cluster, string? weights)
    {
        DataFrame rows = SqlData.Load(set);
        using DbConnection database = DuckDbTable.Of(rows);
        using var source = SqlSource.From(database, "t");
        CheckRobust(rows, source, formula, cluster, weights);
    }

    internal static void CheckRobust(DataFrame rows, SqlSource source, string formula, string? cluster, string? weights)
    {
        foreach (Ties ties in new[] { Ties.Efron, Ties.Breslow })
        {
            var options = new CoxOptions { Ties = ties, Robust = true };
            CoxFit expected = CoxModel.Fit(rows, formula, options, weights, cluster);
            CoxFit actual = source.Cox(formula, options, weights, cluster);
            Check(expected, actual, rows);
            Assert.True(actual.IsRobust);
            for (int j = 0; j < expected.Terms.Length; j++)
            {
                Same(expected.Terms[j].RobustStandardError!.Value, actual.Terms[j].RobustStandardError!.Value);
            }

            Same(expected.RobustScore!.Statistic!.Value, actual.RobustScore!.Statistic!.Value);
        }
    }

    internal static void Check(CoxFit expected, CoxFit actual, DataFrame rows)
    {
        Assert.Equal(expected.Observations, actual.Observations);
        Assert.Equal(expected.Events, actual.Events);
        Assert.Equal(expected.Omitted, actual.Omitted);
        Assert.Equal(expected.Status, actual.Status);
        Assert.Equal(expected.Terms.Select(term => term.Name), actual.Terms.Select(term => term.Name));
        Same(expected.LogLikelihood, actual.LogLikelihood);
        Same(expected.NullLogLikelihood, actual.NullLogLikelihood);
        Same(expected.Score.Statistic!.Value, actual.Score.Statistic!.Value);
        Same(expected.Wald.Statistic!.Value, actual.Wald.Statistic!.Value);
        for (int j = 0; j < expected.Terms.Length; j++)
        {
            Same(expected.Terms[j].Coefficient, actual.Terms[j].Coefficient);
            Same(expected.Terms[j].StandardError, actual.Terms[j].StandardError);
        }

        foreach (TimeTransform transform in Enum.GetValues<TimeTransform>())
        {
            SameResults.Check(expected.ProportionalHazards(transform), actual.ProportionalHazards(transform));
        }

        SameResults.Check(expected.Baseline(), actual.Baseline());
        SameResults.Check(expected.Curves(), actual.Curves());
        Assert.Equal(
            expected.Predict(rows).LinearPredictor.Where(double.IsFinite).Take(20),
            actual.Predict(rows).LinearPredictor.Where(double.IsFinite).Take(20),
            (left, right) => Math.Abs(left - right) <= 1e-10 * Math.Max(1, Math.Abs(left)));
    }

    private static void Same(double expected, double actual) =>
        Assert.True(
            double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) <= 1e-10 * Math.Max(1, Math.Abs(expected)),
            $"{expected:R} was expected, {actual:R} was found.");
}

using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Regression tables by variables: rows, counts, labels and tests.</summary>
public sealed class RegressionTableTests
{
    private static readonly DataFrame Lung = SampleData.Load("lung");

    [Fact]
    public void Two_levels_worked_by_hand()
    {
        // The likelihood of theta = exp(beta) is theta / (2 theta + 2) * 1 / (theta + 2): largest where theta^2 = 2. The information on
        // beta is theta / (theta + 1)^2 + 2 theta / (theta + 2)^2 = 2 * 2^(1/2) / (1 + 2^(1/2))^2. The fifth row is not used.
        DataFrame data = CsvText.Read("t,s,arm\n1,1,B\n2,1,A\n3,0,B\n4,0,A\n5,1,NA\n");
        RegressionTable table = RegressionTable.Of(CoxModel.Fit(data, "Surv(t, s) ~ arm"));

        Assert.Equal(
            [RegressionRowKind.Heading, RegressionRowKind.Level, RegressionRowKind.Level], table.Rows.Select(row => row.Kind));
        Assert.Equal(["arm", "A", "B"], table.Rows.Select(row => row.Label));
        Assert.Equal([null, (2, 1), (2, 1)], table.Rows.Select(row => Counts(row)));
        Assert.True(table.Rows[1].Cells[0]!.IsReference);
        double theta = Math.Sqrt(2), error = (1 + theta) / Math.Sqrt(2 * theta);
        CoxTerm term = table.Rows[2].Cells[0]!.Term!;
        Close.To(theta, term.HazardRatio, "hazard ratio");
        Close.To(theta * Math.Exp(-1.959963984540054 * error), term.Lower, "lower limit");
        Assert.Equal(["B", "2", "1", "1.41 (0.08–23.57)", ".81"], table.ToTable().Rows[2].Cells.Select(cell => cell.Text));
        Assert.Contains("n = 4, events = 2. 1 row left out because a value is missing.", table.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_of_several_coefficients_has_one_test_of_all()
    {
        CoxFit fit = CoxModel.Fit(Lung, "Surv(time, status) ~ factor(ph.ecog) + factor(sex) + ns(age, df = 3) + poly(wt.loss, 1)");
        RegressionTable table = RegressionTable.Of(fit);

        Assert.Equal(fit.WaldTestOf("factor(ph.ecog)"), Row(table, "factor(ph.ecog)").Cells[0]!.Test);
        Assert.Null(Row(table, "factor(sex)").Cells[0]!.Test);
        foreach (string joint in new[] { "ns(age, df = 3)", "poly(wt.loss, 1)" })
        {
            Assert.Equal(RegressionRowKind.Joint, Row(table, joint).Kind);
            Assert.Equal(fit.WaldTestOf(joint), Row(table, joint).Cells[0]!.Test);
            Assert.Equal((fit.Observations, fit.Events), Counts(Row(table, joint)));
        }

        RegressionTable byRatio = RegressionTable.Of(fit, new() { Global = RegressionTest.LikelihoodRatio });
        Assert.Equal(fit.LikelihoodRatioTestOf("ns(age, df = 3)"), Row(byRatio, "ns(age, df = 3)").Cells[0]!.Test);
        Assert.Contains("Likelihood-ratio test of all of them", byRatio.ToText(), StringComparison.OrdinalIgnoreCase);
        Assert.All(
            RegressionTable.Of(fit, new() { Global = RegressionTest.None }).Rows, row => Assert.Null(row.Cells[0]!.Test));
    }

    [Fact]
    public void Interactions_are_rows_of_their_own_with_the_rows_of_their_levels()
    {
        DataFrame data = CsvText.Read(
            "t,s,g,h,x\n1,1,a,u,1\n2,1,a,v,5\n3,0,b,u,2\n4,1,b,v,4\n5,1,c,u,6\n6,0,c,v,3\n7,1,a,u,8\n8,1,b,v,7\n9,0,c,v,9\n");
        RegressionTable factors = RegressionTable.Of(CoxModel.Fit(data, "Surv(t, s) ~ g * h"));
        Assert.Equal(["g", "a", "b", "c", "h", "u", "v", "g × h", "b × v", "c × v"], factors.Rows.Select(row => row.Label));
        Assert.Equal([(2, 2), (2, 0)], factors.Rows.TakeLast(2).Select(Counts));

        RegressionTable slopes = RegressionTable.Of(CoxModel.Fit(data, "Surv(t, s) ~ g * x"));
        Assert.Equal(["g × x", "b", "c"], slopes.Rows.TakeLast(3).Select(row => row.Label));
        Assert.Equal([(3, 2), (3, 1)], slopes.Rows.TakeLast(2).Select(Counts));

        // One coefficient, named in one row; and a slope for each level where neither has one in common.
        Assert.Equal("x × h: v", RegressionTable.Of(CoxModel.Fit(data, "Surv(t, s) ~ x * h")).Rows[^1].Label);
        RegressionTable alone = RegressionTable.Of(CoxModel.Fit(data, "Surv(t, s) ~ x:g"));
        Assert.Equal(["x × g", "a", "b", "c"], alone.Rows.Select(row => row.Label));
        Assert.All(alone.Rows.Skip(1), row => Assert.Null(Counts(row)));
        Assert.Equal("x × z", RegressionTable.Of(CoxModel.Fit(
            CsvText.Read("t,s,x,z\n1,1,1,2\n2,1,2,1\n3,0,3,4\n4,1,1,3\n5,0,6,2\n"), "Surv(t, s) ~ x:z")).Rows[0].Label);
    }

    [Fact]
    public void Labels_are_those_given_then_those_of_the_columns_then_names()
    {
        DataFrame data = SampleData.Load("lung");
        SurvivalData.SetLabels(data, new Dictionary<string, string> { ["sex"] = "Sex of patient", ["age"] = "Age (years)" });
        CoxFit fit = CoxModel.Fit(data, "Surv(time, status) ~ age + factor(sex) + log(age) + factor(ph.ecog) + age:factor(sex)");
        RegressionTable table = RegressionTable.Of(fit, new()
        {
            Labels = new Dictionary<string, string>
            {
                ["sex"] = "Sex",
                ["factor(sex)1"] = "Men",
                ["factor(sex)2"] = "Women",
                ["ph.ecog"] = "ECOG status",
                ["other"] = "Other",
            },
        });

        Assert.Equal(
            ["Age (years)", "Sex", "Men", "Women", "log(age)", "ECOG status", "0", "1", "2", "3", "Age (years) × Sex: Women"],
            table.Rows.Select(row => row.Label));
        Assert.Equal("Sex of patient", RegressionTable.Of(fit).Rows[1].Label);
        Assert.Contains("factor(sex)2", table.Rows.SelectMany(row => row.Names));
        Assert.DoesNotContain("other", table.Rows.SelectMany(row => row.Names));
    }

    [Fact]
    public void Rows_of_one_subject_count_once_and_its_events_all()
    {
        DataFrame data = CsvText.Read(
            "id,start,stop,s,g\n1,0,3,0,a\n1,3,5,1,b\n2,0,4,1,a\n3,0,2,0,b\n3,2,7,1,b\n4,0,8,0,a\n4,8,9,0,b\n");
        RegressionTable table = RegressionTable.Of(CoxModel.Fit(data, "Surv(start, stop, s) ~ g", id: "id"));
        Assert.Equal([null, (3, 1), (3, 2)], table.Rows.Select(row => Counts(row)));
    }

    [Fact]
    public void A_loaded_fit_has_the_same_rows_without_counts()
    {
        CoxFit fit = CoxModel.Fit(Lung, "Surv(time, status) ~ factor(ph.ecog) * age + rcs(wt.loss, 3)");
        RegressionTable table = RegressionTable.Of(fit), loaded = RegressionTable.Of(CoxFit.FromJson(fit.ToJson()));
        Assert.Equal(table.Rows.Select(row => (row.Kind, row.Variable, row.Level, row.Label)), loaded.Rows.Select(
            row => (row.Kind, row.Variable, row.Level, row.Label)));
        Assert.All(loaded.Rows, row => Assert.Null(Counts(row)));
        Assert.Equal(["Variable", "HR (95% CI)", "P"], loaded.ToTable().Columns.Select(column => column.Header));
    }

    [Fact]
    public void What_the_data_do_not_determine_is_NE()
    {
        RegressionTable table = RegressionTable.Of(SummarySnapshotTests.Small("factor(x) + y + I(2 * y)"));
        Assert.Equal(["", "1 [Reference]", "NE", "0.93 (0.55–1.57)", "NE"], table.ToTable().Rows.Select(row => row.Cells[3].Text));
        Assert.Contains("NE: not estimable.", table.ToText(), StringComparison.Ordinal);

        // Two of three levels have no event: the test of both is not estimable either, the likelihood ratio is.
        CoxFit separated = CoxModel.Fit(
            CsvText.Read("t,s,g\n1,1,c\n2,1,c\n3,0,a\n4,1,c\n5,0,b\n6,0,a\n7,1,c\n8,0,b\n9,0,c\n"), "Surv(t, s) ~ relevel(g, ref = \"c\")");
        Assert.Equal("NE", RegressionTable.Of(separated).ToTable().Rows[0].Cells[4].Text);
        Assert.Equal(
            separated.LikelihoodRatioTestOf(separated.Formula[13..]).P,
            RegressionTable.Of(separated, new() { Global = RegressionTest.LikelihoodRatio }).Rows[0].Cells[0]!.Test!.P);
    }

    [Fact]
    public void Formulas_of_one_variable_keep_strata_offset_and_cluster()
    {
        CoxFit fit = CoxModel.Fit(
            Lung, "Surv(time, status == 2) ~ age * factor(sex) + strata(ph.ecog) + offset(wt.loss / 100) + cluster(inst)");
        Assert.Equal(
            [
                "Surv(time, status == 2) ~ age + strata(ph.ecog) + offset(wt.loss/100) + cluster(inst)",
                "Surv(time, status == 2) ~ factor(sex) + strata(ph.ecog) + offset(wt.loss/100) + cluster(inst)",
            ],
            fit.UnivariateFormulas());
        Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Lung, "Surv(time, status) ~ age:sex").UnivariateFormulas());
    }

    [Fact]
    public void Counts_of_models_over_the_same_rows_are_shown_once()
    {
        CoxFit age = CoxModel.Fit(Lung, "Surv(time, status) ~ age"), both = CoxModel.Fit(Lung, "Surv(time, status) ~ age + factor(sex)");
        Assert.Equal(
            ["Variable", "n", "Events", "A HR (95% CI)", "A P", "B HR (95% CI)", "B P"],
            RegressionTable.Of([("A", age), ("B", both)]).ToTable().Columns.Select(column => column.Header));
        Assert.Throws<SurvivalDataException>(() => RegressionTable.Of([]));
        Assert.Throws<SurvivalDataException>(() => RegressionTable.Of(age, new() { Decimals = 7 }));
    }

    [Fact]
    public void E_values_worked_by_hand()
    {
        // A hazard ratio of 4 in a common outcome: (1 - 1/4) / (1 - 2^(-1/2)) as a risk ratio.
        double risk = 0.75 / (1 - Math.Sqrt(0.5));
        Close.To(risk + Math.Sqrt(risk * (risk - 1)), EValue.Of(4, isCommon: true), "common");
        Close.To(EValue.Of(4, isCommon: true), EValue.Of(0.25, isCommon: true), "reciprocal");
        Close.To(2 + Math.Sqrt(2), EValue.Of(2, isCommon: false), "rare");
        Assert.Equal(1, EValue.Of(1, isCommon: true));
        Assert.Equal(1, EValue.OfLimit(0.9, 4, isCommon: false));
        Close.To(2 + Math.Sqrt(2), EValue.OfLimit(0.1, 0.5, isCommon: false), "upper limit");
        Close.To(2 + Math.Sqrt(2), EValue.OfLimit(2, 9, isCommon: false), "lower limit");
        Assert.Throws<SurvivalDataException>(() => EValue.Of(0, isCommon: true));
        Assert.Throws<SurvivalDataException>(() => EValue.Of(double.NaN, isCommon: false));

        CoxFit fit = CoxModel.Fit(Lung, "Surv(time, status) ~ age * factor(sex)");
        RegressionTable table = RegressionTable.Of(fit, new() { EValues = true });
        Assert.Equal(EValue.Of(fit["factor(sex)2"].HazardRatio, isCommon: true), table.Rows[3].Cells[0]!.EValue);
        Assert.Null(table.Rows[4].Cells[0]!.EValue);
        Assert.Equal("E-value (limit)", table.ToTable().Columns[^1].Header);
        Assert.Equal(table.Rows[3].Cells[0]!.EValueOfLimit, table.ToDataFrame()["e_value_limit"][3]);
        Assert.DoesNotContain("e_value", RegressionTable.Of(fit).ToDataFrame().Columns.Select(column => column.Name));
    }

    private static RegressionRow Row(RegressionTable table, string variable) => table.Rows.First(row => row.Variable == variable);

    private static (int, int)? Counts(RegressionRow row) =>
        row.Cells[0] is { Count: { } count, Events: { } events } ? (count, events) : null;
}

using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What is said of a status before its codes are read.</summary>
public sealed class StatusRuleTests
{
    [Theory]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("N/A")]
    [InlineData("?")]
    public void A_marked_cell_of_a_status_is_an_error_with_its_row(string mark)
    {
        DataFrame data = CsvText.Read($"time,status\n1,1\n2,{mark}\n3,0\n");
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(data, "Surv(time, status) ~ 1"));

        Assert.Equal((2L, "status", mark), (e.Row, e.Column, e.Value));
        Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(data, "Surv(time, status == 1) ~ 1"));
        Assert.Equal(2, ModelFrame.Build(
            CsvText.Read($"time,status\n1,1\n2,{mark}\n3,0\n", new() { Missing = ["", mark] }), "Surv(time, status) ~ 1").Response.Count);
    }

    [Fact]
    public void A_stray_status_is_named_before_the_codes_around_it()
    {
        DataFrame data = CsvText.Read("time,status\n1,1\n2,0\n3,x\n");

        Assert.Equal(
            (3L, "x"),
            (Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(data, "Surv(time, status) ~ 1")) is var e ? e.Row : 0, e.Value));
    }

    [Theory]
    [InlineData("status == 'died'", "No value of status is \"died\"; there are \"alive\", \"dead\".")]
    [InlineData("'died' == status", "No value of status is \"died\"; there are \"alive\", \"dead\".")]
    [InlineData("(status == 'Dead') | status == 'dead'", "No value of status is \"Dead\"; there are \"alive\", \"dead\".")]
    [InlineData("status %in% c('dead', 'died')", "No value of status is \"died\"; there are \"alive\", \"dead\".")]
    [InlineData("status != 'censored'", "No value of status is \"censored\"; there are \"alive\", \"dead\".")]
    [InlineData("code == 3", "No value of code is 3; there are 1, 2.")]
    [InlineData("status == 'dead'", null)]
    [InlineData("code == 2", null)]
    [InlineData("code", null)]
    public void A_value_that_no_row_has_is_a_caution(string status, string? caution)
    {
        DataFrame data = CsvText.Read("time,status,code\n1,dead,2\n2,alive,1\n3,dead,2\n");

        Assert.Equal(caution is null ? [] : [caution], ModelFrame.Build(data, $"Surv(time, {status}) ~ 1").Cautions);
        Assert.Equal(caution is null ? [] : [caution], KaplanMeier.Fit(data, $"Surv(time, {status}) ~ 1").ToTables()[0].Cautions);
    }

    [Theory]
    [InlineData("CNSR")]
    [InlineData("(CNSR)")]
    [InlineData("I(CNSR)")]
    [InlineData("as.numeric(CNSR)")]
    public void The_censoring_flag_of_an_analysis_set_is_no_status(string status)
    {
        DataFrame data = CsvText.Read("AVAL,CNSR\n1,0\n2,1\n3,0\n");

        Assert.Contains("Surv(AVAL, CNSR == 0) was expected", Assert.Throws<FormulaException>(
            () => ModelFrame.Build(data, $"Surv(AVAL, {status}) ~ 1")).Message, StringComparison.Ordinal);
        Assert.Equal([true, false, true], ModelFrame.Build(data, "Surv(AVAL, CNSR == 0) ~ 1").Response.Event);
        Assert.Equal([true, false, true], ModelFrame.Build(data, "Surv(AVAL, 1 - CNSR) ~ 1").Response.Event);
    }

    [Fact]
    public void An_analysis_set_is_read_by_its_parameter()
    {
        DataFrame all = CsvText.Read(
            "PARAMCD,PARAM,AVAL,AVALU,CNSR\nOS,Overall Survival,5,MONTHS,0\nPFS,Progression,2,MONTHS,0\nOS,Overall Survival,7,MONTHS,2\n");
        DataFrame data = SurvivalData.ChooseParameter(all, "os");

        Assert.Equal(new AdtteParameter("OS", "Overall Survival", "MONTHS"), SurvivalData.AdtteOf(data));
        Assert.Equal([true, false], ModelFrame.Build(data, "Surv(AVAL, CNSR) ~ 1").Response.Event);
        Assert.Equal([true], ModelFrame.Build(data.Filter("AVAL < 6"), "Surv(AVAL, CNSR) ~ 1").Response.Event);
        Assert.Null(SurvivalData.AdtteOf(all));
        Assert.Contains("there are OS, PFS", Assert.Throws<SurvivalDataException>(
            () => SurvivalData.ChooseParameter(all, null)).Message, StringComparison.Ordinal);
        Assert.Contains("there is no parameter EFS", Assert.Throws<SurvivalDataException>(
            () => SurvivalData.ChooseParameter(all, "EFS")).Message, StringComparison.Ordinal);
        Assert.Throws<SurvivalDataException>(() => SurvivalData.ChooseParameter(CsvText.Read("AVAL\n1\n"), null));
    }

    [Fact]
    public void An_interval_without_length_is_left_out_as_in_R()
    {
        DataFrame data = CsvText.Read("t0,t1,ev,x\n0,2,1,1\n2,2,1,0\n3,5,0,1\n0,4,1,0\n1,6,0,0\n");
        ModelFrame frame = ModelFrame.Build(data, "Surv(t0, t1, ev) ~ x");

        Assert.Equal((4, 1), (frame.Response.Count, frame.Omitted));
        Assert.Equal(["The interval of row 2 has no length, t0 and t1 being 2, and counts as missing."], frame.Cautions);
        Assert.Equal(Math.Log(2), CoxModel.Fit(data, "Surv(t0, t1, ev) ~ x").Terms[0].Coefficient, 8);
    }

    [Fact]
    public void Rows_of_weight_0_count_in_neither_n_nor_events_and_join_no_ties()
    {
        DataFrame data = CsvText.Read("time,status,x,w\n1,1,1,2\n1.000000001,1,0,0\n2,1,0,1\n3,0,1,1\n4,1,1,0\n");
        DataFrame without = data.Filter("w > 0");
        CoxFit fit = CoxModel.Fit(data, "Surv(time, status) ~ x", weights: "w");
        CoxFit same = CoxModel.Fit(without, "Surv(time, status) ~ x", weights: "w");

        Assert.Equal((3, 2, 2), (fit.Observations, fit.Events, fit.Omitted));
        Assert.Equal(same.Terms[0].Coefficient, fit.Terms[0].Coefficient);
        Assert.Contains("2 rows left out because the weight is 0.", fit.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("is missing", fit.ToString(), StringComparison.Ordinal);
        Assert.Equal(5, fit.Augment(data).Rows.Count);
        KaplanMeierCurves curves = KaplanMeier.Fit(data, "Surv(time, status) ~ 1", weights: "w");
        Assert.Equal((3, 2), (curves.Observations, curves.Omitted));
        Assert.Equal([1, 2, 3], curves[0].Time);
    }
}

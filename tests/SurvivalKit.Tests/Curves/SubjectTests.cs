using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Subjects in several rows, as R's <c>survfit(..., id = id)</c> counts them.</summary>
public sealed class SubjectTests
{
    private const string Split = """
        id,t0,t1,d,g
        1,0,2,0,a
        1,2,5,0,a
        1,5,7,1,a
        2,0,3,0,a
        2,3,6,0,a
        3,0,4,1,a
        4,0,8,0,a
        5,0,5,1,b
        6,0,4,0,b
        6,4,9,0,b
        """;

    [Fact]
    public void A_subject_that_goes_on_is_not_censored()
    {
        KaplanMeierCurves curves = KaplanMeier.Fit(CsvText.Read(Split), "Surv(t0, t1, d) ~ 1", id: "id");
        KaplanMeierCurve curve = curves[0];

        // R: survfit(Surv(t0, t1, d) ~ 1, data, id = id)
        Assert.Equal(6, curves.Observations);
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9], curve.Time);
        Assert.Equal([6, 6, 6, 5, 4, 3, 2, 1], curve.AtRisk);
        Assert.Equal([0, 0, 1, 1, 0, 1, 0, 0], curve.Events);
        Assert.Equal([0, 0, 0, 0, 1, 0, 1, 1], curve.Censored);
        Assert.Equal([1, 1, 5 / 6.0, 2 / 3.0, 2 / 3.0, 4 / 9.0, 4 / 9.0, 4 / 9.0], curve.Survival.Select(s => Math.Round(s, 14))
            .Zip([1, 1, 5 / 6.0, 2 / 3.0, 2 / 3.0, 4 / 9.0, 4 / 9.0, 4 / 9.0], (s, right) => Math.Abs(s - right) < 1e-13 ? right : s));
        Assert.Equal(10, KaplanMeier.Fit(CsvText.Read(Split), "Surv(t0, t1, d) ~ 1").Observations);
    }

    [Fact]
    public void The_order_of_the_rows_and_text_ids_change_nothing()
    {
        string[] lines = Split.ReplaceLineEndings("\n").Split('\n');
        string turned = string.Join('\n', [lines[0], .. lines.Skip(1).Reverse().Select(line => "s" + line)]);

        Assert.Equal(
            KaplanMeier.Fit(CsvText.Read(Split), "Surv(t0, t1, d) ~ g", id: "id").ToString(),
            KaplanMeier.Fit(CsvText.Read(turned), "Surv(t0, t1, d) ~ g", id: "id").ToString());
    }

    [Fact]
    public void A_gap_is_a_censoring_and_an_event_that_is_gone_over_is_none()
    {
        KaplanMeierCurve gap = KaplanMeier.Fit(
            CsvText.Read("id,t0,t1,d\n1,0,4,0\n1,6,9,1\n2,0,5,1\n3,0,8,0\n"), "Surv(t0, t1, d) ~ 1", id: "id")[0];
        KaplanMeierCurve twice = KaplanMeier.Fit(
            CsvText.Read("id,t0,t1,d\n1,0,4,1\n1,4,9,0\n2,0,5,1\n3,0,8,0\n"), "Surv(t0, t1, d) ~ 1", id: "id")[0];

        Assert.Equal([1, 0, 1, 0], gap.Censored);
        Assert.Equal([3, 2, 2, 1], gap.AtRisk);
        Assert.Equal([0, 0, 1, 1], twice.Censored);
        Assert.Equal([1, 1, 0, 0], twice.Events);
    }

    [Fact]
    public void Follow_up_ends_once_a_subject()
    {
        KaplanMeierCurve followUp = KaplanMeier.Fit(CsvText.Read(Split), "Surv(t0, t1, d) ~ 1", id: "id")[0].FollowUp();

        Assert.Equal([0, 0, 0, 0, 1, 0, 1, 1], followUp.Events);
        Assert.Equal([0, 0, 1, 1, 0, 1, 0, 0], followUp.Censored);
    }

    [Fact]
    public void Omitted_and_n_count_subjects()
    {
        DataFrame data = CsvText.Read("id,t0,t1,d,x\n1,0,4,0,1\n1,4,9,1,NA\n2,0,5,1,0\n3,0,8,0,NA\n3,8,9,0,NA\n4,0,3,1,1\n");
        CoxFit fit = CoxModel.Fit(data, "Surv(t0, t1, d) ~ x", id: "id");

        Assert.Equal((3, 3), (fit.Subjects!.Value, fit.Observations));
        Assert.Equal(1, ModelFrame.Build(data, "Surv(t0, t1, d) ~ x", id: "id").Omitted);
    }

    [Fact]
    public void A_median_is_not_reached_and_a_limit_is_not_estimable()
    {
        TableCell[] Of(params double[] status) => [.. KaplanMeier.Fit([1.0, 2, 3, 4], status).ToTables()[0].Rows[0].Cells.Skip(3)];

        // R prints NA for all: the curve stays above one half, its limits do, or they end where the survival is 0.
        Assert.Equal(["2.5", "1", "not estimable"], Of(1, 1, 1, 1).Select(cell => cell.ToString()));
        Assert.Equal(["3", "1", "not estimable"], Of(1, 1, 0, 0).Select(cell => cell.ToString()));
        Assert.Equal(["not reached", "1", "not estimable"], Of(1, 0, 0, 0).Select(cell => cell.ToString()));
        Assert.Equal(["not reached", "not estimable", "not estimable"], Of(0, 0, 0, 0).Select(cell => cell.ToString()));
    }

    [Fact]
    public void A_median_on_a_flat_part_that_lasts_is_its_middle_as_R_quantile_has_it()
    {
        // R: quantile(survfit(Surv(time, status) ~ 1), .5) is 9 with limits 4 and NA; print() shows 6.
        QuantileEstimate median = KaplanMeier.Fit([2.0, 4, 6, 8, 10, 12], [1.0, 1, 1, 0, 0, 0]).Median;

        Assert.Equal((9, 4, null), (median.Estimate, median.Lower, median.Upper));
    }

    [Fact]
    public void At_risk_at_a_time_are_those_who_entered_before_and_end_at_it_or_later()
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(CsvText.Read("t0,t1,d\n0,4,1\n4,9,1\n2,5,0\n6,8,1\n"), "Surv(t0, t1, d) ~ 1")[0];

        // R: summary(fit, times = c(4, 5, 8, 9))$n.risk
        Assert.Equal([2, 2, 2, 1], curve.At([4, 5, 8, 9]).Select(row => row.AtRisk));
    }
}

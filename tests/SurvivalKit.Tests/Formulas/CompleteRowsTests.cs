namespace SurvivalKit.Tests;

/// <summary>What rows that are left out still affect, and what not; each case was compared with R.</summary>
public sealed class CompleteRowsTests
{
    [Fact]
    public void The_coding_of_the_status_is_that_of_the_whole_column()
    {
        // R codes the status before it leaves rows out: the 2 makes 1 censored, also in the rows that stay.
        var data = SurvivalData.ReadCsv(new StringReader("time,status,x\n1,1,1\n2,1,0\n3,1,1\n4,2,NA\n"), "d.csv");

        Assert.Equal(FitStatus.NoEvents, CoxModel.Fit(data, "Surv(time, status) ~ x").Status);
    }

    [Fact]
    public void A_level_of_a_text_that_only_incomplete_rows_have_is_no_level()
    {
        var data = SurvivalData.ReadCsv(
            new StringReader("time,status,g,x\n1,1,a,NA\n2,1,b,1\n3,1,c,0\n4,1,b,1\n5,0,c,0\n6,1,b,0\n7,1,c,1\n"), "d.csv");
        CoxFit fit = CoxModel.Fit(data, "Surv(time, status) ~ g + x");

        Assert.Equal(["gc", "x"], fit.Terms.Select(term => term.Name));
        Assert.Equal(FitStatus.Converged, fit.Status);
    }

    [Fact]
    public void A_term_that_is_taken_away_makes_no_groups() =>
        Assert.Equal(
            ["sex=1", "sex=2"],
            KaplanMeier.Fit(SampleData.Load("lung"), "Surv(time, status) ~ sex + ph.ecog - ph.ecog").Select(curve => curve.Group));

    [Fact]
    public void Strata_are_named_as_R_names_them()
    {
        Assert.Equal(
            ["strata(sex)=sex=1", "strata(sex)=sex=2"],
            KaplanMeier.Fit(SampleData.Load("lung"), "Surv(time, status) ~ strata(sex)").Select(curve => curve.Group));
        Assert.Equal(
            ["age", "age:strata(celltype)smallcell", "age:strata(celltype)adeno", "age:strata(celltype)large"],
            CoxModel.Fit(SampleData.Load("veteran"), "Surv(time, status) ~ age * strata(celltype)").Terms.Select(term => term.Name));
    }

    [Fact]
    public void A_factor_of_one_level_is_refused() => Assert.Contains(
        "g has only one group (a)",
        Assert.Throws<FormulaException>(() => CoxModel.Fit(
            SurvivalData.ReadCsv(new StringReader("time,status,g\n1,0,a\n2,1,a\n3,1,a\n"), "d.csv"), "Surv(time, status) ~ g")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_text_has_no_numbers_but_those_it_spells()
    {
        var data = SurvivalData.ReadCsv(new StringReader("time,status,x\n1,1,5\n2,1,7u\n3,1,6\n"), "d.csv");

        Assert.Contains(
            "row 2, column \"x\": \"7u\"",
            Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(data, "Surv(time, status) ~ as.numeric(x)")).Message,
            StringComparison.Ordinal);
    }
}

namespace SurvivalKit.Published.Tests;

public class PlantedTrialTests
{
    [Fact]
    public void The_figures_of_R_are_those_of_the_cohort_where_nothing_is_planted()
    {
        ClaimChecks checks = StudyMeasures.Compute(PlantedTrial.Honest, PlantedTrial.Cohort);

        Assert.Equal(217, checks.Count);
        Assert.Equal("abstract/Loaves/All#n", Assert.Single(checks.Of(Verdict.NotCheckable)).Claim.Id);
        Assert.All(checks.Where(check => check.Claim.Checkable), check =>
            Assert.True(check.Judgement.Verdict == Verdict.MatchesCohort, $"{check.Claim.Id}: {check.Judgement.Sentence}"));
    }

    [Fact]
    public void Every_plant_prints_another_number_than_the_cohort_gives()
    {
        ClaimChecks checks = StudyMeasures.Compute(PlantedTrial.Study, PlantedTrial.Cohort);

        Assert.Equal(
            PlantedTrial.Plants.Select(plant => plant.Id).Append("table1/Stage > II/All#%").Append("text/OS univariate > Fever#p")
                .Order(StringComparer.Ordinal),
            checks.Of(Verdict.Differs).Select(check => check.Claim.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["table1/Stage > Missing/All#%", "table2/Rash of grade 3 or more/All#%"],
            checks.Of(Verdict.Rounding).Select(check => check.Claim.Id));
    }

    [Fact]
    public void A_mean_with_a_range_and_a_standard_deviation_is_measured_by_two_rows() =>
        Assert.Equal("60.0 ± 10.6 (35-79)", StudyTable.Rebuild(PlantedTrial.Study, "table1", PlantedTrial.Cohort).Rows[0].Cells[1]);
}

namespace SurvivalKit.Published.Tests;

/// <summary>An invented trial with a contradiction of each kind: the audit finds these and nothing else.</summary>
public class PlantedTrialAuditTests
{
    private static readonly StudyAudit Audit = StudyAudit.Run(PlantedTrial.Study);

    [Fact]
    public void The_plants_are_inconsistent_and_nothing_else_is() => Assert.Equal(
        PlantedTrial.Plants.Select(plant => plant.Id).Order(StringComparer.Ordinal),
        Audit.Inconsistent.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_is_seen_by_its_check_with_a_witness() => Assert.All(PlantedTrial.Plants, plant =>
    {
        AuditedClaim claim = Audit[plant.Id];
        Assert.Equal(plant.Check, claim.Findings[0].Check);
        Assert.False(string.IsNullOrEmpty(claim.Judgement.Witness));
        Assert.Contains(claim.Claim.Printed, claim.Judgement.Explanation, StringComparison.Ordinal);
    });

    [Fact]
    public void The_same_trial_without_them_holds_together()
    {
        Assert.Empty(StudyAudit.Run(PlantedTrial.Honest).Inconsistent);
        StudyAudit full = StudyAudit.Run(PlantedTrial.Honest, PlantedTrial.Cohort);
        Assert.Equal([Verdict.Recomputed, Verdict.MatchesCohort, Verdict.NotCheckable], full.Counts().Select(pair => pair.Key).Order());
        Assert.Equal("abstract/Loaves/All#n", Assert.Single(full.Of(Verdict.NotCheckable)).Claim.Id);
    }

    [Theory]
    [InlineData("table1/Stage > Missing/All#%", RoundingRule.HalfEven)]
    [InlineData("table2/Rash of grade 3 or more/All#%", RoundingRule.Truncation)]
    public void A_rule_of_rounding_is_named(string id, RoundingRule rule) =>
        Assert.Equal((Verdict.Rounding, rule), (Audit[id].Judgement.Verdict, Audit[id].Judgement.Rule));

    [Fact]
    public void Percentages_of_known_stages_are_recomputed() => Assert.All(
        Audit.Claims.Where(claim => claim.Claim is { Row: "Stage > I" or "Stage > II" or "Stage > III", Aspect: "%" }),
        claim => Assert.Equal(Verdict.Recomputed, claim.Judgement.Verdict));

    [Fact]
    public void A_test_is_known_by_its_kind_whatever_the_methods_call_it()
    {
        string sentence = StudyAudit.Run(Study.Parse(PlantedTrial.Text.Replace(
            "Pearson's chi-squared test", "卡方检验", StringComparison.Ordinal)))["table1/Female/P#p"].Judgement.Sentence;

        Assert.EndsWith("The methods name the test: 卡方检验.", sentence, StringComparison.Ordinal);
    }
}

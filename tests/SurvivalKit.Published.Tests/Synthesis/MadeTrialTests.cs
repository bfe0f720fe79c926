namespace SurvivalKit.Published.Tests;

/// <summary>Searches for cohorts of trials that were made from patients, so that one with all figures exists.</summary>
public sealed class MadeTrialTests
{
    private static readonly SynthesisOptions Short = new() { Seed = 1, Starts = 2, Steps = 30_000, MayBeMissing = false };

    public static TheoryData<int, int, bool, double> Trials => new()
    {
        { 60, 2, false, 0 },
        { 45, 3, false, 2 },
    };

    // The short search of a test comes near: the default one is many times as long.
    [Theory]
    [MemberData(nameof(Trials))]
    public void A_short_search_comes_within_two_units_of_nearly_every_figure(int patients, int arms, bool hasProgression, double visits)
    {
        Study study = new MadeTrial(patients, arms, 1)
        {
            HasProgression = hasProgression,
            Visits = visits,
            Readings = """{"ratioBesideCurve": "cox", "ties": "efron", "coxP": "wald", "median": "midpoint", "deviation": "n-1"}""",
        }.Make().Study;

        SynthesisResult result = CohortSynthesizer.Run(study, Short, cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(result.LeftOut);
        Assert.InRange(result.Missed.Length, 0, result.Figures.Length / 4);
        Assert.InRange(result.Missed.Count(figure => figure.Distance > 2.5), 0, 3);
    }

    [Fact]
    public void Covariates_keep_their_figures_by_arm_while_patients_exchange_them()
    {
        Study study = new MadeTrial(60, 2, 1) { Readings = """{"ratioBesideCurve": "cox"}""" }.Make().Study;

        SynthesisResult result = CohortSynthesizer.Run(
            study, Short with { Steps = 2_000 }, cancellation: TestContext.Current.CancellationToken);

        Assert.All(
            result.Figures.Where(figure => figure.Claim.Place == "table1"), figure => Assert.True(figure.PrintsSame, figure.Claim.Id));
    }

    [Fact]
    public void All_figures_of_the_trial_hold_for_the_patients_it_was_made_from()
    {
        (Study study, Cohort cohort) = new MadeTrial(50, 3, 4) { HasProgression = true, Visits = 1.5, FollowUp = 25 }.Make();

        Assert.All(SynthesisFigures.Compare(cohort, StudyAudit.Run(study)), figure => Assert.True(figure.PrintsSame, figure.Claim.Id));
    }
}

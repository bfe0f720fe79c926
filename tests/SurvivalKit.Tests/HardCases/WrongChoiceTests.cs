using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Options that are no member of their enumeration, or that exclude each other, are refused.</summary>
public sealed class WrongChoiceTests
{
    private const string Formula = "Surv(time, status) ~ sex";

    private static readonly DataFrame Lung = SampleData.Load("lung");

    private static readonly Dictionary<string, Action> Wrong = new()
    {
        ["ties"] = () => CoxModel.Fit(Lung, Formula, new() { Ties = (Ties)9 }),
        ["residuals"] = () => CoxModel.Fit(Lung, Formula).Residuals((CoxResidualKind)99),
        ["proportional hazards"] = () => CoxModel.Fit(Lung, Formula).ProportionalHazards((TimeTransform)9),
        ["interval"] = () => KaplanMeier.Fit(Lung, Formula, new() { ConfidenceType = (ConfidenceType)9 }),
        ["survival"] = () => KaplanMeier.Fit(Lung, Formula, new() { SurvivalMethod = (SurvivalMethod)9 }),
        ["hazard of survival"] = () => KaplanMeier.Fit(Lung, Formula, new() { HazardMethod = (HazardMethod)9 }),
        ["hazard"] = () => NelsonAalen.Fit(Lung, Formula, new() { Method = (HazardMethod)9 }),
        ["interval of the hazard"] = () => NelsonAalen.Fit(Lung, Formula, new() { ConfidenceType = (HazardConfidenceType)9 }),
        ["band"] = () => KaplanMeier.Fit(Lung, Formula)[0].Band((BandType)9),
        ["weighting"] = () => LogRank.Test(Lung, Formula, new() { Weighting = (LogRankWeighting)9 }),
        ["alternative"] = () => MaxCombo.Test(Lung, Formula, new() { Alternative = (MaxComboAlternative)9 }),
    };

    public static TheoryData<string> Choices => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Choices))]
    public void No_member_is_refused(string choice) =>
        Assert.Contains("was expected", Assert.Throws<SurvivalDataException>(Wrong[choice]).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_ways_to_weigh_are_refused() => Assert.Equal(
        "The weighting Gehan was given together with rho 1 and gamma 0; one way to weigh was expected.",
        Assert.Throws<SurvivalDataException>(
            () => LogRank.Test(Lung, Formula, new() { Weighting = LogRankWeighting.Gehan, Rho = 1 })).Message);
}

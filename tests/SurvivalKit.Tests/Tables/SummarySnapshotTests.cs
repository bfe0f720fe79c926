using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What fits and tests print.</summary>
public sealed class SummarySnapshotTests
{
    private static readonly DataFrame Lung = SampleData.Load("lung");

    public static TheoryData<string> Names => [.. Texts.Keys];

    private static Dictionary<string, Func<string>> Texts { get; } = new()
    {
        ["km-lung-sex.txt"] = () => KaplanMeier.Fit(Lung, "Surv(time, status) ~ sex").ToString(),
        ["km-lung-ecog-90.txt"] = () => KaplanMeier.Fit(Lung, "Surv(time / 30.4375, status) ~ ph.ecog", new() { Level = 0.9 }).ToString(),
        ["km-raw.txt"] = () => KaplanMeier.Fit([1, 2, 2, 3], [1, 0, 1, 0]).ToString(),
        ["km-weighted.txt"] = () => KaplanMeier.Fit(Surv.Right([1, 2, 4], [true, true, false]), weights: [0.25, 1.5, 2]).ToString(),
        ["log-rank-lung.txt"] = () => LogRank.Test(Lung, "Surv(time, status) ~ sex").ToString(),
        ["log-rank-strata.txt"] = () => LogRank.Test(
            Lung, "Surv(time, status) ~ factor(ph.ecog) + strata(sex)", new() { Weighting = LogRankWeighting.PetoPeto }).ToString(),
        ["log-rank-rho.txt"] = () => LogRank.Test(Lung, "Surv(time, status) ~ sex", new() { Rho = 1 }).ToString(),
        ["log-rank-raw.txt"] = () => LogRank.Test(Surv.Right([1, 2, 3, 4], [true, true, false, true]), [0, 1, 0, 1]).ToString(),
        ["cox-lung.txt"] = () => CoxModel.Fit(Lung, "Surv(time, status) ~ age + sex + ph.ecog").ToString(),
        ["cox-veteran.txt"] = () => CoxModel.Fit(
            SampleData.Load("veteran"),
            "Surv(time, status) ~ karno + celltype * trt",
            new() { Ties = Ties.Breslow, Level = 0.9 }).ToString(),
        ["cox-robust.txt"] = () => CoxModel.Fit(Lung, "Surv(time, status) ~ age + factor(ph.ecog) + cluster(inst)").ToString(),
        ["cox-zph.txt"] = () => CoxModel.Fit(Lung, "Surv(time, status) ~ age + factor(ph.ecog) + sex").ProportionalHazards().ToString(),
        ["cox-residuals.txt"] = () => CoxModel.Fit(Lung, "Surv(time, status) ~ age + sex").Residuals(CoxResidualKind.DfBetas).ToString(),
        ["cox-units.txt"] = () => CoxModel.Fit(Lung, "Surv(time, status) ~ I(age * 1e6) + I(sex * 1e-6)").ToString(),
        ["cox-separation.txt"] = () => Small("x").ToString(),
        ["cox-singular.txt"] = () => Small("y + I(2 * y)").ToString(),
        ["cox-no-events.txt"] = () => CoxModel.Fit(Surv.Right([1, 2], [false, false]), DesignMatrix.FromColumns(("x", [1, 2]))).ToString(),
        ["cox-no-terms.txt"] = () => CoxModel.Fit(Lung, "Surv(time, status) ~ 1").ToString(),
        ["tests.txt"] = () => string.Join('\n', new[]
        {
            TTest.Welch(new SampleSummary(58.8, 12.3, 14), new SampleSummary(64.4, 14.8, 42)),
            TTest.Student(new SampleSummary(58.8, 12.3, 14), new SampleSummary(64.4, 14.8, 42)),
            OneWayAnova.Test(new SampleSummary(1, 2, 30), new SampleSummary(2, 2, 30), new SampleSummary(4, 2, 30)),
        }.Concat(ProportionTests.All(new ContingencyTable(new[,] { { 3, 11 }, { 2, 40 } })))),
        ["contingency.txt"] = () => ContingencyTable.Count(SampleData.Load("veteran"), "celltype", "trt").ToString(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_printed_as_it_was(string name) => Snapshot.Matches(name, Texts[name]());

    public static CoxFit Small(string terms) => CoxModel.Fit(
        CsvText.Read("t,s,x,y\n1,1,1,3\n2,1,1,5\n3,1,1,2\n4,1,0,4\n5,1,0,1\n6,0,0,6\n"), "Surv(t, s) ~ " + terms);
}

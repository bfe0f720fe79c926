using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>One of each public result, from data with rows to leave out, where the result can leave rows out.</summary>
internal static class ResultSamples
{
    private static readonly DataFrame Lung = SampleData.Load("lung");

    private static readonly DataFrame Seen = SurvivalData.ReadCsv(new StringReader("id,stop,day\n1,9,4\n2,5,7\n"), "seen.csv");

    private static readonly DataFrame Trial = SurvivalData.ReadCsv(
        new StringReader("id,best,arm,event,grade\n1,CR,A,Rash,1\n2,PD,B,Rash,3\n3,,B,,\n4,SD,,Rash,2\n"), "trial.csv");

    // One row has neither limit, and is left out.
    private static readonly DataFrame Visits = SurvivalData.ReadCsv(
        new StringReader("left,right,arm\n0,3,a\n2,5,a\n4,NA,a\nNA,NA,a\n1,2,b\n3,3,b\nNA,2,b\n2,4,b\n"), "visits.csv");

    private static readonly CoxFit Fit = CoxModel.Fit(Lung, "Surv(time, status) ~ age + sex + ph.ecog");

    private static readonly KaplanMeierCurves Curves = KaplanMeier.Fit(Lung, "Surv(time, status) ~ ph.ecog");

    private static readonly LogRankResult LogRankOfEcog = LogRank.Test(Lung, "Surv(time, status) ~ ph.ecog");

    // Of 418 patients 106 have no treatment, and are left out.
    private static readonly CumulativeIncidenceCurves Incidences =
        CumulativeIncidence.Fit(SampleData.Load("pbc"), "Surv(time, factor(status)) ~ trt");

    private static readonly FineGrayFit Subdistribution =
        FineGray.Fit(SampleData.Load("pbc"), "Surv(time, factor(status)) ~ age + trt", "2");

    private static readonly CauseSpecificFit Causes =
        CauseSpecificCox.Fit(SampleData.Load("pbc"), "Surv(time, factor(status)) ~ age + trt");

    // One patient has no treatment, and is left out.
    private static readonly StateOccupancyCurves Responses = StateOccupancy.Fit(
        SurvivalData.ReadCsv(Repository.File("tests/Fixtures/data/myeloid.csv")),
        "Surv(start, stop, factor(state, levels = c('none', 'CR', 'SCT', 'relapse', 'death'))) ~ ifelse(id == 7, NA, trt)", "id");

    // Two patients have no time at risk, and are left out.
    private static readonly DataFrame Bladder = SurvivalData.ReadCsv(Repository.File("tests/Fixtures/data/bladder1.csv"));

    private static readonly RecurrentFit GapTimes = RecurrentModel.Fit(
        Bladder, "Surv(start, stop, status == 1) ~ number", "id", RecurrentModelKind.PrenticeWilliamsPetersonGapTime,
        new() { PoolFrom = 3, EffectsByEvent = true });

    private static readonly MeanCumulativeCurves Recurrences = MeanCumulativeFunction.Fit(
        Bladder, "Surv(start, stop, factor(status)) ~ treatment", "id", new() { Terminal = ["2", "3"] });

    public static IReadOnlyDictionary<Type, Func<IResult>> All { get; } = new Func<IResult>[]
    {
        () => Curves,
        () => Curves[0],
        () => Curves.Summary(new() { Times = [100, 400], Quantiles = [0.25], Horizon = 300 }),
        () => Curves[1].Band(BandType.HallWellner),
        () => KaplanMeier.Fit(Lung, "Surv(time, status) ~ sex").Bands(BandType.EqualPrecision),
        () => KaplanMeier.Fit(Lung, "Surv(time, status) ~ sex").CompareRestrictedMeans(300),
        () => NelsonAalen.Fit(Lung, "Surv(time, status) ~ ph.ecog"),
        () => NelsonAalen.Fit(Lung, "Surv(time, status) ~ ph.ecog")[0],
        () => LogRankOfEcog,
        () => LogRankOfEcog.Trend(),
        () => LogRank.Pairwise(Lung, "Surv(time, status) ~ ph.ecog", PValueAdjustment.Holm),
        () => MaxCombo.Test(Lung, "Surv(time, status) ~ I(ph.ecog > 0)"),
        () => Fit,
        () => Fit.Anova(),
        () => Fit.Concordance,
        () => Fit.Adjusted(Lung, "ph.ecog", new() { Times = [100, 400], Horizon = 300 }),
        () => Fit.Glance,
        () => Fit.ProportionalHazards(),
        () => Fit.ProportionalHazards().Plot,
        () => Fit.Residuals(CoxResidualKind.Schoenfeld),
        () => Fit.Residuals(CoxResidualKind.Martingale).ToList(),
        () => Fit.Predict(Lung),
        () => Fit.PredictSurvival(Lung, 100, 400),
        () => Fit.Expected(),
        () => Fit.Curves(),
        () => Fit.Baseline().ToSteps(),
        () => Fit.ProfileIntervals(),
        () => CoxModel.Fit(Lung, "Surv(time, status) ~ age + sex").CompareWith(CoxModel.Fit(Lung, "Surv(time, status) ~ age")),
        () => Incidences,
        () => Incidences[0],
        () => Incidences.Summary(new() { Times = [1000, 3000], Quantiles = [0.25], Horizon = 3000 }),
        () => GrayTest.Test(SampleData.Load("pbc"), "Surv(time, factor(status)) ~ trt"),
        () => Subdistribution,
        () => Subdistribution.Curves(SampleData.Load("pbc").Head(1)),
        () => Subdistribution.Predict(SampleData.Load("pbc").Head(2), 1000, 3000),
        () => Causes,
        () => Causes.AbsoluteRisks(SampleData.Load("pbc").Head(2), 1000, 3000),
        () => WinRatioTest.Compare(Lung, ["Surv(time, status)"], "I(ph.ecog > 0)"),
        () => Responses.Summary(new() { Times = [100, 400], Horizon = 365 }),
        () => Responses[0],
        () => StateCheck.Check(
            SurvivalData.ReadCsv(new StringReader(
                "id,from,to,state\na,0,3,ill\na,2,5,well\nb,0,4,none\nc,1,1,ill\n"), "broken.csv"),
            "Surv(from, to, factor(state, levels = c('none', 'well', 'ill'))) ~ 1", "id"),
        () => GapTimes,
        () => GapTimes.EventEffects!,
        () => Recurrences.ShownAt(12, 24),
        () => Recurrences[0],
        () => MeanCumulativeFunction.Test(
            Bladder, "Surv(start, stop, factor(status)) ~ treatment", "id", new() { Terminal = ["2", "3"] }),
        () => ParametricModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ age + ph.ecog"),
        () => ParametricModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ age + ph.ecog").HazardRatios(),
        () => ParametricModel.Compare(SampleData.Load("lung"), "Surv(time, status) ~ age + ph.ecog"),
        () => ParametricModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ age + ph.ecog").Predict(
            SampleData.Load("lung").Head(3), ParametricQuantity.Survival, 365, 730),
        () => ParametricModel.Fit(Lung, "Surv(time, status) ~ age + ph.ecog").Standardized(
            Lung, "ph.ecog", ParametricQuantity.Survival, 365, 730),
        () => ParametricModel.Compare(Lung, "Surv(time, status) ~ age + ph.ecog").Extrapolate(Lung, 365, 2000),
        () => ParametricModel.Fit(Lung, "Surv(time, status) ~ age + ph.ecog").Residuals(ParametricResidualKind.DfBeta),
        () => Turnbull.Fit(Visits, "Surv(left, right, type = \"interval2\") ~ arm", new() { Bootstrap = 20 }),
        () => Turnbull.Fit(Visits, "Surv(left, right, type = \"interval2\") ~ arm")[0],
        () => IntervalLogRank.Test(Visits, "Surv(left, right, type = \"interval2\") ~ arm"),
        () => TTest.Welch(SampleSummary.Summarize(1, 2, 4), SampleSummary.Summarize(2, 5, 9)),
        () => ProportionTests.All(new ContingencyTable(new[,] { { 8, 6 }, { 10, 32 } })),
        () => new ContingencyTable(new[,] { { 8, 6 }, { 10, 32 } }),
        () => SurvivalTable.Of(Curves, new() { Times = [100, 4000] }),
        () => ResponseTable.Build(Trial, "best", "arm"),
        () => AdverseEventTable.Build(Trial, "id", "event", new() { By = "arm", Grade = "grade" }),
        () => BaselineTable.Build(Lung, "ph.ecog", new() { Variables = ["age", "sex"] }),
        () => RegressionTable.Of(Fit),
        () => RegressionTable.Of(Fit).ToTable("Table 2"),
        () => PersonTime.Tabulate(Lung, "Surv(time, status) ~ sex + ph.ecog + tcut(age, c(50, 60, 70), scale = 365.25)"),
        () => TMerge.Start(Seen, "id", "stop").Event("relapse", Seen, "day").Counts,
        () => new FramePreview(Lung),
        () => new CombinedResult(Fit).With("proportionalHazards", Fit.ProportionalHazards()),
    }.ToDictionary(sample => sample().GetType());
}

namespace SurvivalKit.Published;

/// <summary>The figures that a study prints of its endpoints, each with its claims, without the inconsistent ones.</summary>
internal static class SurvivalFigures
{
    public static IEnumerable<SurvivalFigure> Of(CohortDraft draft, SurvivalDraft survival) =>
        [.. Medians(draft, survival), .. LogRanks(draft, survival), .. CoxModels(draft, survival)];

    private static IEnumerable<SurvivalFigure> Medians(CohortDraft draft, SurvivalDraft survival)
    {
        foreach ((StudyRow row, MedianRangeMeasure measure) in draft.Targets.Rows<MedianRangeMeasure>())
        {
            int endpoint = survival.Endpoints.IndexOf(draft.Study.Endpoint(measure.Endpoint));
            for (int arm = -1; arm < draft.Arms.Length; arm++)
            {
                if (draft.Targets.Of(row, arm < 0 ? ColumnNames.All : draft.Study.Arms[arm].Name, Aspects.Median) is { } claim)
                {
                    int[] patients = arm < 0 ? [.. Enumerable.Range(0, draft.Study.N)] : draft.Arms[arm];
                    yield return new MedianFigure(survival, endpoint, patients, draft.Targets.Target(claim));
                }
            }
        }
    }

    private static IEnumerable<SurvivalFigure> LogRanks(CohortDraft draft, SurvivalDraft survival)
    {
        foreach ((StudyRow row, PValueMeasure measure) in draft.Targets.Rows<PValueMeasure>().Where(r => r.Measure.Test == TestKind.LogRank))
        {
            if ((draft.Targets.Of(row, null, Aspects.P) ?? draft.Targets.Of(row, ColumnNames.P, Aspects.P)) is { } claim)
            {
                yield return new LogRankFigure(survival, survival.Endpoints.IndexOf(draft.Study.Endpoint(measure.Endpoint!)), draft.Targets.Target(claim));
            }
        }
    }

    private static IEnumerable<SurvivalFigure> CoxModels(CohortDraft draft, SurvivalDraft survival)
    {
        // Rows of the same model share its fit. A P that another row computes by a test is not that of the model.
        var models = draft.Targets.Rows<CoxMeasure>().GroupBy(r => (r.Measure.Endpoint, r.Measure.Ties, Covariates: string.Join('\n', r.Measure.Covariates)));
        foreach (var model in models)
        {
            CoxMeasure first = model.First().Measure;
            CoxCovariate[] covariates = [.. first.Covariates.SelectMany(column => CoxCovariate.Of(draft, survival, column))];
            (int, FigureTarget)[] targets = [.. model.SelectMany(r => r.Measure.Aspects
                .Where(aspect => aspect != Aspects.P || !draft.Targets.Rows<PValueMeasure>().Any(p => p.Row.Place == r.Row.Place && p.Row.Row == r.Row.Row))
                .Select(aspect => draft.Targets.Of(r.Row, null, aspect))
                .OfType<Claim>()
                .Select(claim => (Term(covariates, r.Measure), draft.Targets.Target(claim))))];
            if (targets.Length > 0)
            {
                int endpoint = survival.Endpoints.IndexOf(draft.Study.Endpoint(first.Endpoint));
                yield return new CoxFigure(survival, endpoint, first.Ties, [.. covariates], draft.Study.ArmColumn, [.. targets]);
            }
        }
    }

    private static int Term(CoxCovariate[] covariates, CoxMeasure measure) => Array.FindLastIndex(
        covariates, covariate => covariate.Column == measure.Term && (measure.Level is null || covariate.Level == measure.Level));
}

namespace SurvivalKit.Published;

/// <summary>The figures that a study prints of its endpoints, each with its claims, without the inconsistent ones.</summary>
internal static class SurvivalFigures
{
    public static IEnumerable<SurvivalFigure> Find(CohortDraft draft, SurvivalDraft survival) =>
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
                    int[]? patients = arm < 0 ? null : draft.Arms[arm];
                    yield return new MedianFigure(survival, endpoint, patients, draft.Targets.Target(claim));
                }
            }
        }
    }

    private static IEnumerable<SurvivalFigure> LogRanks(CohortDraft draft, SurvivalDraft survival)
    {
        foreach ((StudyRow row, PValueMeasure measure) in draft.Targets.Rows<PValueMeasure>()
            .Where(r => r.Measure.Test == TestKind.LogRank))
        {
            if ((draft.Targets.Of(row, null, Aspects.P) ?? draft.Targets.Of(row, ColumnNames.P, Aspects.P)) is { } claim)
            {
                yield return new LogRankFigure(
                    survival, survival.Endpoints.IndexOf(draft.Study.Endpoint(measure.Endpoint!)), draft.Targets.Target(claim));
            }
        }
    }

    private static IEnumerable<SurvivalFigure> CoxModels(CohortDraft draft, SurvivalDraft survival)
    {
        // Rows of the same model share its fit. A P that another row computes by a test is not that of the model.
        var models = draft.Targets.Rows<CoxMeasure>()
            .GroupBy(r => (r.Measure.Endpoint, r.Measure.Ties, Covariates: string.Join('\n', r.Measure.Covariates)));
        foreach (var rows in models)
        {
            CoxMeasure first = rows.First().Measure;
            var model = new CohortModel(
                [.. first.Covariates.SelectMany(
                    column => CoxCovariate.Code(draft.Study.Variable(column), Numbers, draft.Levels))], first.Ties);
            (int, FigureTarget)[] targets = [.. rows.SelectMany(r => r.Measure.Aspects
                .Where(aspect => MeasureEngine.Measuring(draft.Study, r.Row.Place, r.Row.Row, aspect) == r.Row)
                .Select(aspect => draft.Targets.Of(r.Row, null, aspect))
                .OfType<Claim>()
                .Select(claim => (model.Term(r.Measure), draft.Targets.Target(claim))))];
            if (targets.Length > 0)
            {
                int endpoint = survival.Endpoints.IndexOf(draft.Study.Endpoint(first.Endpoint));
                yield return new CoxFigure(survival, endpoint, model, draft.Study.ArmColumn, [.. targets]);
            }
        }

        double?[] Numbers(string column) => survival.FreeValues(column) ?? draft.Numbers(column);
    }
}

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The figures that a study prints of its endpoints, each with its claims, without the inconsistent ones.</summary>
internal static class SurvivalFigures
{
    public static IEnumerable<SurvivalFigure> Find(CohortDraft draft, SurvivalDraft survival) =>
        [.. Medians(draft, survival), .. LogRanks(draft, survival), .. Ratios(draft, survival), .. CoxModels(draft, survival)];

    private static IEnumerable<SurvivalFigure> Medians(CohortDraft draft, SurvivalDraft survival)
    {
        MedianReading reading = draft.Study.Methods.Readings.Median ?? default;
        foreach ((StudyRow row, MedianRangeMeasure measure) in draft.Targets.Rows<MedianRangeMeasure>())
        {
            int endpoint = survival.Place(draft.Study.Endpoint(measure.Endpoint));
            for (int arm = -1; arm < draft.Arms.Length; arm++)
            {
                if (draft.Targets.Of(row, arm < 0 ? ColumnNames.All : draft.Study.Arms[arm].Name, Aspects.Median) is { } claim)
                {
                    yield return new MedianFigure(survival, endpoint, arm, reading, draft.Targets.Target(claim));
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
                int endpoint = survival.Place(draft.Study.Endpoint(measure.Endpoint!));
                yield return new LogRankFigure(survival, endpoint, draft.Arms.Length, draft.Targets.Target(claim));
            }
        }
    }

    private static IEnumerable<SurvivalFigure> Ratios(CohortDraft draft, SurvivalDraft survival)
    {
        Study study = draft.Study;
        foreach ((StudyRow row, CoxMeasure measure) in draft.Targets.Rows<CoxMeasure>())
        {
            RatioReading reading = RatioMeasures.ReadingOf(study, row, measure);
            ImmutableArray<FigureTarget> targets = reading == RatioReading.Cox ? [] : [.. Targets(draft, row)];
            if (!targets.IsEmpty)
            {
                string arm = measure.Level ?? study.Variable(study.ArmColumn).Levels[^1];
                yield return new RatioFigure(
                    survival, survival.Place(study.Endpoint(measure.Endpoint)), Arm(arm), Arm(study.ReferenceArm.Name), reading, targets);
            }
        }

        int Arm(string name) => study.Arms.IndexOf(study.Arms.First(arm => arm.Name == name));
    }

    private static IEnumerable<SurvivalFigure> CoxModels(CohortDraft draft, SurvivalDraft survival)
    {
        Study study = draft.Study;
        StudyReadings readings = study.Methods.Readings;

        // Rows of the same model share its fit.
        var models = draft.Targets.Rows<CoxMeasure>()
            .Where(r => RatioMeasures.ReadingOf(study, r.Row, r.Measure) == RatioReading.Cox)
            .GroupBy(r => (r.Measure.Endpoint, Ties: RatioMeasures.TiesOf(study, r.Measure), Covariates: string.Join(
                '\n', r.Measure.Covariates)));
        foreach (var rows in models)
        {
            ImmutableArray<CovariateDraft> covariates = [.. rows.First().Measure.Covariates.Select(survival.Covariate)];
            (string Column, string? Level)[] terms =
                [.. covariates.SelectMany(covariate => covariate.Columns.Select(column => (covariate.Name, column.Level)))];
            (int, FigureTarget)[] targets = [.. rows.SelectMany(r =>
                Targets(draft, r.Row).Select(target => (Term(terms, r.Measure), target)))];
            if (targets.Length > 0)
            {
                yield return new CoxFigure(
                    survival,
                    survival.Place(study.Endpoint(rows.Key.Endpoint)),
                    covariates,
                    rows.Key.Ties,
                    readings.CoxP ?? default,
                    study.ArmColumn,
                    [.. targets]);
            }
        }
    }

    // A P that another row computes by a test is not that of the model.
    private static IEnumerable<FigureTarget> Targets(CohortDraft draft, StudyRow row) => row.Measure.Aspects
        .Where(aspect => MeasureEngine.Measuring(draft.Study, row.Place, row.Row, aspect) == row)
        .Select(aspect => draft.Targets.Of(row, null, aspect))
        .OfType<Claim>()
        .Select(draft.Targets.Target);

    // Without a level, that of a category's last, as CohortModel.Term.
    private static int Term((string Column, string? Level)[] terms, CoxMeasure measure)
    {
        int term = Array.FindLastIndex(
            terms, term => term.Column == measure.Term && (measure.Level is null || term.Level == measure.Level));
        return term >= 0
            ? term
            : throw new SurvivalDataException($"The model has no coefficient \"{measure.Term}{measure.Level}\".");
    }
}

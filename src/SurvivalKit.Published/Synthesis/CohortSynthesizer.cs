namespace SurvivalKit.Published;

/// <summary>Makes a synthetic cohort that fits the printed numbers of a study.</summary>
/// <remarks>
/// Everything comes from the study file and a seed. Inconsistent numbers are left out. Counts are matched exactly, by arm and in total;
/// means, medians, standard deviations and t tests by a search over the single values; and all figures of the endpoints together (medians,
/// ranges, hazard ratios, intervals, P values) by simulated annealing over times, events, the indicators that the study does not count, and
/// which
/// patients of an arm have the values of other covariates.
/// Where the study file leaves open how figures of a kind were computed and some do not hold, the other readings are tried.
/// The same seed gives the same cohort on any number of cores, unless a time limit ends the search.
/// </remarks>
/// <example><code>
/// SynthesisResult result = CohortSynthesizer.Run(
///     Study.Load("data-samples/ep-nec-2025"), new() { Seed = 7, TimeLimit = TimeSpan.FromMinutes(2) });
/// Console.WriteLine(result);
/// result.Cohort.Write("cohort");
/// </code></example>
public static class CohortSynthesizer
{
    /// <summary>Makes a cohort, and reports its value for every printed figure.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">The options of the search; <see langword="null"/>: the documented defaults.</param>
    /// <param name="progress">Called whenever a search ends.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Patients with all columns of the study file, and alterations where the study sequenced.</returns>
    /// <exception cref="SurvivalDataException">Printed counts of an arm do not fit into the arm, or an option cannot be used.</exception>
    public static SynthesisResult Run(
        Study study,
        SynthesisOptions? options = null,
        IProgress<SynthesisProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        options ??= new SynthesisOptions();
        options.Check();
        return ReadingChoice.Make(study, options, (read, limited) => Make(read, limited, progress, cancellation));
    }

    private static SynthesisResult Make(
        Study study, SynthesisOptions options, IProgress<SynthesisProgress>? progress, CancellationToken cancellation)
    {
        StudyAudit audit = StudyAudit.Run(study);
        var draft = new CohortDraft(study, audit, options.Seed);
        FillCounts(draft);
        SearchSummary search = SurvivalFiller.Fill(draft, options, progress, cancellation);
        foreach (StudyVariable variable in study.Variables.Where(variable => variable.Follows is not null))
        {
            CategoryFiller.FillByTime(draft, variable);
        }

        AlterationFiller.Fill(draft);
        return new SynthesisResult(draft.ToCohort(), audit, options, search);
    }

    private static void FillCounts(CohortDraft draft)
    {
        foreach (StudyVariable variable in draft.Study.Variables.Where(variable => !draft.Has(variable.Name)))
        {
            switch (variable.Kind)
            {
                case VariableKind.Category when variable.Follows is null:
                    CategoryFiller.Fill(draft, variable);
                    break;
                case VariableKind.Indicator when draft.Study.Endpoints.All(endpoint => endpoint.Event != variable.Name):
                    IndicatorFiller.Fill(draft, variable);
                    break;
                case VariableKind.Continuous:
                    NumberFiller.Fill(draft, variable);
                    break;
            }
        }

        GradeFiller.Fill(draft);
    }
}

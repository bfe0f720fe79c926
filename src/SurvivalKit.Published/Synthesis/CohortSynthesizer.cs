namespace SurvivalKit.Published;

/// <summary>Makes a synthetic cohort that fits what a study prints.</summary>
/// <remarks>
/// Everything comes from the study file and a seed. Counts are met exactly, by arm and in total, where the printed columns agree with each
/// other; where they do not, the arms win over the total. Means, standard deviations, ranges, medians and hazard ratios are sought by a
/// search that changes one value after another and keeps what comes nearer to the printed figures. The same seed gives the same cohort on any machine.
/// </remarks>
public static class CohortSynthesizer
{
    /// <summary>Makes a cohort.</summary>
    /// <param name="study">The study.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <returns>Patients with all columns of the study file, and alterations where the study sequenced.</returns>
    /// <exception cref="SurvivalDataException">Printed counts of an arm do not fit into the arm.</exception>
    public static Cohort Make(Study study, ulong seed) => Make(study, new SynthesisOptions { Seed = seed });

    /// <summary>Makes a cohort.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">How long and how widely to look.</param>
    /// <param name="progress">Told whenever a search ends.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    public static Cohort Make(Study study, SynthesisOptions options, IProgress<SynthesisProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        var draft = new CohortDraft(study, StudyAudit.Run(study), options.Seed);
        foreach (StudyVariable variable in study.Variables.Where(variable => !draft.Has(variable.Name)))
        {
            switch (variable.Kind)
            {
                case VariableKind.Category when variable.Follows is null:
                    CategoryFiller.Fill(draft, variable);
                    break;
                case VariableKind.Indicator when study.Endpoints.All(endpoint => endpoint.Event != variable.Name):
                    IndicatorFiller.Fill(draft, variable);
                    break;
                case VariableKind.Continuous:
                    NumberFiller.Fill(draft, variable);
                    break;
            }
        }

        GradeFiller.Fill(draft);
        SurvivalFiller.Fill(draft, options, progress, cancellation);
        foreach (StudyVariable variable in study.Variables.Where(variable => variable.Follows is not null))
        {
            CategoryFiller.FillByTime(draft, variable);
        }

        AlterationFiller.Fill(draft);
        return draft.ToCohort();
    }
}

namespace SurvivalKit.Published;

/// <summary>Gives an indicator to as many patients of each arm as the study prints, or to the proportion that the study file
/// assumes.</summary>
internal static class IndicatorFiller
{
    private const double ShareWhereNothingIsSaid = 0.5;

    public static void Fill(CohortDraft draft, StudyVariable variable)
    {
        SplitMix64 random = draft.Random(variable.Name);
        int[] assumed = Assumed(draft, variable.Share ?? ShareWhereNothingIsSaid);
        int[] counts = [.. Printed(draft, variable.Name).Select((count, arm) => count ?? assumed[arm])];
        double?[] column = draft.Numbers(variable.Name);
        for (int arm = 0; arm < draft.Arms.Length; arm++)
        {
            if (counts[arm] > draft.Arms[arm].Length)
            {
                throw new SurvivalDataException(FormattableString.Invariant(
                    $"The study prints {NumberText.Count(counts[arm], "patient")} with \"{variable.Name}\" in the arm \"{draft.Study.Arms[arm].Name}\", which has {draft.Arms[arm].Length}."));
            }

            int[] patients = random.Shuffled(draft.Arms[arm]);
            for (int i = 0; i < patients.Length; i++)
            {
                column[patients[i]] = i < counts[arm] ? 1 : 0;
            }
        }
    }

    private static int?[] Printed(CohortDraft draft, string column)
    {
        foreach ((StudyRow row, CountMeasure measure) in draft.Targets.Rows<CountMeasure>())
        {
            PatientCondition condition = measure.Condition;
            if (condition.Columns is [var name] && name == column && condition.Kind != ConditionKind.Missing
                && condition.Holds(1.0) != condition.Holds(0.0))
            {
                int?[] counts = draft.Targets.CountsByArm(row);
                return condition.Holds(1.0) ? counts : [.. counts.Select((count, arm) => draft.Arms[arm].Length - count)];
            }
        }

        return new int?[draft.Arms.Length];
    }

    private static int[] Assumed(CohortDraft draft, double share) => PrintedTargets.Shares(
        (int)Math.Round(share * draft.Study.N, MidpointRounding.AwayFromZero), [.. draft.Arms.Select(arm => arm.Length)]);
}

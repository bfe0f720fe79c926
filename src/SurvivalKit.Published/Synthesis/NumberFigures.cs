using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>What the study prints of a column of numbers: means, standard deviations, and the P of t tests.</summary>
internal sealed class NumberFigures
{
    private const int All = -1;
    private const double WeightOfArm = 10_000;
    private const double WeightOfAll = 100;
    private const double WeightOfTest = 1;

    private readonly ImmutableArray<(Claim Claim, int Arm, ArmTest? Test)> _claims;

    private readonly CohortDraft _draft;

    public NumberFigures(CohortDraft draft, StudyVariable variable) => (_draft, _claims) = (draft, [.. draft.Study.Rows.SelectMany(row => Tests(draft, variable, row).Concat(Summaries(draft, variable, row)))]);

    /// <summary>What is printed of an arm, or where nothing is, of all patients; a printed median stands in for a mean.</summary>
    public double? Printed(int arm, string aspect) => (Find(arm, aspect) ?? Find(All, aspect))?.Value;

    /// <summary>By how many printed units the figures miss their rounding intervals: an arm's weigh more than the total's, and those more than P.</summary>
    /// <param name="summary">The summary of an arm, or of all patients (-1).</param>
    public double Cost(Func<int, SampleSummary> summary)
    {
        double cost = 0;
        foreach ((Claim claim, int arm, ArmTest? test) in _claims)
        {
            double weight = test is not null ? WeightOfTest : arm == All ? WeightOfAll : WeightOfArm;
            cost += weight * _draft.Targets.Target(claim).Units(Figure(claim, arm, test, summary));
        }

        return cost;
    }

    private static double Figure(Claim claim, int arm, ArmTest? test, Func<int, SampleSummary> summary) => test switch
    {
        ArmTest.WelchT => TTest.Welch(summary(0), summary(1)).P,
        not null => TTest.Student(summary(0), summary(1)).P,
        _ => claim.Aspect == Aspects.StandardDeviation ? summary(arm).StandardDeviation : summary(arm).Mean,
    };

    private Claim? Find(int arm, string aspect) => _claims.FirstOrDefault(
        c => c.Arm == arm && (c.Claim.Aspect == aspect || (aspect == Aspects.Mean && c.Claim.Aspect == Aspects.Median))).Claim;

    private static IEnumerable<(Claim, int, ArmTest?)> Tests(CohortDraft draft, StudyVariable variable, StudyRow row)
    {
        if (row.Measure is PValueMeasure { Test: ArmTest.StudentT or ArmTest.WelchT } measure && measure.Column == variable.Name
            && draft.Targets.Of(row, ColumnNames.P, Aspects.P) is { } claim)
        {
            yield return (claim, All, measure.Test);
        }
    }

    private static IEnumerable<(Claim, int, ArmTest?)> Summaries(CohortDraft draft, StudyVariable variable, StudyRow row)
    {
        if (row.Measure is not (MeanSdMeasure or MedianSdMeasure or MeanRangeMeasure) || row.Measure.Columns[0] != variable.Name)
        {
            yield break;
        }

        for (int arm = All; arm < draft.Arms.Length; arm++)
        {
            string column = arm == All ? ColumnNames.All : draft.Study.Arms[arm].Name;
            foreach (string aspect in row.Measure.Aspects.Where(aspect => aspect is Aspects.Mean or Aspects.Median or Aspects.StandardDeviation))
            {
                if (draft.Targets.Of(row, column, aspect) is { } printed)
                {
                    yield return (printed, arm, null);
                }
            }
        }
    }
}

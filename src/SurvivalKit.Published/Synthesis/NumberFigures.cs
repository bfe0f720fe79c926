using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The printed figures of a column of numbers: means, medians, standard deviations, and the P of t tests.</summary>
internal sealed class NumberFigures
{
    private const int All = -1;
    private const double WeightOfArm = 10_000;
    private const double WeightOfAll = 100;
    private const double WeightOfTest = 1;

    private readonly ImmutableArray<(FigureTarget Target, int Arm, TestKind? Test)> _targets;
    private readonly StudyReadings _readings;

    public NumberFigures(CohortDraft draft, StudyVariable variable)
    {
        _readings = draft.Study.Methods.Readings;
        _targets = [.. draft.Study.Rows.SelectMany(row => Tests(draft, variable, row).Concat(Summaries(draft, variable, row)))];
    }

    /// <summary>The printed figure of an arm, or if missing, of all patients; a printed median replaces a missing mean.</summary>
    public double? Printed(int arm, string aspect) => (Find(arm, aspect) ?? Find(All, aspect))?.Value;

    /// <summary>The distance of the figures from their rounding intervals in printed units; those of an arm have more weight than the
    /// total's, and these more than P.</summary>
    /// <param name="summary">The summary of an arm, or of all patients (-1).</param>
    /// <param name="median">The median of an arm, or of all patients (-1).</param>
    public double Cost(Func<int, SampleSummary> summary, Func<int, double> median)
    {
        double cost = 0;
        foreach ((FigureTarget target, int arm, TestKind? test) in _targets)
        {
            double weight = test is not null ? WeightOfTest : arm == All ? WeightOfAll : WeightOfArm;
            cost += weight * target.Units(test switch
            {
                { } kind => TestMeasures.Means(kind, summary(0), summary(1)).P,
                _ => target.Claim.Aspect switch
                {
                    Aspects.StandardDeviation => NumberMeasures.Deviation(summary(arm), _readings),
                    Aspects.Median => median(arm),
                    _ => summary(arm).Mean,
                },
            });
        }

        return cost;
    }

    private Claim? Find(int arm, string aspect) => _targets.FirstOrDefault(
        t => t.Arm == arm
            && (t.Target.Claim.Aspect == aspect || (aspect == Aspects.Mean && t.Target.Claim.Aspect == Aspects.Median))).Target?.Claim;

    private static IEnumerable<(FigureTarget, int, TestKind?)> Tests(CohortDraft draft, StudyVariable variable, StudyRow row)
    {
        if (row.Measure is PValueMeasure { Test: TestKind.StudentT or TestKind.WelchT } measure && measure.Column == variable.Name
            && draft.Targets.Of(row, ColumnNames.P, Aspects.P) is { } claim)
        {
            yield return (draft.Targets.Target(claim), All, measure.Test);
        }
    }

    private static IEnumerable<(FigureTarget, int, TestKind?)> Summaries(CohortDraft draft, StudyVariable variable, StudyRow row)
    {
        if (row.Measure is not (MeanSdMeasure or MedianSdMeasure or MeanRangeMeasure) || row.Measure.Columns[0] != variable.Name)
        {
            yield break;
        }

        for (int arm = All; arm < draft.Arms.Length; arm++)
        {
            string column = arm == All ? ColumnNames.All : draft.Study.Arms[arm].Name;
            foreach (string aspect in row.Measure.Aspects.Where(
                aspect => aspect is Aspects.Mean or Aspects.Median or Aspects.StandardDeviation))
            {
                if (draft.Targets.Of(row, column, aspect) is { } printed)
                {
                    yield return (draft.Targets.Target(printed), arm, null);
                }
            }
        }
    }
}

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>P values of tests between the arms.</summary>
internal static class TestMeasures
{
    public static Dictionary<string, Measured> PValue(Cohort cohort, PValueMeasure measure)
    {
        (double p, string test) = measure.Test switch
        {
            TestKind.LogRank when LogRankOf(cohort, cohort.Study.Endpoint(measure.Endpoint!)) is var logRank => (logRank.P, logRank.Test),
            TestKind.StudentT or TestKind.WelchT when Means(cohort, measure) is var means => (means.P, means.Test),
            _ => CountP(Table(cohort, measure), measure.Test),
        };
        return new() { [Aspects.P] = new(p, test) };
    }

    /// <summary>The log-rank test of the arms, the reference first; patients whose time or event is missing are left out.</summary>
    public static LogRankResult LogRankOf(Cohort cohort, StudyEndpoint endpoint)
    {
        string?[] arms = cohort.Columns.Levels(cohort.Study.ArmColumn);
        ImmutableArray<string> levels = cohort.Study.Variable(cohort.Study.ArmColumn).Levels;
        int[] observed = cohort.Columns.Observed(endpoint, Enumerable.Range(0, cohort.Count));
        return LogRankOf(cohort.Columns.Response(endpoint, observed), Array.ConvertAll(observed, i => levels.IndexOf(arms[i]!)));
    }

    /// <summary>The log-rank test of arms.</summary>
    public static LogRankResult LogRankOf(Surv response, int[] arms) => LogRank.Test(response, arms);

    /// <summary>A t test of two arms, Welch's or Student's.</summary>
    public static TestResult Means(TestKind test, SampleSummary first, SampleSummary second) =>
        test == TestKind.WelchT ? TTest.Welch(first, second) : TTest.Student(first, second);

    private static TestResult Means(Cohort cohort, PValueMeasure measure)
    {
        double?[] values = cohort.Columns.Numbers(measure.Column!);
        SampleSummary[] samples = [.. cohort.Study.Arms.Select(
            arm => SampleSummary.Summarize(cohort.PatientsOf(arm.Name).Select(i => values[i]).OfType<double>()))];
        return Means(measure.Test, samples[0], samples[1]);
    }

    private static (double P, string Test) CountP(ContingencyTable table, TestKind test)
    {
        TestResult result = test == TestKind.FisherExact
            ? FisherExact.Test(table)
            : ChiSquare.Test(table, yates: test == TestKind.YatesChiSquare);
        return (result.P, result.Test);
    }

    /// <summary>The counts that are compared, a column an arm.</summary>
    private static ContingencyTable Table(Cohort cohort, PValueMeasure measure)
    {
        ImmutableArray<Func<int, bool>> rows = Rows(cohort, measure);
        ImmutableArray<ImmutableArray<int>> arms = [.. cohort.Study.Arms.Select(arm => cohort.PatientsOf(arm.Name))];
        var counts = new int[rows.Length, arms.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int arm = 0; arm < arms.Length; arm++)
            {
                counts[row, arm] = arms[arm].Count(rows[row]);
            }
        }

        return new ContingencyTable(counts);
    }

    private static ImmutableArray<Func<int, bool>> Rows(Cohort cohort, PValueMeasure measure)
    {
        CohortColumns columns = cohort.Columns;
        if (measure.Condition is { } condition)
        {
            return
            [
                i => columns.Holds(condition, i),
                i => !columns.Holds(condition, i) && !columns.IsMissing(condition, i),
            ];
        }

        if (!measure.Indicators.IsEmpty)
        {
            return [.. measure.Indicators.Select<string, Func<int, bool>>(column => i => columns.Numbers(column)[i] == 1)];
        }

        StudyVariable variable = cohort.Study.Variable(measure.Column!);
        if (variable.Kind != VariableKind.Category)
        {
            double?[] numbers = columns.Numbers(variable.Name);
            IEnumerable<double?> values = numbers.Distinct().Where(value => value is not null || measure.MissingAsLevel).Order();
            return [.. values.Select<double?, Func<int, bool>>(value => i => numbers[i] == value)];
        }

        string?[] levels = columns.Levels(variable.Name);
        string?[] names = measure.MissingAsLevel ? [.. variable.Levels, (string?)null] : [.. variable.Levels];
        return [.. names.Select<string?, Func<int, bool>>(level => i => levels[i] == level)];
    }
}

namespace SurvivalKit.Published;

/// <summary>Gives a test statistic with its P value a verdict.</summary>
internal static class TestStatisticJudge
{
    public static ArithmeticResult Judge(TestStatistic test) => ArithmeticResult.NotCheckable("todo" + test.Kind);
}

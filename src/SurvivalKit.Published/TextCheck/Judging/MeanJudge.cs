namespace SurvivalKit.Published;

/// <summary>Gives a mean with its standard deviation a verdict.</summary>
internal static class MeanJudge
{
    public static ArithmeticResult Judge(MeanStatistic mean) => ArithmeticResult.NotCheckable("todo" + mean.N);
}

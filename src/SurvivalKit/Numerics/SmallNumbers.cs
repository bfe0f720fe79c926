namespace SurvivalKit;

/// <summary>Functions near the place where their usual form loses digits (Kahan's corrections).</summary>
internal static class SmallNumbers
{
    /// <summary>log(1 + x).</summary>
    public static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : double.IsInfinity(sum) || sum <= 0 ? Math.Log(sum) : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>e^x - 1.</summary>
    public static double ExpMinusOne(double x)
    {
        double power = Math.Exp(x);
        double less = power - 1;
        return power == 1 ? x : less == -1 || double.IsInfinity(power) ? less : less * x / Math.Log(power);
    }
}

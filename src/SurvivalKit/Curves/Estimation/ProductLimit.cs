namespace SurvivalKit;

/// <summary>The product limit of Kaplan and Meier (1958), S = prod (1 - d/n) over the times up to t, with Greenwood's variance (1926),
/// Var(log S) = sum d / (n (n - d)), or that of the infinitesimal jackknife.</summary>
internal static class ProductLimit
{
    /// <summary>Survival, standard error and limits at each time.</summary>
    /// <param name="table">The numbers at risk and of events at each time.</param>
    /// <param name="group">The observations, for the jackknife.</param>
    /// <param name="type">The scale of the limits.</param>
    /// <param name="level">Their confidence level.</param>
    public static SurvivalColumns Columns(RiskTable table, SampleRows group, ConfidenceType type, double level)
    {
        int rows = table.Time.Length;
        ReadOnlySpan<double> atRisk = table.AtRisk.AsSpan();
        ReadOnlySpan<double> events = table.Events.AsSpan();
        double[] survival = GC.AllocateUninitializedArray<double>(rows);
        double[] variance = GC.AllocateUninitializedArray<double>(rows);
        double product = 1;
        double sum = 0;
        for (int i = 0; i < rows; i++)
        {
            if (events[i] > 0)
            {
                double left = atRisk[i] - events[i];
                product *= 1 - (events[i] / atRisk[i]);
                sum += events[i] / (atRisk[i] * left);
            }

            survival[i] = product;
            variance[i] = sum;
        }

        bool isRobust = group.Sample.IsRobust;
        double[] logVariance = isRobust ? Jackknife.Variance(group, table, HazardInfluence.OfProductLimit(table)) : variance;
        return SurvivalColumns.OfLogVariance(survival, logVariance, isRobust, type, level);
    }
}

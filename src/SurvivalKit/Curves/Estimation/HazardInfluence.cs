namespace SurvivalKit;

/// <summary>The derivatives of hazards and of log survival by the weight of an observation.</summary>
internal static class HazardInfluence
{
    /// <summary>The derivatives of the cumulative hazard.</summary>
    public static StepInfluence Compute(RiskTable table, HazardMethod method) =>
        Make(table, method == HazardMethod.NelsonAalen ? NelsonAalen : FlemingHarrington);

    /// <summary>Of -log S for the product limit: of the sum of -log(1 - d/n). From where S is 0 the influence on S is 0, so none is
    /// needed.</summary>
    public static StepInfluence OfProductLimit(RiskTable table) =>
        Make(table, static (n, d, _) => n > d ? (d / (n * (n - d)), 1 / (n - d)) : (0, 0));

    // The derivative of d/n by n is -d/n^2, by d it is 1/n.
    private static (double Drift, double Jump) NelsonAalen(double n, double d, double rows) => (d / (n * n), 1 / n);

    // The sum over k of (d/m) / (n - k d/m), k = 0 .. m - 1: one more event increases both n and d.
    private static (double Drift, double Jump) FlemingHarrington(double n, double d, double rows)
    {
        double weight = d / rows;
        double drift = 0;
        double byEvents = 0;
        for (int gone = 0; gone < rows; gone++)
        {
            double left = n - (gone * weight);
            drift += weight / (left * left);
            byEvents += (1 / (rows * left)) + (weight * gone / (rows * left * left));
        }

        return (drift, byEvents);
    }

    private static StepInfluence Make(RiskTable table, Func<double, double, double, (double Drift, double Jump)> at)
    {
        var drift = new double[table.Time.Length];
        var jump = new double[table.Time.Length];
        for (int i = 0; i < drift.Length; i++)
        {
            if (table.Events[i] > 0)
            {
                (drift[i], jump[i]) = at(table.AtRisk[i], table.Events[i], table.EventRows[i]);
            }
        }

        return new StepInfluence(drift, jump);
    }
}

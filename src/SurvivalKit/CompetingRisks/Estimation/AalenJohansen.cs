namespace SurvivalKit;

/// <summary>The Aalen-Johansen estimate of one group with competing causes (Aalen and Johansen 1978): the survival free of any event,
/// S(t) = prod (1 - d/n), and the incidence of each cause, F_k(t) = sum S(t-) d_k/n.</summary>
/// <param name="Table">The distinct times, with the weights at risk and with an event of any cause.</param>
/// <param name="Events">For each cause the weight of its events at each time.</param>
/// <param name="Survival">The survival free of any event at each time.</param>
/// <param name="Incidence">For each cause its incidence at each time.</param>
internal sealed record AalenJohansen(RiskTable Table, double[][] Events, double[] Survival, double[][] Incidence)
{
    public static AalenJohansen Estimate(SampleRows group)
    {
        RiskTable table = RiskTable.Count(group);
        double[][] events = CauseEvents.Count(group, table.Time.Length);
        var survival = new double[table.Time.Length];
        double before = 1;
        for (int i = 0; i < survival.Length; i++)
        {
            before *= table.Events[i] > 0 ? 1 - (table.Events[i] / table.AtRisk[i]) : 1;
            survival[i] = before;
        }

        return new AalenJohansen(table, events, survival, Array.ConvertAll(events, ofCause => Summed(table, survival, ofCause)));
    }

    /// <summary>The survival just before a time.</summary>
    public double Before(int place) => place == 0 ? 1 : Survival[place - 1];

    private static double[] Summed(RiskTable table, double[] survival, double[] events)
    {
        var incidence = new double[survival.Length];
        double sum = 0;
        for (int i = 0; i < incidence.Length; i++)
        {
            sum += events[i] > 0 ? (i == 0 ? 1 : survival[i - 1]) * events[i] / table.AtRisk[i] : 0;
            incidence[i] = sum;
        }

        return incidence;
    }
}

namespace SurvivalKit;

/// <summary>The mean number of events by a time: the sum of d/n (Nelson 1988; Lawless and Nadeau 1995), each step times the probability of
/// being alive just before where events can end (Cook and Lawless 1997; Ghosh and Lin 2000), with the variance of the infinitesimal
/// jackknife over subjects.</summary>
/// <remarks>The variance of Lawless and Nadeau is the sum over subjects of the squared sum of (dN_i - Y_i d/n) / n, which is that of the
/// infinitesimal jackknife. Ghosh and Lin's adds the influence by the survival; it is taken here of the product limit itself, whose
/// denominator is n - d where theirs is n.</remarks>
/// <param name="Table">The distinct times, with the weights at risk and with a recurrent event.</param>
/// <param name="Terminal">The weight of the terminal events at each time.</param>
/// <param name="Survival">The probability of no terminal event by each time.</param>
/// <param name="Mean">The mean number of events by each time.</param>
/// <param name="Variance">Its variance.</param>
internal sealed record MeanCumulativeEstimate(
    RiskTable Table, double[] Terminal, double[] Survival, double[] Mean, double[] Variance)
{
    private const int Ending = 2;

    public static MeanCumulativeEstimate Of(SampleRows group, bool hasTerminal)
    {
        RiskTable table = RiskTable.Count(group);
        int times = table.Time.Length;
        var survival = new double[times];
        var mean = new double[times];
        var jump = new double[times];
        SampleRows ending = group with { Sample = group.Sample.OfCause(Ending) };
        RiskTable ends = hasTerminal ? RiskTable.Count(ending) : table;
        double before = 1;
        double sum = 0;
        for (int i = 0; i < times; i++)
        {
            jump[i] = table.AtRisk[i] > 0 ? before / table.AtRisk[i] : 0;
            sum += jump[i] * table.Events[i];
            mean[i] = sum;
            before *= hasTerminal && ends.Events[i] > 0 ? 1 - (ends.Events[i] / ends.AtRisk[i]) : 1;
            survival[i] = before;
        }

        bool[] isEvent = group.Sample.Event;
        double[] variance = hasTerminal
            ? IncidenceJackknife.Variance(
                ending, ends, HazardInfluence.OfProductLimit(ends), [.. table.Events], jump, row => isEvent[row])
            : Jackknife.Variance(group, table, HazardInfluence.Compute(table, HazardMethod.NelsonAalen));
        return new(table, hasTerminal ? [.. ends.Events] : new double[times], survival, mean, variance);
    }
}

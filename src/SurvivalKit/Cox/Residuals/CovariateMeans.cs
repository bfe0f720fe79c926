using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The mean of one covariate over each risk set, and its integral against the hazard: the terms of a row's score residual that
/// come from the risk sets.</summary>
/// <remarks>
/// Efron's rule has several means at a time with ties, one for each factor (Therneau and Grambsch 2000, section 3.3): an event's residual
/// uses their average; rows without an event at the time are exposed to all of them, the tied events to the fraction 1 - k/d of the k-th.
/// </remarks>
internal sealed class CovariateMeans
{
    private readonly double[] _cumulative;
    private readonly double[] _cumulativeOfEvents;

    private CovariateMeans(int times, bool hasTies)
    {
        Mean = new double[times];
        _cumulative = new double[times + 1];
        _cumulativeOfEvents = hasTies ? new double[times + 1] : _cumulative;
    }

    /// <summary>The mean that is subtracted from an event's covariate at each time.</summary>
    public double[] Mean { get; }

    /// <summary>The integral of the mean against the hazard up to each event time, from the first of its stratum; one extra element, which
    /// is 0.</summary>
    public double[] Cumulative => _cumulative;

    /// <summary>The same for rows with an event at that time.</summary>
    public double[] CumulativeOfEvents => _cumulativeOfEvents;

    /// <summary>The integral over the time after the end of rows that stay at risk: <see cref="LastingRows.Integrate"/>; empty where there
    /// are none.</summary>
    public double[] AfterEnd { get; private set; } = [];

    /// <param name="data">The rows.</param>
    /// <param name="risks">Their risks.</param>
    /// <param name="hazard">The hazard of these risks.</param>
    /// <param name="column">The covariate.</param>
    public static CovariateMeans Compute(CoxData data, CoxRisks risks, EventHazard hazard, int column)
    {
        EventTimes events = data.Events;
        var means = new CovariateMeans(events.Count, hazard.HasTies);
        double[] lasting = data.Lasting?.Sums(risks.Risk, data.X[column]) ?? [];
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            means.SetIncrements(data, risks, hazard, column, s, lasting);
        }

        means.AfterEnd = data.Lasting?.Integrate(means._cumulative.AsSpan(..events.Count), []) ?? [];
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            means.SumUp(events.StratumStarts[s], events.StratumStarts[s + 1]);
        }

        return means;
    }

    private void SetIncrements(CoxData data, CoxRisks risks, EventHazard hazard, int column, int stratum, double[] lasting)
    {
        EventTimes events = data.Events;
        double[] risk = risks.Risk;
        double[] x = data.X[column];
        int row = data.StratumStarts[stratum];
        int entry = row;
        double sum = 0;
        for (int m = events.StratumStarts[stratum]; m < events.StratumStarts[stratum + 1]; m++)
        {
            for (int end = events.End[m]; row < end; row++)
            {
                sum += risk[row] * x[row];
            }

            for (int end = events.EntryEnd.Length == 0 ? entry : events.EntryEnd[m]; entry < end; entry++)
            {
                sum -= risks.EntryRisk[entry] * data.EntryX[column][entry];
            }

            double mean = (sum + (lasting.Length == 0 ? 0 : lasting[m])) / hazard.S0[m];
            if (hazard.IsTied(m))
            {
                Split(data, risk, hazard, x, m, mean);
            }
            else
            {
                Mean[m] = mean;
                _cumulative[m] = _cumulativeOfEvents[m] = mean * hazard.Hazard[m];
            }
        }
    }

    private void Split(CoxData data, double[] risk, EventHazard hazard, double[] x, int m, double mean)
    {
        int first = data.Events.First[m];
        int events = data.Events.Events[m];
        double tied = TensorPrimitives.Dot<double>(risk.AsSpan(first, events), x.AsSpan(first, events)) / hazard.S0[m];
        EventHazard.TiedHazard sums = hazard.OfTied(m);
        double withoutTied = hazard.Hazard[m] - sums.OfTied;
        Mean[m] = ((mean * hazard.Hazard[m]) - (tied * withoutTied)) * hazard.S0[m] / data.Events.Weight[m];
        double all = ((sums.First * mean) - (sums.Second * tied)) / hazard.S0[m];
        double notMet = ((sums.Second * mean) - (sums.Third * tied)) / hazard.S0[m];
        _cumulative[m] = all;
        _cumulativeOfEvents[m] = all - notMet;
    }

    // From the first time, stored last, to the last.
    private void SumUp(int first, int end)
    {
        double sum = 0;
        bool hasTies = !ReferenceEquals(_cumulative, _cumulativeOfEvents);
        for (int m = end - 1; m >= first; m--)
        {
            if (hasTies)
            {
                _cumulativeOfEvents[m] += sum;
            }

            sum += _cumulative[m];
            _cumulative[m] = sum;
        }
    }
}

using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The increment of the hazard at each event time, and the total risk of its risk set (Breslow 1974; Efron 1977).</summary>
/// <remarks>
/// At a time with d tied events Breslow divides their weight by S0, the sum of risks over the risk set. Efron divides a d-th of it by S0,
/// then by S0 less 1/d of the tied events' own risk T0, then less 2/d of it, and so on; the k-th of these factors has the denominator
/// S0 - (k/d) T0. With case weights each factor has the tied events' mean weight (Therneau and Grambsch 2000, section 3.3).
/// </remarks>
internal sealed class EventHazard
{
    // What is left of a sum after a subtraction is recomputed where it is a smaller part.
    private const double SmallestRest = 1e-6;

    private readonly CoxData _data;
    private readonly TiedHazard[] _tied;
    private double[] _entryRisk = [];

    public EventHazard(CoxData data, Ties ties)
    {
        int count = data.Events.Count;
        _data = data;
        S0 = new double[count];
        Hazard = new double[count];
        bool hasTies = ties == Ties.Efron && data.EventCount > count;
        _tied = hasTies ? new TiedHazard[data.Events.Tied.Length] : [];
    }

    /// <summary>The sum of risks over the risk set at each event time.</summary>
    public double[] S0 { get; }

    /// <summary>The increment of the cumulative hazard for rows without an event at the time: the sum of weight over denominator.</summary>
    public double[] Hazard { get; }

    /// <summary>The sums of the times that Efron's rule splits, in the order of <see cref="EventTimes.Tied"/>; empty where it splits
    /// none.</summary>
    public ReadOnlySpan<TiedHazard> Tied => _tied;

    /// <summary>The sum of weight over squared denominator, times S0^2.</summary>
    public double First(int time) => IsTied(time) ? OfTied(time).First : _data.Events.Weight[time];

    /// <summary>The sums of a time that is split.</summary>
    public TiedHazard OfTied(int time) => _tied[Array.BinarySearch(_data.Events.Tied, time)];

    /// <summary>The sum over all factors of weight times the logarithm of the denominator.</summary>
    public double LogDenominators { get; private set; }

    /// <summary>The ratio of subtracted sums to their difference (loss of digits), averaged over the events; 1 where nothing is
    /// subtracted.</summary>
    public double Cancellation { get; private set; }

    /// <summary>Whether some event time is split by Efron's rule.</summary>
    public bool HasTies => _tied.Length > 0;

    /// <summary>Whether an event time is split by Efron's rule.</summary>
    public bool IsTied(int time) => HasTies && _data.Events.Events[time] > 1;

    public void Set(CoxRisks risks)
    {
        _entryRisk = risks.EntryRisk;
        int parts = RowBlocks.Parts(_data.Rows);
        double[] starts = _data.Start.Length > 0 ? [] : StartSums(risks, parts);
        if (starts.Length == 0)
        {
            SumComingAndGoing(risks.Risk);
        }

        double[] lasting = _data.Lasting?.Sums(risks.Risk, []) ?? [];
        var logs = new double[parts];
        RowBlocks.ForEach(parts, _data.Rows, part =>
        {
            // The times whose rows end in the part.
            (int from, int to) = RowBlocks.Rows(part, _data.Rows);
            int first = _data.Events.OfRow[from];
            int end = _data.Events.After(to);
            if (starts.Length > 0 && first < end)
            {
                SumRisks(risks.Risk, from, _data.Events.End[end - 1], starts[part]);
            }

            if (lasting.Length > 0)
            {
                Span<double> sums = S0.AsSpan(first..end);
                TensorPrimitives.Add(sums, lasting.AsSpan(first..end), sums);
            }

            logs[part] = SetTimes(risks.Risk, first, end);
        });
        LogDenominators = logs.Sum();
    }

    // The sum of risks where each part begins, within the stratum that continues there.
    private double[] StartSums(CoxRisks risks, int parts)
    {
        Cancellation = 1;
        var starts = new double[parts];
        for (int part = 1; part < parts; part++)
        {
            (int from, int to) = RowBlocks.Rows(part - 1, _data.Rows);
            int stratum = _data.StratumOf(to - 1);
            starts[part] = to == _data.StratumStarts[stratum + 1] ? 0
                : risks.RiskSums[part - 1] + (_data.StratumStarts[stratum] < from ? starts[part - 1] : 0);
        }

        return starts;
    }

    // Each row writes the running sum to its event time's place; the last row's value remains.
    private void SumRisks(double[] risk, int from, int to, double sum)
    {
        ReadOnlySpan<int> timeOfRow = _data.Events.OfRow;
        double[] sums = S0;
        int stratum = _data.StratumOf(from);
        for (int row = from; row < to; stratum++)
        {
            sum = row == _data.StratumStarts[stratum] ? 0 : sum;
            for (int end = Math.Min(to, _data.StratumStarts[stratum + 1]); row < end; row++)
            {
                sums[timeOfRow[row]] = sum += risk[row];
            }
        }
    }

    // Some times, whose sums of risks are known; returns their part of the logarithms.
    private double SetTimes(double[] risk, int first, int end)
    {
        // The array of hazards first holds the logarithms.
        ReadOnlySpan<double> sums = S0.AsSpan(first..end);
        ReadOnlySpan<double> weight = _data.Events.Weight.AsSpan(first..end);
        Span<double> hazard = Hazard.AsSpan(first..end);
        TensorPrimitives.Log(sums, hazard);
        double logs = TensorPrimitives.Dot(weight, hazard);
        TensorPrimitives.Divide(weight, sums, hazard);
        (int tied, int endOfTied) = HasTies ? _data.Events.TiedBetween(first, end) : (0, 0);
        for (; tied < endOfTied; tied++)
        {
            logs += Split(tied, risk);
        }

        return logs;
    }

    private void SumComingAndGoing(double[] risk)
    {
        EventTimes events = _data.Events;
        double excess = 0;
        for (int s = 0; s + 1 < _data.StratumStarts.Length; s++)
        {
            int row = _data.StratumStarts[s];
            int entry = row;
            double sum = 0;
            double largest = 0;
            for (int m = events.StratumStarts[s]; m < events.StratumStarts[s + 1]; m++)
            {
                for (int end = events.End[m]; row < end; row++)
                {
                    sum += risk[row];
                }

                largest = Math.Max(largest, sum);
                for (int end = events.EntryEnd[m]; entry < end; entry++)
                {
                    sum -= _entryRisk[entry];
                }

                excess += events.Weight[m] * largest / sum;
                if (!(sum > largest * SmallestRest))
                {
                    sum = AtRisk(risk, _data.StratumStarts[s], m);
                    largest = sum;
                }

                S0[m] = sum;
            }
        }

        Cancellation = excess / (_data.EventWeight * Math.Max(1, _data.EventCount));
    }

    private double AtRisk(double[] risk, int from, int m)
    {
        double sum = 0;
        for (int row = from; row < _data.Events.End[m]; row++)
        {
            sum += _data.Start[row] < _data.Events.Time[m] ? risk[row] : 0;
        }

        return sum;
    }

    // Efron's factors of one time; returns their part of the logarithms.
    private double Split(int place, double[] risk)
    {
        int m = _data.Events.Tied[place];
        int d = _data.Events.Events[m];
        double tied = TensorPrimitives.Sum<double>(risk.AsSpan(_data.Events.First[m], d)) / S0[m];
        double weight = _data.Events.Weight[m] / d;
        var factors = EfronFactors.Of(d, tied, weight);
        Hazard[m] = factors.Hazard * weight / S0[m];
        _tied[place] = new TiedHazard(
            factors.OfTied * weight / S0[m], factors.First * weight, factors.Second * weight, factors.Third * weight);
        return factors.LogDenominators;
    }

    /// <summary>Efron's sums over the factors of a time with ties: the k-th of d leaves out the part k/d of the tied events.</summary>
    /// <param name="OfTied">The increment of the hazard for the tied events themselves: each factor counts 1 - k/d.</param>
    /// <param name="First">The sum of weight over squared denominator, times S0^2.</param>
    /// <param name="Second">The same with k/d in the numerator.</param>
    /// <param name="Third">The same with (k/d)^2 in the numerator.</param>
    internal readonly record struct TiedHazard(double OfTied, double First, double Second, double Third);
}

namespace SurvivalKit.Tests;

/// <summary>Residuals straight from their definition: every event time against every row, in O(rows x times).</summary>
internal sealed class PlainResiduals
{
    private readonly double[] _start;
    private readonly double[] _stop;
    private readonly bool[] _isEvent;
    private readonly int[] _stratum;
    private readonly double[] _weight;
    private readonly double[][] _x;
    private readonly double[] _risk;
    private readonly bool _isEfron;

    public PlainResiduals(
        double[] start, double[] stop, bool[] isEvent, int[] stratum, double[] weight, double[][] x, double[] coefficients, Ties ties)
    {
        (_start, _stop, _isEvent, _stratum, _weight, _x, _isEfron) = (start, stop, isEvent, stratum, weight, x, ties == Ties.Efron);
        int n = stop.Length;
        _risk = new double[n];
        for (int i = 0; i < n; i++)
        {
            _risk[i] = Math.Exp(Enumerable.Range(0, x.Length).Sum(j => coefficients[j] * x[j][i]));
        }

        Martingale = Array.ConvertAll(isEvent, seen => seen ? 1.0 : 0);
        Score = Array.ConvertAll(x, _ => new double[n]);
        Schoenfeld = Array.ConvertAll(x, _ => new double[n]);
        foreach (var time in Enumerable.Range(0, n).Where(i => isEvent[i]).GroupBy(i => (stratum[i], stop[i])))
        {
            Add(time.Key.Item1, time.Key.Item2, [.. time]);
        }
    }

    public double[] Martingale { get; }

    public double[][] Score { get; }

    /// <summary>A row an observation; 0 for those without an event.</summary>
    public double[][] Schoenfeld { get; }

    private void Add(int stratum, double time, int[] tied)
    {
        int[] atRisk = [.. Enumerable.Range(0, _stop.Length).Where(i => _stratum[i] == stratum && _start[i] < time && _stop[i] >= time)];
        int steps = _isEfron ? tied.Length : 1;
        double weight = tied.Sum(i => _weight[i]) / steps;
        var isTied = new bool[_stop.Length];
        foreach (int i in tied)
        {
            isTied[i] = true;
        }

        for (int k = 0; k < steps; k++)
        {
            // At the k-th step the tied events are at risk with only a fraction of their risk.
            double part = 1 - ((double)k / steps);
            double total = 0;
            var mean = new double[_x.Length];
            foreach (int i in atRisk)
            {
                double share = _weight[i] * _risk[i] * (isTied[i] ? part : 1);
                total += share;
                for (int j = 0; j < mean.Length; j++)
                {
                    mean[j] += share * _x[j][i];
                }
            }

            mean = Array.ConvertAll(mean, sum => sum / total);
            foreach (int i in atRisk)
            {
                double expected = _risk[i] * (isTied[i] ? part : 1) * weight / total;
                Martingale[i] -= expected;
                for (int j = 0; j < mean.Length; j++)
                {
                    double difference = _x[j][i] - mean[j];
                    Score[j][i] += ((isTied[i] ? 1.0 / steps : 0) - expected) * difference;
                    Schoenfeld[j][i] += isTied[i] ? difference / steps : 0;
                }
            }
        }
    }
}

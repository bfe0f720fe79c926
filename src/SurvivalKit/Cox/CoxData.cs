using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The observations of a Cox model in the order in which the likelihood visits them: by stratum, from the last time to the first.</summary>
/// <remarks>Columns are centred at their mean in each stratum and scaled to unit spread, so that sums keep their digits whatever the units.</remarks>
internal sealed class CoxData
{
    private CoxData(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Time = new double[rows];
        Weight = new double[rows];
        Offset = new double[rows];
        IsEvent = new bool[rows];
        X = new double[rows * columns];
        Scale = new double[columns];
    }

    public int Rows { get; }

    public int Columns { get; }

    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Where each stratum starts, and the end of the last.</summary>
    public required int[] StratumStarts { get; init; }

    /// <summary>The place of each sorted row in the caller's data.</summary>
    public required int[] Order { get; init; }

    /// <summary>Sorted rows by stratum and falling start; empty when all are at risk from the origin.</summary>
    public required int[] EntryOrder { get; init; }

    /// <summary>The start of each sorted row; empty when all are at risk from the origin.</summary>
    public required double[] Start { get; init; }

    public double[] Time { get; }

    public double[] Weight { get; }

    public double[] Offset { get; }

    public bool[] IsEvent { get; }

    /// <summary>Centred and scaled covariates, one row after the other.</summary>
    public double[] X { get; }

    public double[] Scale { get; }

    public int EventCount { get; private set; }

    /// <summary>Whether a case weight is no whole number.</summary>
    public bool HasFractionalWeights { get; private set; }

    /// <summary>The mean weight of an event: the unit in which log-likelihoods are counted.</summary>
    public double EventWeight { get; private set; }

    public static CoxData Of(Surv response, DesignMatrix design, ReadOnlySpan<int> strata, ReadOnlySpan<double> weights, ReadOnlySpan<double> offset)
    {
        int n = response.Count;
        int[] order = SortedRows(response, strata);
        double[] start = response.IsCounting ? Array.ConvertAll(order, row => response.Start[row]) : [];
        int[] stratumStarts = Starts(order, strata);
        var data = new CoxData(n, design.Columns)
        {
            Names = design.Names,
            StratumStarts = stratumStarts,
            Order = order,
            Start = start,
            EntryOrder = start.Length == 0 ? [] : EntrySorted(start, stratumStarts),
        };
        for (int i = 0; i < n; i++)
        {
            int row = order[i];
            data.Time[i] = response.Time[row];
            data.Weight[i] = weights.IsEmpty ? 1 : weights[row];
            data.Offset[i] = offset.IsEmpty ? 0 : offset[row];

            // An event of weight 0 is none: it adds nothing to the likelihood and must not count among the tied.
            data.IsEvent[i] = response.Event[row] && data.Weight[i] > 0;
            data.EventCount += data.IsEvent[i] ? 1 : 0;
            data.EventWeight += data.IsEvent[i] ? data.Weight[i] : 0;
        }

        data.EventWeight /= Math.Max(1, data.EventCount);

        data.HasFractionalWeights = Array.Exists(data.Weight, weight => weight != Math.Floor(weight));
        data.LeaveOutNeverAtRisk();
        for (int column = 0; column < design.Columns; column++)
        {
            data.Gather(design.Column(column), column);
        }

        return data;
    }

    // Who is at risk at no event says nothing; a covariate that is out of all proportion there must not spoil the sums of the others.
    private void LeaveOutNeverAtRisk()
    {
        for (int s = 0; s + 1 < StratumStarts.Length; s++)
        {
            // From the first time to the last, a time after the other: the latest event so far is the last that its rows can have been at risk at.
            double lastEvent = double.NegativeInfinity;
            for (int i = StratumStarts[s + 1] - 1; i >= StratumStarts[s];)
            {
                int first = i;
                for (; first >= StratumStarts[s] && Time[first] == Time[i]; first--)
                {
                    lastEvent = IsEvent[first] ? Time[i] : lastEvent;
                }

                for (; i > first; i--)
                {
                    bool atRisk = lastEvent > (Start.Length > 0 ? Start[i] : double.NegativeInfinity);
                    Weight[i] = atRisk ? Weight[i] : 0;
                }
            }
        }
    }

    // Only differences within a stratum matter: centred there, a column that is constant in every stratum is 0.
    private void Gather(ReadOnlySpan<double> values, int column)
    {
        double spread = 0;
        double total = 0;
        double largestMean = 0;
        for (int s = 0; s + 1 < StratumStarts.Length; s++)
        {
            double mean = StratumMean(values, StratumStarts[s], StratumStarts[s + 1]);
            largestMean = Math.Max(largestMean, Math.Abs(mean));
            for (int i = StratumStarts[s]; i < StratumStarts[s + 1]; i++)
            {
                double deviation = Weight[i] > 0 ? values[Order[i]] - mean : 0;
                X[(i * Columns) + column] = deviation;
                spread += Weight[i] * deviation * deviation;
                total += Weight[i];
            }
        }

        double scale = total > 0 ? Math.Sqrt(spread / total) : 0;
        if (!double.IsFinite(scale))
        {
            throw SurvivalDataException.AtColumn(null, Names[column], "its values are too large to be squared; smaller ones were expected, as in other units.");
        }

        // A spread at the rounding error of the mean is none: the column is constant.
        Scale[column] = scale > 1e-14 * largestMean ? scale : 0;
        for (int i = 0; i < Rows; i++)
        {
            X[(i * Columns) + column] = Scale[column] == 0 ? 0 : X[(i * Columns) + column] / scale;
        }
    }

    private double StratumMean(ReadOnlySpan<double> values, int from, int to)
    {
        double total = 0;
        double mean = 0;
        for (int i = from; i < to; i++)
        {
            if (Weight[i] > 0)
            {
                total += Weight[i];
                mean += Weight[i] / total * (values[Order[i]] - mean);
            }
        }

        return mean;
    }

    private static int[] SortedRows(Surv response, ReadOnlySpan<int> strata)
    {
        int[] order = [.. Enumerable.Range(0, response.Count)];
        var keys = new (int Stratum, double Time)[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            keys[i] = (strata.IsEmpty ? 0 : strata[i], -response.Time[i]);
        }

        Array.Sort(keys, order);
        return order;
    }

    private static int[] Starts(int[] order, ReadOnlySpan<int> strata)
    {
        var starts = new List<int> { 0 };
        for (int i = 1; i < order.Length; i++)
        {
            if (!strata.IsEmpty && strata[order[i]] != strata[order[i - 1]])
            {
                starts.Add(i);
            }
        }

        starts.Add(order.Length);
        return [.. starts];
    }

    private static int[] EntrySorted(double[] start, int[] stratumStarts)
    {
        int[] order = [.. Enumerable.Range(0, start.Length)];
        double[] keys = Array.ConvertAll(start, value => -value);
        for (int s = 0; s + 1 < stratumStarts.Length; s++)
        {
            Array.Sort(keys, order, stratumStarts[s], stratumStarts[s + 1] - stratumStarts[s]);
        }

        return order;
    }
}

using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The observations of a Cox model in the order of the likelihood: <see cref="CoxRows"/>.
/// Immutable once made.</summary>
internal sealed class CoxData
{
    // The values of a column, and sums of them, are known to a few of these times their size.
    private const double Rounding = 16 * 2.220446049250313e-16;

    private DesignMatrix _design = null!;
    private double[]? _caseWeight;
    private double[]? _noise;

    public int Rows => Time.Length;

    public int Columns => X.Length;

    public required ImmutableArray<string> Names { get; set; }

    /// <summary>Where each stratum starts, and the end of the last.</summary>
    public required int[] StratumStarts { get; init; }

    /// <summary>The place of each sorted row in the caller's data.</summary>
    public required int[] Order { get; init; }

    /// <summary>Sorted rows by stratum and falling start; empty when all are at risk from the origin.</summary>
    public required int[] EntryOrder { get; init; }

    /// <summary>The start of each sorted row; empty when all are at risk from the origin.</summary>
    public required double[] Start { get; init; }

    /// <summary>The offset in the linear predictor of each sorted row; empty: none.</summary>
    public required double[] Offset { get; init; }

    /// <summary>The case weight of each sorted row.</summary>
    public double[] CaseWeight => _caseWeight ??= Ones(Rows);

    public required double[] Time { get; init; }

    public required bool[] IsEvent { get; init; }

    /// <summary>The case weight of each sorted row, and 0 for one that is at risk at no event: it does not contribute.</summary>
    public double[] Weight { get; private set; } = [];

    /// <summary>Centred and scaled covariates, one array a column; see <see cref="CoxColumns"/>.</summary>
    public double[][] X { get; private set; } = [];

    /// <summary>The same columns in the order of <see cref="EntryOrder"/>, so that entering rows are read sequentially.</summary>
    public double[][] EntryX { get; private set; } = [];

    /// <summary>The divisor of each column.</summary>
    public double[] Scale { get; private set; } = [];

    /// <summary>A bound of the magnitudes of each column's values.</summary>
    public double[] Largest { get; private set; } = [];

    /// <summary>For each column the difference of two of its values that may come from the rounding of what the caller gave.</summary>
    public double[] Noise => _noise ??= [.. Enumerable.Range(0, Columns).Select(NoiseOf)];

    public EventTimes Events { get; private set; } = null!;

    /// <summary>The rows that stay at risk after their end; <see langword="null"/>: none do.</summary>
    public LastingRows? Lasting { get; private set; }

    public int EventCount { get; private set; }

    /// <summary>The mean weight of an event: the unit in which log-likelihoods are counted.</summary>
    public double EventWeight { get; private set; }

    /// <param name="sample">The observations.</param>
    /// <param name="design">One column a coefficient.</param>
    /// <param name="offset">The offset in each linear predictor; empty: none.</param>
    /// <param name="lasting">Which observations stay at risk after their end; <see langword="null"/>: none.</param>
    public static CoxData Gather(
        SurvivalSample sample, DesignMatrix design, ReadOnlySpan<double> offset, LastingWeights? lasting = null)
    {
        double[] weights = sample.Weights;
        TimeOrder times = sample.Order;

        // An event of weight 0 is ignored: it adds nothing to the likelihood and must not count as a tied event.
        bool[] isEvent = sample.Event;
        if (weights.Contains(0))
        {
            isEvent = (bool[])isEvent.Clone();
            for (int i = 0; i < isEvent.Length; i++)
            {
                isEvent[i] &= weights[i] > 0;
            }
        }

        CoxRows rows = CoxRows.Sort(sample, isEvent);
        int[] order = rows.Order;
        var data = new CoxData
        {
            Names = design.Names,
            StratumStarts = rows.StratumStarts,
            Order = order,
            Time = rows.Time,
            IsEvent = rows.IsEvent,
            Start = Gathered(times.Start, order),
            EntryOrder = CoxRows.EntryOrder(times, order, rows.StratumStarts),
            Offset = Gathered(offset, order),
            _caseWeight = weights.Length == 0 ? null : Gathered(weights, order),
        };
        data.SetEvents(lasting);

        // The columns are gathered where the sorted times were.
        sample.ForgetOrder();
        data._design = design;
        data.SetColumns(isTypical: false);
        return data;
    }

    private void SetColumns(bool isTypical)
    {
        CoxColumns columns = CoxColumns.Gather(_design, Order, StratumStarts, Weight, isTypical);
        X = columns.Values;
        Scale = columns.Scale;
        Largest = columns.Largest;
        if (EntryOrder.Length > 0)
        {
            EntryX = new double[Columns][];
            RowBlocks.ForEach(Columns, Rows, column => EntryX[column] = Gathered(X[column], EntryOrder));
        }
    }

    /// <summary>The same rows with the caller's columns centred and scaled as most of their values are.</summary>
    public CoxData AsTypical()
    {
        var typical = (CoxData)MemberwiseClone();
        typical._noise = null;
        typical.SetColumns(isTypical: true);
        return typical;
    }

    /// <summary>The same rows with columns that are combinations of these.</summary>
    /// <param name="mix">A column for each of the new ones: what it has of these. An upper triangle, or columns of one.</param>
    public CoxData Combined(double[,] mix)
    {
        int columns = mix.GetLength(1);
        var combined = (CoxData)MemberwiseClone();
        combined.Names = [.. Enumerable.Range(0, columns).Select(column => Names[Last(mix, column)])];
        combined.Scale = [.. Enumerable.Range(0, columns).Select(column => Scale[Last(mix, column)] / mix[Last(mix, column), column])];
        combined.X = Mixed(X, mix);
        combined.Largest = SumsOfMagnitudes(mix, Largest);
        combined._noise = SumsOfMagnitudes(mix, Noise);
        combined.EntryX = EntryX.Length == 0 ? [] : Mixed(EntryX, mix);
        return combined;
    }

    /// <summary>The stratum of a sorted row.</summary>
    public int StratumOf(int row)
    {
        int at = Array.BinarySearch(StratumStarts, row);
        return at >= 0 ? at : ~at - 1;
    }

    private double NoiseOf(int column)
    {
        double largest = 0;
        foreach (double value in _design.Column(column))
        {
            largest = double.IsFinite(value) ? Math.Max(largest, Math.Abs(value)) : largest;
        }

        return Scale[column] == 0 ? 0 : Rounding * (1 + (largest / Scale[column]));
    }

    private static double[] SumsOfMagnitudes(double[,] mix, double[] magnitudes) =>
    [
        .. Enumerable.Range(0, mix.GetLength(1)).Select(column =>
            Enumerable.Range(0, magnitudes.Length).Sum(part => Math.Abs(mix[part, column]) * magnitudes[part])),
    ];

    // The column that gave a combination its place.
    private static int Last(double[,] mix, int column)
    {
        int last = mix.GetLength(0) - 1;
        while (last > 0 && mix[last, column] == 0)
        {
            last--;
        }

        return last;
    }

    private static double[][] Mixed(double[][] columns, double[,] mix)
    {
        var mixed = new double[mix.GetLength(1)][];
        for (int k = 0; k < mixed.Length; k++)
        {
            mixed[k] = new double[columns.Length == 0 ? 0 : columns[0].Length];
            for (int j = 0; j < columns.Length; j++)
            {
                if (mix[j, k] != 0)
                {
                    TensorPrimitives.MultiplyAdd(columns[j], mix[j, k], mixed[k], mixed[k]);
                }
            }
        }

        return mixed;
    }

    private void SetEvents(LastingWeights? lasting)
    {
        double[] weight = _caseWeight ?? Ones(Rows);
        Events = EventTimes.Find(Time, Start, IsEvent, weight, StratumStarts, EntryOrder);
        EventCount = TensorPrimitives.Sum<int>(Events.Events);
        EventWeight = TensorPrimitives.Sum<double>(Events.Weight) / Math.Max(1, EventCount);
        Lasting = lasting is null ? null : LastingRows.Make(lasting, Order, StratumStarts, Events);
        Weight = WithoutNeverAtRisk(weight);
    }

    // A row at risk at no event does not contribute; an extreme covariate in it must not spoil the sums of the others.
    private double[] WithoutNeverAtRisk(double[] weight)
    {
        for (int s = 0; s + 1 < StratumStarts.Length; s++)
        {
            // Past the last time there is no event.
            int last = Events.StratumStarts[s + 1] - 1;
            int end = last < Events.StratumStarts[s] ? StratumStarts[s] : Events.End[last];
            if (end < StratumStarts[s + 1])
            {
                Own().AsSpan(end..StratumStarts[s + 1]).Clear();
            }

            // The latest event time up to the end of a row is not after its start.
            for (int row = StratumStarts[s]; row < end && Start.Length > 0; row++)
            {
                if (Events.BeforeStart[row] <= Events.OfRow[row])
                {
                    Own()[row] = 0;
                }
            }
        }

        foreach (int row in Lasting?.AtRiskLater ?? [])
        {
            if (weight[row] == 0)
            {
                Own()[row] = _caseWeight is null ? 1 : _caseWeight[row];
            }
        }

        return weight;

        // Without case weights the ones are this list's alone.
        double[] Own() => weight = ReferenceEquals(weight, _caseWeight) ? (double[])weight.Clone() : weight;
    }

    private static double[] Ones(int rows)
    {
        double[] ones = Recycled<double>.Take(rows);
        Array.Fill(ones, 1);
        return ones;
    }

    private static double[] Gathered(ReadOnlySpan<double> values, int[] order)
    {
        if (values.IsEmpty)
        {
            return [];
        }

        double[] gathered = GC.AllocateUninitializedArray<double>(order.Length);
        for (int i = 0; i < order.Length; i++)
        {
            gathered[i] = values[order[i]];
        }

        return gathered;
    }
}

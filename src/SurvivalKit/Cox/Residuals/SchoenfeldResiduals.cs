namespace SurvivalKit;

/// <summary>The covariates of each event minus their mean over the risk set (Schoenfeld 1982), by stratum and time.</summary>
internal sealed class SchoenfeldResiduals
{
    private readonly CoxState _state;
    private readonly CoxData _data;
    private readonly int[] _row;
    private readonly double[][] _columns;

    public SchoenfeldResiduals(CoxState state)
    {
        _state = state;
        _data = state.Data;
        _row = new int[_data.EventCount];
        TimeOfEvent = new int[_row.Length];
        Stratum = new int[_row.Length];
        Place();
        _columns = new double[_data.Columns][];
        RowBlocks.ForEach(_columns.Length, _data.Rows, j => _columns[j] = Column(j));
    }

    /// <summary>The place in <see cref="CoxData.Events"/> of each event's time.</summary>
    public int[] TimeOfEvent { get; }

    /// <summary>The stratum of each event.</summary>
    public int[] Stratum { get; }

    /// <summary>The residuals of a column in units of <see cref="CoxData.Scale"/>, an event each.</summary>
    public double[] OfScaled(int column) => _columns[column];

    public CoxResiduals Residuals()
    {
        var columns = new double[_columns.Length][];
        for (int j = 0; j < columns.Length; j++)
        {
            double scale = _data.Scale[j];
            columns[j] = Array.ConvertAll(_columns[j], value => value * scale);
        }

        return Arrange(CoxResidualKind.Schoenfeld, columns);
    }

    public CoxResiduals Scaled(double[,] covariance)
    {
        var columns = new double[_columns.Length][];
        RowBlocks.ForEach(columns.Length, _row.Length, j =>
        {
            columns[j] = new double[_row.Length];
            Array.Fill(columns[j], _state.Coefficients[j]);
            for (int k = 0; k < _columns.Length && !double.IsNaN(_state.Coefficients[j]); k++)
            {
                double factor = covariance[k, j] * _data.Scale[k] * _row.Length;
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(_columns[k], factor, columns[j], columns[j]);
            }
        });
        return Arrange(CoxResidualKind.ScaledSchoenfeld, columns);
    }

    // The rows of the caller's strata, which in the limit of a likelihood without a maximum are not those of the state.
    private CoxResiduals Arrange(CoxResidualKind kind, double[][] columns)
    {
        if (_state.Limit is not null)
        {
            return new SchoenfeldResiduals(_state.Given).ArrangeAs(kind, columns, Array.ConvertAll(_row, row => _data.Order[row]));
        }

        int strata = _data.StratumStarts.Length - 1;
        string[] names = strata == 1 ? [] : [.. Enumerable.Range(0, strata).Select(stratum => _state.Source.NameOf(_data, stratum))];
        return new CoxResiduals(
            kind, _data.Names, _row.Length, columns, () => _state.Source.DataRows(Array.ConvertAll(_row, row => _data.Order[row])))
        {
            Times = [.. _row.Select(row => _data.Time[row])],
            Strata = strata == 1 ? [] : [.. Stratum.Select(stratum => names[stratum])],
        };
    }

    private CoxResiduals ArrangeAs(CoxResidualKind kind, double[][] columns, int[] observations)
    {
        var place = new int[_data.Rows];
        for (int i = 0; i < observations.Length; i++)
        {
            place[observations[i]] = i;
        }

        return Arrange(kind, Array.ConvertAll(columns, column => Array.ConvertAll(_row, row => column[place[_data.Order[row]]])));
    }

    // The sorted rows go from the last time to the first, the tied events in the caller's order.
    private void Place()
    {
        EventTimes events = _data.Events;
        int at = 0;
        for (int s = 0; s + 1 < events.StratumStarts.Length; s++)
        {
            for (int m = events.StratumStarts[s + 1] - 1; m >= events.StratumStarts[s]; m--)
            {
                int first = at;
                for (int i = events.First[m]; i < events.First[m] + events.Events[m]; i++, at++)
                {
                    _row[at] = i;
                    TimeOfEvent[at] = m;
                    Stratum[at] = s;
                }

                if (at - first > 1)
                {
                    // Joined near ties are in the order of their original times.
                    _row.AsSpan(first, at - first).Sort((left, right) => _data.Order[left].CompareTo(_data.Order[right]));
                }
            }
        }
    }

    private double[] Column(int column)
    {
        double[] x = _data.X[column];
        double[] mean = CovariateMeans.Compute(_data, _state.Risks, _state.Hazard, column).Mean;
        double[] residual = GC.AllocateUninitializedArray<double>(_row.Length);
        for (int i = 0; i < residual.Length; i++)
        {
            residual[i] = x[_row[i]] - mean[TimeOfEvent[i]];
        }

        return residual;
    }
}

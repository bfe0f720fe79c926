using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>Computes the test of proportional hazards of a fit, and the data of its plot.</summary>
internal sealed class ProportionalHazardsComputation
{
    private readonly CoxState _state;
    private readonly CoxData _data;
    private readonly string _transform;
    private readonly double[] _times;
    private readonly int[] _estimable;
    private readonly ScoreTrend _trend;

    private ProportionalHazardsComputation(CoxState state, string transform, double[] times)
    {
        _state = state;
        _data = state.Data;
        _transform = transform;
        _times = times;
        _estimable = [.. Enumerable.Range(0, _data.Columns).Where(column => !double.IsNaN(state.Coefficients[column]))];
        _trend = new ScoreTrend(new RiskSetMoments(_data, state.Risks, state.Hazard), Centred());
    }

    /// <param name="state">The rows, with risks and hazards at the estimates.</param>
    /// <param name="transform">The name of the time scale.</param>
    /// <param name="scale">The value of each event time on it.</param>
    /// <exception cref="SurvivalDataException">No coefficient is estimable, or all events have one value.</exception>
    public static ProportionalHazardsTest Test(CoxState state, string transform, Func<CoxData, double[]> scale)
    {
        double[] times = scale(state.Data);
        Check(Array.Exists(state.Coefficients, double.IsFinite), transform, times);
        var computation = new ProportionalHazardsComputation(state, transform, times);
        return new ProportionalHazardsTest(
            transform,
            computation._trend.Tests(computation._estimable, state.Design.Terms),
            computation._trend.Tests(computation._estimable, state.Design.Names),
            computation.Plot);
    }

    /// <summary>Throws where nothing can be tested.</summary>
    /// <param name="isEstimable">Whether a coefficient is estimable.</param>
    /// <param name="transform">The name of the time scale.</param>
    /// <param name="times">The value of each event time on it.</param>
    public static void Check(bool isEstimable, string transform, double[] times)
    {
        if (!isEstimable)
        {
            throw new SurvivalDataException(
                "No coefficient has a finite estimate whose change over time could be tested; at least one was expected.");
        }

        if (times.Min() == times.Max())
        {
            throw new SurvivalDataException($"All events have one time on the scale \"{transform}\"; a trend over time needs two or more.");
        }
    }

    // Minus their unweighted mean over the events, as in R.
    private double[] Centred()
    {
        double sum = 0;
        for (int m = 0; m < _times.Length; m++)
        {
            sum += _times[m] * _data.Events.Events[m];
        }

        return Array.ConvertAll(_times, time => time - (sum / _data.EventCount));
    }

    private ChangingCoefficients Plot()
    {
        var schoenfeld = new SchoenfeldResiduals(_state);
        int count = schoenfeld.TimeOfEvent.Length;
        var columns = new double[_estimable.Length][];
        for (int j = 0; j < columns.Length; j++)
        {
            columns[j] = new double[count];
            Array.Fill(columns[j], double.NaN);
        }

        bool[][] varies = Varies();
        double[,] mean = MeanInformation(varies);
        for (int first = 0, end; first < count; first = end)
        {
            int stratum = schoenfeld.Stratum[first];
            for (end = first + 1; end < count && schoenfeld.Stratum[end] == stratum; end++)
            {
            }

            Fill(columns, first, end, [.. Enumerable.Range(0, columns.Length).Where(j => varies[j][stratum])], mean, schoenfeld);
        }

        double[] times = Array.ConvertAll(schoenfeld.TimeOfEvent, m => _data.Events.Time[m]);
        double[] transformed = Array.ConvertAll(schoenfeld.TimeOfEvent, m => _times[m]);
        return new ChangingCoefficients(_transform, [.. _estimable.Select(column => _data.Names[column])], times, transformed, columns);
    }

    // One stratum: the inverse of the mean information of the covariates that vary in it, times the residuals, plus the coefficients.
    private void Fill(double[][] columns, int first, int end, int[] varying, double[,] mean, SchoenfeldResiduals schoenfeld)
    {
        var information = new double[varying.Length, varying.Length];
        for (int j = 0; j < varying.Length; j++)
        {
            for (int k = 0; k < varying.Length; k++)
            {
                information[j, k] = mean[varying[j], varying[k]];
            }
        }

        double[,] inverse = GeneralizedCholesky.Factorize(information).Inverse();
        RowBlocks.ForEachSpan(end - first, (from, to) =>
        {
            // Block by block: the residuals of a block stay in the cache for all columns.
            for (int block = first + from; block < first + to; block += RowBlocks.Block)
            {
                int length = Math.Min(RowBlocks.Block, first + to - block);
                for (int j = 0; j < varying.Length; j++)
                {
                    int column = _estimable[varying[j]];
                    Span<double> values = columns[varying[j]].AsSpan(block, length);
                    values.Fill(_state.Coefficients[column]);
                    for (int k = 0; k < varying.Length; k++)
                    {
                        ReadOnlySpan<double> residuals = schoenfeld.OfScaled(_estimable[varying[k]]).AsSpan(block, length);
                        TensorPrimitives.MultiplyAdd(residuals, inverse[j, k] / _data.Scale[column], values, values);
                    }
                }
            }
        });
    }

    // The information per event, counting the events of strata in which both covariates vary.
    private double[,] MeanInformation(bool[][] varies)
    {
        EventTimes events = _data.Events;
        var ofStratum = new int[_data.StratumStarts.Length - 1];
        for (int s = 0; s < ofStratum.Length; s++)
        {
            for (int m = events.StratumStarts[s]; m < events.StratumStarts[s + 1]; m++)
            {
                ofStratum[s] += events.Events[m];
            }
        }

        var mean = new double[varies.Length, varies.Length];
        for (int j = 0; j < varies.Length; j++)
        {
            for (int k = 0; k < varies.Length; k++)
            {
                int counted = 0;
                for (int s = 0; s < ofStratum.Length; s++)
                {
                    counted += varies[j][s] && varies[k][s] ? ofStratum[s] : 0;
                }

                mean[j, k] = _trend.Information(_estimable[j], _estimable[k]) / Math.Max(1, counted);
            }
        }

        return mean;
    }

    // Whether each estimable covariate varies within each stratum.
    private bool[][] Varies() => Array.ConvertAll(_estimable, column =>
    {
        double[] x = _data.X[column];
        var varies = new bool[_data.StratumStarts.Length - 1];
        for (int s = 0; s < varies.Length; s++)
        {
            double first = double.NaN;
            for (int i = _data.StratumStarts[s]; i < _data.StratumStarts[s + 1] && !varies[s]; i++)
            {
                if (_data.Weight[i] > 0)
                {
                    first = double.IsNaN(first) ? x[i] : first;
                    varies[s] = x[i] != first;
                }
            }
        }

        return varies;
    });
}

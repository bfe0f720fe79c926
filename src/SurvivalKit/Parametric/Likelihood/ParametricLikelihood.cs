namespace SurvivalKit;

/// <summary>The likelihood of independent times, censored and left-truncated: a row has the density of its time where it has the event, the
/// probability of its interval where that is what is known, else that to live longer, divided by that to have lived until its start
/// (Kalbfleisch and Prentice 2002, section 3.2).</summary>
/// <typeparam name="TLifetime">The distribution.</typeparam>
/// <param name="data">The rows.</param>
/// <param name="fixedShape">The shape where it is no parameter.</param>
/// <param name="withColumns">Whether the columns are used.</param>
internal sealed class ParametricLikelihood<TLifetime>(ParametricData data, double? fixedShape, bool withColumns = true)
    : IParametricLikelihood
    where TLifetime : struct, IShapedLifetime<TLifetime>
{
    private readonly int _columns = withColumns ? data.Used.Length : 0;

    public ParametricData Data => data;

    public int Shapes => fixedShape is null ? data.Strata : 0;

    public IParametricLikelihood Null() => new ParametricLikelihood<TLifetime>(data, fixedShape, withColumns: false);

    public ParametricSums Evaluate(double[] parameters)
    {
        var parts = new ParametricSums[RowBlocks.Parts(data.Rows)];
        RowBlocks.ForEach(parts.Length, data.Rows / parts.Length, part =>
        {
            (int from, int to) = RowBlocks.Rows(part, data.Rows);
            parts[part] = Sum(parameters, from, to);
        });
        ParametricSums all = parts[0];
        foreach (ParametricSums part in parts.AsSpan(1))
        {
            all.Add(part);
        }

        return all;
    }

    public double[] Scores(double[] parameters, bool isPlain = false)
    {
        int[] clusters = isPlain || data.Sample.Clusters.Length == 0 ? [] : GroupCodes.FromNumbers(data.Sample.Clusters).Codes;
        int count = clusters.Length == 0 ? data.Rows : clusters.Max() + 1;
        int width = parameters.Length;
        var scores = new double[count * width];
        TLifetime[] lifetimes = Lifetimes(parameters);
        for (int row = 0; row < data.Rows; row++)
        {
            Span<double> own = scores.AsSpan((clusters.Length == 0 ? row : clusters[row]) * width, width);
            double weight = isPlain ? 1 : data.WeightOf(row);
            LifetimeValue value = Row(lifetimes, row, PredictorOf(parameters, row));
            own[0] += weight * value.Predictor;
            for (int j = 0; j < _columns; j++)
            {
                own[1 + j] += weight * value.Predictor * data.X[(row * data.Used.Length) + j];
            }

            if (Shapes > 0)
            {
                own[1 + _columns + StratumOf(row)] += weight * value.Shape;
            }
        }

        return scores;
    }

    private int StratumOf(int row) => data.Stratum.Length == 0 ? 0 : data.Stratum[row];

    private TLifetime[] Lifetimes(double[] parameters) =>
    [
        .. Enumerable.Range(0, data.Strata).Select(stratum => TLifetime.Of(fixedShape ?? parameters[1 + _columns + stratum])),
    ];

    public (double Value, double First, double Second) Row(double[] parameters, int row, double? predictor)
    {
        LifetimeValue value = Row(Lifetimes(parameters), row, predictor ?? PredictorOf(parameters, row));
        return (value.Value, value.Predictor, value.PredictorTwice);
    }

    public double LogSurvivalAt(double[] parameters, int row)
    {
        TLifetime lifetime = Lifetimes(parameters)[StratumOf(row)];
        double predictor = PredictorOf(parameters, row);
        double value = lifetime.LogSurvival(data.EndOf(row), predictor).Value;
        return data.Start.Length == 0 ? value : value - lifetime.LogSurvival(data.Start[row], predictor).Value;
    }

    public double PredictorOf(double[] parameters, int row)
    {
        double predictor = parameters[0] + (data.Offset.Length == 0 ? 0 : data.Offset[row]);
        ReadOnlySpan<double> x = data.X.AsSpan(row * data.Used.Length, _columns);
        for (int j = 0; j < x.Length; j++)
        {
            predictor += parameters[1 + j] * x[j];
        }

        return predictor;
    }

    private LifetimeValue Row(TLifetime[] lifetimes, int row, double predictor)
    {
        TLifetime lifetime = lifetimes[StratumOf(row)];
        if (data.IsBetween(row))
        {
            return LifetimeValue.LogDifference(
                lifetime.LogSurvival(data.Left[row], predictor), lifetime.LogSurvival(data.Right[row], predictor));
        }

        LifetimeValue value = data.Event[row]
            ? lifetime.LogDensity(data.Time[row], predictor)
            : lifetime.LogSurvival(data.Time[row], predictor);
        return data.Start.Length == 0 ? value : value - lifetime.LogSurvival(data.Start[row], predictor);
    }

    private ParametricSums Sum(double[] parameters, int from, int to)
    {
        var sums = new ParametricSums(parameters.Length);
        double[] score = sums.Score;
        double[] information = sums.Information;
        TLifetime[] lifetimes = Lifetimes(parameters);
        double total = 0;
        for (int row = from; row < to; row++)
        {
            LifetimeValue value = Row(lifetimes, row, PredictorOf(parameters, row));
            double weight = data.WeightOf(row);
            ReadOnlySpan<double> x = data.X.AsSpan(row * data.Used.Length, _columns);
            total += weight * value.Value;
            double first = weight * value.Predictor;
            double second = -weight * value.PredictorTwice;
            score[0] += first;
            information[0] += second;
            int at = 1;
            for (int j = 0; j < x.Length; j++)
            {
                double product = second * x[j];
                score[1 + j] += first * x[j];
                information[at++] += product;
                for (int k = 0; k <= j; k++)
                {
                    information[at++] += product * x[k];
                }
            }

            if (Shapes > 0)
            {
                AddShape(sums, StratumOf(row), weight, value, x);
            }
        }

        sums.Value = total;
        return sums;
    }

    private static void AddShape(ParametricSums sums, int stratum, double weight, LifetimeValue value, ReadOnlySpan<double> x)
    {
        int place = 1 + x.Length + stratum;
        int at = place * (place + 1) / 2;
        sums.Score[place] += weight * value.Shape;
        double mixed = -weight * value.Mixed;
        sums.Information[at] += mixed;
        for (int j = 0; j < x.Length; j++)
        {
            sums.Information[at + 1 + j] += mixed * x[j];
        }

        sums.Information[at + place] -= weight * value.ShapeTwice;
    }
}

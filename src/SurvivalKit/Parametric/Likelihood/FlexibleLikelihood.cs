namespace SurvivalKit;

/// <summary>The likelihood of <see cref="ParametricLikelihood{TLifetime}"/> where a distribution has several shapes: density, probability
/// of an interval or of living longer, divided by that of having lived until the start (Kalbfleisch and Prentice 2002, section 3.2). The
/// parameters are the intercept, the coefficients, and shape after shape, each of them stratum after stratum.</summary>
/// <param name="data">The rows.</param>
/// <param name="family">The distributions.</param>
/// <param name="withColumns">Whether the columns are used.</param>
internal sealed class FlexibleLikelihood(ParametricData data, IFlexibleFamily family, bool withColumns = true) : IParametricLikelihood
{
    private readonly int _columns = withColumns ? data.Used.Length : 0;

    public ParametricData Data => data;

    public int Shapes => family.Shapes * data.Strata;

    public IParametricLikelihood Null() => new FlexibleLikelihood(data, family, withColumns: false);

    public ParametricSums Evaluate(double[] parameters)
    {
        var parts = new ParametricSums[RowBlocks.Parts(data.Rows)];
        IFlexibleLifetime[] lifetimes = Lifetimes(parameters);
        RowBlocks.ForEach(parts.Length, data.Rows / parts.Length, part =>
        {
            (int from, int to) = RowBlocks.Rows(part, data.Rows);
            parts[part] = Sum(parameters, lifetimes, from, to);
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
        IFlexibleLifetime[] lifetimes = Lifetimes(parameters);
        var row = new FlexibleRow(family.Shapes + 1);
        for (int i = 0; i < data.Rows; i++)
        {
            Span<double> own = scores.AsSpan((clusters.Length == 0 ? i : clusters[i]) * width, width);
            double weight = isPlain ? 1 : data.WeightOf(i);
            row.Evaluate(data, i, lifetimes[StratumOf(i)], PredictorOf(parameters, i));
            own[0] += weight * row.First[0];
            for (int j = 0; j < _columns; j++)
            {
                own[1 + j] += weight * row.First[0] * data.X[(i * data.Used.Length) + j];
            }

            for (int p = 1; p <= family.Shapes; p++)
            {
                own[Place(p, StratumOf(i))] += weight * row.First[p];
            }
        }

        return scores;
    }

    private int StratumOf(int row) => data.Stratum.Length == 0 ? 0 : data.Stratum[row];

    private int Place(int shape, int stratum) => 1 + _columns + ((shape - 1) * data.Strata) + stratum;

    private IFlexibleLifetime[] Lifetimes(double[] parameters) =>
    [
        .. Enumerable.Range(0, data.Strata).Select(stratum => family.At(
            [.. Enumerable.Range(1, family.Shapes).Select(shape => parameters[Place(shape, stratum)])])),
    ];

    public (double Value, double First, double Second) Row(double[] parameters, int row, double? predictor)
    {
        var values = new FlexibleRow(family.Shapes + 1);
        double value = values.Evaluate(data, row, Lifetimes(parameters)[StratumOf(row)], predictor ?? PredictorOf(parameters, row));
        return (value, values.First[0], values.Second[0]);
    }

    public double LogSurvivalAt(double[] parameters, int row)
    {
        var values = new FlexibleRow(family.Shapes + 1);
        IFlexibleLifetime lifetime = Lifetimes(parameters)[StratumOf(row)];
        double predictor = PredictorOf(parameters, row);
        double value = lifetime.LogSurvival(data.EndOf(row), predictor, values.First, values.Second);
        return data.Start.Length == 0 ? value : value - lifetime.LogSurvival(data.Start[row], predictor, values.First, values.Second);
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

    private ParametricSums Sum(double[] parameters, IFlexibleLifetime[] lifetimes, int from, int to)
    {
        var sums = new ParametricSums(parameters.Length);
        var row = new FlexibleRow(family.Shapes + 1);
        double[] information = sums.Information;
        for (int i = from; i < to; i++)
        {
            int stratum = StratumOf(i);
            double weight = data.WeightOf(i);
            ReadOnlySpan<double> x = data.X.AsSpan(i * data.Used.Length, _columns);
            sums.Value += weight * row.Evaluate(data, i, lifetimes[stratum], PredictorOf(parameters, i));
            double first = weight * row.First[0];
            double second = -weight * row.Second[0];
            sums.Score[0] += first;
            information[0] += second;
            int at = 1;
            for (int j = 0; j < x.Length; j++)
            {
                double product = second * x[j];
                sums.Score[1 + j] += first * x[j];
                information[at++] += product;
                for (int k = 0; k <= j; k++)
                {
                    information[at++] += product * x[k];
                }
            }

            for (int p = 1, own = 1; p <= family.Shapes; p++, own += p)
            {
                int place = Place(p, stratum);
                at = place * (place + 1) / 2;
                sums.Score[place] += weight * row.First[p];
                double mixed = -weight * row.Second[own];
                information[at] += mixed;
                for (int j = 0; j < x.Length; j++)
                {
                    information[at + 1 + j] += mixed * x[j];
                }

                for (int q = 1; q <= p; q++)
                {
                    information[at + Place(q, stratum)] -= weight * row.Second[own + q];
                }
            }
        }

        return sums;
    }
}

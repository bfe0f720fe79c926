namespace SurvivalKit;

/// <summary>The rows of a parametric regression, their columns centred and scaled so that the arithmetic does not depend on
/// units.</summary>
internal sealed class ParametricData
{
    private const double SmallestScale = 1e-300;

    /// <summary>Gathers the rows.</summary>
    /// <param name="sample">The observations.</param>
    /// <param name="design">The columns.</param>
    /// <param name="offset">What is added to each linear predictor; empty: nothing.</param>
    /// <param name="units">The unit of time.</param>
    public ParametricData(SurvivalSample sample, DesignMatrix design, ReadOnlySpan<double> offset, ParametricUnits units)
    {
        Sample = sample;
        Units = units;
        Offset = units.OfOffsets(offset);
        Time = units.Of(sample.Response.TimeArray);
        Start = sample.Response.IsCounting ? units.Of(sample.Response.StartArray) : [];
        Event = sample.Event;
        Weights = sample.Weights;
        Stratum = sample.Strata.Codes;
        Strata = Math.Max(1, sample.Strata.Count);
        int columns = design.Columns;
        Centre = new double[columns];
        Scale = new double[columns];
        double total = Weights.Length == 0 ? Rows : Weights.Sum();
        for (int j = 0; j < columns; j++)
        {
            ReadOnlySpan<double> values = design.Column(j);
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
            {
                sum += WeightOf(i) * (values[i] - values[0]);
            }

            Centre[j] = values[0] + (sum / total);
            double squares = 0;
            foreach (double value in values)
            {
                squares += (value - Centre[j]) * (value - Centre[j]);
            }

            double spread = Math.Sqrt(squares / values.Length);
            Scale[j] = spread > SmallestScale ? spread : 1;
        }

        IsIndependent = Independent(design, total);
        Used = [.. Enumerable.Range(0, columns).Where(column => IsIndependent[column])];
        X = new double[Rows * Used.Length];
        for (int k = 0; k < Used.Length; k++)
        {
            Copy(design.Column(Used[k]), k, Centre[Used[k]], Scale[Used[k]]);
        }
    }

    /// <summary>The observations.</summary>
    public SurvivalSample Sample { get; }

    /// <summary>The unit of the times.</summary>
    public ParametricUnits Units { get; }

    public int Rows => Time.Length;

    public double[] Time { get; }

    /// <summary>The start of each row; empty: all are observed from the origin.</summary>
    public double[] Start { get; }

    public bool[] Event { get; }

    /// <summary>The case weights; empty: all 1.</summary>
    public double[] Weights { get; }

    /// <summary>The offsets; empty: none.</summary>
    public double[] Offset { get; }

    /// <summary>The stratum of each row, each with a shape of its own; empty: one.</summary>
    public int[] Stratum { get; }

    /// <summary>The number of strata.</summary>
    public int Strata { get; }

    /// <summary>What was subtracted from each column.</summary>
    public double[] Centre { get; }

    /// <summary>By what it was divided then.</summary>
    public double[] Scale { get; }

    /// <summary>Whether each column is independent of the intercept and of those before it.</summary>
    public bool[] IsIndependent { get; }

    /// <summary>The independent columns.</summary>
    public int[] Used { get; }

    /// <summary>The independent columns, row after row.</summary>
    public double[] X { get; private init; }

    /// <summary>The weight of a row.</summary>
    public double WeightOf(int row) => Weights.Length == 0 ? 1 : Weights[row];

    private void Copy(ReadOnlySpan<double> values, int place, double centre, double scale)
    {
        for (int i = 0; i < values.Length; i++)
        {
            X[(i * Used.Length) + place] = (values[i] - centre) / scale;
        }
    }

    private bool[] Independent(DesignMatrix design, double total)
    {
        int columns = design.Columns;
        var products = new double[columns, columns];
        for (int j = 0; j < columns; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                ReadOnlySpan<double> left = design.Column(j);
                ReadOnlySpan<double> right = design.Column(k);
                double sum = 0;
                for (int i = 0; i < left.Length; i++)
                {
                    sum += WeightOf(i) * ((left[i] - Centre[j]) / Scale[j]) * ((right[i] - Centre[k]) / Scale[k]);
                }

                products[j, k] = sum / total;
            }
        }

        // A constant column has nothing left when it is centred.
        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(products, 1e-20);
        return [.. Enumerable.Range(0, columns).Select(factor.IsIndependent)];
    }
}

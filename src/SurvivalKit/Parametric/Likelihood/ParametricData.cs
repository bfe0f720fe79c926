using System.Numerics.Tensors;

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
        Event = sample.Event;
        Time = units.Of(sample.Response.TimeArray);
        if (sample.Response.IsInterval)
        {
            Left = units.Of(sample.Response.LeftArray);
            Right = units.Of(sample.Response.RightArray);
            for (int row = 0; row < Time.Length; row++)
            {
                Time[row] = IsBetween(row) && double.IsFinite(Left[row]) ? (Left[row] + Right[row]) / 2 : Time[row];
            }
        }

        Start = sample.Response.IsCounting ? units.Of(sample.Response.StartArray) : [];
        Weights = sample.Weights;
        Stratum = sample.Strata.Codes;
        Strata = Math.Max(1, sample.Strata.Count);
        int columns = design.Columns;
        Centre = new double[columns];
        Scale = new double[columns];
        var scaled = new double[columns][];
        RowBlocks.ForEach(columns, Rows, column => scaled[column] = Scaled(design.Column(column), column));
        IsIndependent = Independent(scaled);
        Used = [.. Enumerable.Range(0, columns).Where(column => IsIndependent[column])];
        X = new double[Rows * Used.Length];
        for (int k = 0; k < Used.Length; k++)
        {
            double[] column = scaled[Used[k]];
            for (int row = 0; row < column.Length; row++)
            {
                X[(row * Used.Length) + k] = column[row];
            }
        }
    }

    /// <summary>The observations.</summary>
    public SurvivalSample Sample { get; }

    /// <summary>The unit of the times.</summary>
    public ParametricUnits Units { get; }

    public int Rows => Time.Length;

    /// <summary>The time of each row; the middle of an interval.</summary>
    public double[] Time { get; }

    /// <summary>The lower limit of each row's interval; empty: all times are exact or right-censored.</summary>
    public double[] Left { get; } = [];

    /// <summary>The upper limit of each row's interval, infinite where the row is right-censored; empty as <see cref="Left"/>.</summary>
    public double[] Right { get; } = [];

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

    /// <summary>Whether the event of a row is known to have been in an interval.</summary>
    public bool IsBetween(int row) => Left.Length > 0 && !Event[row] && double.IsFinite(Right[row]);

    /// <summary>Whether a row has the event, at whatever time.</summary>
    public bool HasEvent(int row) => Event[row] || IsBetween(row);

    /// <summary>The time of a row, or the upper end of its interval.</summary>
    public double EndOf(int row) => IsBetween(row) ? Right[row] : Time[row];

    /// <summary>The weight of a row.</summary>
    public double WeightOf(int row) => Weights.Length == 0 ? 1 : Weights[row];

    // A column with mean 0 and standard deviation 1.
    private double[] Scaled(ReadOnlySpan<double> values, int column)
    {
        double first = values[0];
        double sum = 0;
        double total = 0;
        for (int row = 0; row < values.Length; row++)
        {
            double weight = WeightOf(row);
            total += weight;
            sum += weight * (values[row] - first);
        }

        double centre = first + (sum / total);
        var scaled = new double[values.Length];
        TensorPrimitives.Subtract(values, centre, scaled);
        double spread = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(scaled) / values.Length);
        double scale = spread > SmallestScale ? spread : 1;
        TensorPrimitives.Divide(scaled, scale, scaled);
        Centre[column] = centre;
        Scale[column] = scale;
        return scaled;
    }

    private bool[] Independent(double[][] scaled)
    {
        var products = new double[scaled.Length, scaled.Length];
        double[] weighted = new double[Rows];
        for (int j = 0; j < scaled.Length; j++)
        {
            double[] left = scaled[j];
            if (Weights.Length > 0)
            {
                TensorPrimitives.Multiply(left, Weights, weighted);
                left = weighted;
            }

            for (int k = 0; k <= j; k++)
            {
                products[j, k] = TensorPrimitives.Dot<double>(left, scaled[k]) / Rows;
            }
        }

        // A constant column has nothing left when it is centred.
        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(products, 1e-20);
        return [.. Enumerable.Range(0, scaled.Length).Select(factor.IsIndependent)];
    }
}

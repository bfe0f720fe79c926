namespace SurvivalKit.Published;

/// <summary>The rows of a Cox model of a search, from the last time to the first, in groups of equal times: gathered once a fit, so that
/// each iteration reads them in a row.</summary>
/// <param name="columns">The covariates; NaN is missing.</param>
internal sealed class CoxRows(double[][] columns)
{
    private readonly double[] _centres = Array.ConvertAll(columns, column => column.Where(double.IsFinite).DefaultIfEmpty().Average());
    private readonly double[] _scales = Array.ConvertAll(columns, Scale);

    /// <summary>The number of covariates.</summary>
    public int Columns => columns.Length;

    /// <summary>The covariates, centred and in standard deviations, row after row.</summary>
    public double[] Values { get; } = new double[columns.Length * columns[0].Length];

    /// <summary>Whether each row is an event.</summary>
    public bool[] Events { get; } = new bool[columns[0].Length];

    /// <summary>The row after the last of each group.</summary>
    public int[] Ends { get; } = new int[columns[0].Length];

    /// <summary>The time of each group.</summary>
    public int[] Times { get; } = new int[columns[0].Length];

    /// <summary>The number of groups.</summary>
    public int Groups { get; private set; }

    /// <summary>The standard deviation by which a column was divided.</summary>
    public double ScaleOf(int column) => _scales[column];

    /// <summary>Takes the rows of patients whose covariates are all known.</summary>
    public void Gather(EndpointDraft endpoint)
    {
        int rows = 0;
        Groups = 0;
        for (int place = endpoint.Order.Length - 1; place >= 0;)
        {
            int time = endpoint.Times[endpoint.Order[place]];
            int before = rows;
            for (; place >= 0 && endpoint.Times[endpoint.Order[place]] == time; place--)
            {
                rows += Add(endpoint.Order[place], endpoint.Events, rows) ? 1 : 0;
            }

            if (rows > before)
            {
                Times[Groups] = time;
                Ends[Groups++] = rows;
            }
        }
    }

    /// <summary>A value of a column, centred and in standard deviations.</summary>
    public double Standard(int column, double value) => (value - _centres[column]) / _scales[column];

    private bool Add(int patient, bool[] events, int row)
    {
        for (int c = 0; c < columns.Length; c++)
        {
            double value = Standard(c, columns[c][patient]);
            if (double.IsNaN(value))
            {
                return false;
            }

            Values[(row * columns.Length) + c] = value;
        }

        Events[row] = events[patient];
        return true;
    }

    private static double Scale(double[] column)
    {
        double[] known = [.. column.Where(double.IsFinite)];
        double centre = known.DefaultIfEmpty().Average();
        double scale = Math.Sqrt(known.Select(value => (value - centre) * (value - centre)).DefaultIfEmpty().Average());
        return scale > 0 ? scale : 1;
    }
}

namespace SurvivalKit;

/// <summary>The probabilities of all 2 x 2 tables with the margins of one of them, by their first count.</summary>
internal sealed class Hypergeometric
{
    // Beyond this, enumeration takes too long, and a chi-square test gives nearly the same P.
    private const int MostTables = 1_000_000;

    // R's relative tolerance: probabilities that differ by rounding only are equal.
    private const double RelativeTolerance = 1e-7;

    private readonly double[] _logs;
    private readonly int _observed;

    private Hypergeometric(double[] logs, int observed)
    {
        _logs = logs;
        _observed = observed;
    }

    /// <summary>The tables with the margins of this one; <see langword="null"/>: there are too many.</summary>
    public static Hypergeometric? FromMargins(ContingencyTable table)
    {
        long row = table.RowTotal(0);
        long column = table.ColumnTotal(0);
        long total = table.Total;
        long first = Math.Max(0, row + column - total);
        long last = Math.Min(row, column);
        if (last - first >= MostTables)
        {
            return null;
        }

        // By the ratio of neighbours, which avoids differences of large log factorials.
        var logs = new double[last - first + 1];
        for (int i = 1; i < logs.Length; i++)
        {
            double x = first + i;
            logs[i] = logs[i - 1] + Math.Log((row - x + 1) * (column - x + 1) / (x * (total - row - column + x)));
        }

        double sum = LogSum(logs);
        return new([.. logs.Select(log => log - sum)], (int)(table[0, 0] - first));
    }

    /// <summary>The probability of the table itself.</summary>
    public double Observed => Math.Exp(_logs[_observed]);

    /// <summary>The probability of a first count as large or smaller.</summary>
    public double Lower => Sum(_logs.AsSpan(0, _observed + 1));

    /// <summary>The probability of a first count as large or larger.</summary>
    public double Upper => Sum(_logs.AsSpan(_observed));

    /// <summary>The probability of a table that is no more probable.</summary>
    public double NotMoreProbable
    {
        get
        {
            double limit = _logs[_observed] + Math.Log(1 + RelativeTolerance);
            return Sum(Array.FindAll(_logs, log => log <= limit));
        }
    }

    private static double Sum(ReadOnlySpan<double> logs) => Math.Min(1, Math.Exp(LogSum(logs)));

    private static double LogSum(ReadOnlySpan<double> logs)
    {
        double largest = double.NegativeInfinity;
        foreach (double log in logs)
        {
            largest = Math.Max(largest, log);
        }

        double sum = 0;
        foreach (double log in logs)
        {
            sum += Math.Exp(log - largest);
        }

        return largest + Math.Log(sum);
    }
}

using System.Numerics;

namespace SurvivalKit.Fuzz;

/// <summary>What the likelihood of a Cox model asks of a direction of its coefficients: in each risk set no x'd above that of an event.
/// A row
/// is a difference of two x of a risk set, in whole numbers (a column may be in any unit).</summary>
internal static class Directions
{
    /// <summary>The differences x_j - x_i of all j at risk with an event i; (x_j - x_i)'d &lt;= 0 is asked of a direction d along which the
    /// likelihood does not fall.</summary>
    /// <remarks>Tied events are compared with each other too, but not where ties are exact: there a set of events is compared with
    /// the other sets of its size.</remarks>
    /// <param name="question">The model.</param>
    /// <param name="set">Its data.</param>
    /// <param name="digits">The digits to which a column is known, of its largest value.</param>
    public static IReadOnlyList<BigInteger[]> Of(Question question, FuzzSet set, int digits)
    {
        ModelFrame frame = ModelFrame.Build(set.ToFrame(), question.Formula, question.Weights);
        BigInteger[][] columns = WholeColumns(frame.Design(), digits);
        int[] rows = [.. Enumerable.Range(0, frame.Rows.Length)
            .Where(row => question.Weights is not { } weights || set[weights][frame.Rows[row]] > 0)];
        double StratumOf(int row) => question.Terms.Contains("strata(s)") ? set["s"][frame.Rows[row]] : 0;
        JoinedTimes times = JoinedTimes.Of(question, set.Of(frame.Rows));
        var found = new Dictionary<string, BigInteger[]>(StringComparer.Ordinal);
        foreach (int e in rows.Where(row => frame.Response.Event[row]))
        {
            int time = times.End(e);
            foreach (int other in rows.Where(row => row != e && StratumOf(row) == StratumOf(e)))
            {
                int end = times.End(other);
                bool isAtRisk = end >= time && times.Start(other) < time;
                if (isAtRisk && !(question.Ties == Ties.Exact && frame.Response.Event[other] && end == time))
                {
                    BigInteger[] difference = [.. columns.Select(column => column[other] - column[e])];
                    found.TryAdd(string.Join(",", difference), difference);
                }
            }
        }

        return [.. found.Values.Where(difference => difference.Any(part => !part.IsZero))];
    }

    // A column times a power of 2, which makes it whole.
    private static BigInteger[][] WholeColumns(DesignMatrix design, int digits)
    {
        var columns = new BigInteger[design.Columns][];
        for (int k = 0; k < columns.Length; k++)
        {
            double[] values = design.Column(k).ToArray();
            double largest = values.Select(Math.Abs).Max();
            if (digits < 15 && largest > 0)
            {
                values = [.. values.Select(value => Math.Round(value / largest, digits))];
            }

            int lowest = values.Where(value => value != 0).Select(value => Math.ILogB(value) - 52).DefaultIfEmpty(0).Min();
            columns[k] = [.. values.Select(value => WholeOf(value, -lowest))];
        }

        return columns;
    }

    private static BigInteger WholeOf(double value, int shift)
    {
        if (value == 0)
        {
            return 0;
        }

        int exponent = Math.ILogB(value) - 52;
        return new BigInteger(Math.ScaleB(value, -exponent)) << (exponent + shift);
    }
}

using System.Numerics;

namespace SurvivalKit.Fuzz;

/// <summary>What the likelihood of a Cox model asks of a direction of its coefficients: in each risk set no x'd above that of an event. A row
/// is a difference of two x of a risk set, in whole numbers (a column may be in any unit).</summary>
internal static class Directions
{
    /// <summary>The differences x_j - x_i of all j at risk with an event i; (x_j - x_i)'d &lt;= 0 is asked of a direction d along which the
    /// likelihood does not fall.</summary>
    /// <remarks>Tied events are compared with each other too, but not where ties are exact: there a set of events is compared with
    /// the other sets of its size.</remarks>
    public static IReadOnlyList<BigInteger[]> Of(Question question, FuzzSet set)
    {
        ModelFrame frame = ModelFrame.Build(set.ToFrame(), question.Formula, question.Weights);
        BigInteger[][] columns = WholeColumns(frame.Design());
        int[] rows = [.. Enumerable.Range(0, frame.Rows.Length)
            .Where(row => question.Weights is not { } weights || set[weights][frame.Rows[row]] > 0)];
        double StratumOf(int row) => question.Terms.Contains("strata(s)") ? set["s"][frame.Rows[row]] : 0;
        Func<double, int> place = JoinedTimes([.. rows.SelectMany(row =>
            question.IsCounting ? new[] { frame.Response.Start[row], frame.Response.Time[row] } : [frame.Response.Time[row]])]);
        var found = new Dictionary<string, BigInteger[]>(StringComparer.Ordinal);
        foreach (int e in rows.Where(row => frame.Response.Event[row]))
        {
            int time = place(frame.Response.Time[e]);
            foreach (int other in rows.Where(row => row != e && StratumOf(row) == StratumOf(e)))
            {
                int end = place(frame.Response.Time[other]);
                bool isAtRisk = end >= time && (!question.IsCounting || place(frame.Response.Start[other]) < time);
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
    private static BigInteger[][] WholeColumns(DesignMatrix design)
    {
        var columns = new BigInteger[design.Columns][];
        for (int k = 0; k < columns.Length; k++)
        {
            double[] values = design.Column(k).ToArray();
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

    // Times that differ by at most 1.5e-8, absolutely or relative to their mean, are one time, as in R.
    private static Func<double, int> JoinedTimes(double[] times)
    {
        const double Tolerance = 1.4901161193847656e-08;
        double[] distinct = [.. times.Distinct().Order()];
        double mean = distinct.Select(Math.Abs).DefaultIfEmpty(1).Average();
        var places = new Dictionary<double, int>();
        int place = 0;
        for (int i = 0; i < distinct.Length; i++)
        {
            double gap = i == 0 ? 0 : distinct[i] - distinct[i - 1];
            place += gap > Tolerance && gap / mean > Tolerance ? 1 : 0;
            places[distinct[i]] = place;
        }

        return time => places[time];
    }
}

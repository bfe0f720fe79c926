using System.Numerics;

namespace SurvivalKit.Fuzz;

/// <summary>The status that a Cox model's likelihood has: decided in whole numbers from the risk sets, without a fit.</summary>
internal static class Recession
{
    // Columns that are dependent but for the rounding of their values.
    public const double Rounding = 1e-9;

    /// <summary>Whether a status is one that the likelihood has; a fit may have no maximum and dependent columns at once.</summary>
    /// <remarks>By the columns as they are, or by their first 13 digits: where the two differ, rounding decides.</remarks>
    public static bool Has(FitStatus status, Question question, FuzzSet set) =>
        Has(status, question, set, 15) || Has(status, question, set, 13);

    private static bool Has(FitStatus status, Question question, FuzzSet set, int digits)
    {
        IReadOnlyList<BigInteger[]> rows = Directions.Of(question, set, digits);
        int columns = rows.Count == 0 ? 0 : rows[0].Length;
        return status switch
        {
            FitStatus.Separation => ExactProgram.HasDirection(rows),
            FitStatus.Singular => columns == 0 || SmallestShare(rows, columns) < Rounding,
            FitStatus.Converged => SmallestShare(rows, columns) > 0 && !ExactProgram.HasDirection(rows),
            _ => false,
        };
    }

    /// <summary>The part of each column that the columns before it do not explain in the risk sets (Gram and Schmidt); less than
    /// <see cref="Rounding"/> where it is dependent on them.</summary>
    public static double[] Shares(Question question, FuzzSet set)
    {
        IReadOnlyList<BigInteger[]> rows = Directions.Of(question, set, 15);
        return rows.Count == 0 ? [] : [.. Shares(rows, rows[0].Length)];
    }

    private static double SmallestShare(IReadOnlyList<BigInteger[]> rows, int columns) => Shares(rows, columns).Append(1).Min();

    private static IEnumerable<double> Shares(IReadOnlyList<BigInteger[]> rows, int columns)
    {
        var basis = new List<double[]>();
        for (int k = 0; k < columns; k++)
        {
            BigInteger largest = rows.Max(row => BigInteger.Abs(row[k]));
            if (largest.IsZero)
            {
                yield return 0;
                continue;
            }

            double[] column = [.. rows.Select(row => Rational.Ratio(row[k], largest))];
            double before = Math.Sqrt(column.Sum(value => value * value));
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (double[] earlier in basis)
                {
                    double product = earlier.Zip(column, (a, b) => a * b).Sum();
                    column = [.. column.Zip(earlier, (value, part) => value - (product * part))];
                }
            }

            double after = Math.Sqrt(column.Sum(value => value * value));
            yield return after / before;
            if (after > Rounding * before)
            {
                basis.Add([.. column.Select(value => value / after)]);
            }
        }
    }
}

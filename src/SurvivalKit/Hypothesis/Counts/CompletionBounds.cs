using MathNet.Numerics;

namespace SurvivalKit;

/// <summary>For the row sums that remain after some columns: the largest, the smallest and the sum, over all completions, of the product of
/// 1/x!.</summary>
internal sealed class CompletionBounds(int[] columnTotals)
{
    private readonly Dictionary<(UInt128 Key, int Column), (double Most, double Least)> _known = [];

    /// <summary>Logarithms of the largest, the smallest and the sum.</summary>
    public readonly record struct Bounds(double Most, double Least, double Sum);

    public Bounds After(int[] remaining, int column)
    {
        (double most, double least) = Extremes(remaining, column);
        int left = remaining.Sum();

        // Sum over all tables with these margins of prod 1/x! = n! / (prod rows! prod columns!).
        double sum = SpecialFunctions.FactorialLn(left) - remaining.Sum(SpecialFunctions.FactorialLn) - columnTotals.Skip(column)
            .Sum(SpecialFunctions.FactorialLn);
        return new Bounds(most, least, sum);
    }

    private (double Most, double Least) Extremes(int[] remaining, int column)
    {
        if (column >= columnTotals.Length - 1)
        {
            double only = -remaining.Sum(SpecialFunctions.FactorialLn);
            return (only, only);
        }

        (UInt128, int) key = (RemainingRows.Key(remaining), column);
        if (!_known.TryGetValue(key, out (double Most, double Least) extremes))
        {
            (double Most, double Least) found = (double.NegativeInfinity, double.PositiveInfinity);
            RemainingRows.ForEachFill(remaining, columnTotals[column], (left, logProbability) =>
            {
                (double most, double least) = Extremes(left, column + 1);
                found = (Math.Max(found.Most, logProbability + most), Math.Min(found.Least, logProbability + least));
            });
            _known[key] = extremes = found;
            if (_known.Count > 200_000)
            {
                throw RemainingRows.TooLarge();
            }
        }

        return extremes;
    }
}

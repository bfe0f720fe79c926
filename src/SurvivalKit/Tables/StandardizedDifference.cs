using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace SurvivalKit;

/// <summary>The standardized difference of two groups, which does not depend on their size: of means over the root of their mean variance,
/// of
/// categories by the distance of their shares (Yang and Dalton 2012; R's <c>tableone</c>).</summary>
internal static class StandardizedDifference
{
    /// <summary>Of a measurement; not a number where a group has fewer than two values or none varies.</summary>
    public static double OfMeans(BaselineCell first, BaselineCell second)
    {
        double variance = (Square(first.StandardDeviation) + Square(second.StandardDeviation)) / 2;
        double distance = Math.Abs(first.Mean - second.Mean);
        return distance == 0 && variance == 0 ? 0 : variance == 0 ? double.NaN : distance / Math.Sqrt(variance);
    }

    /// <summary>Of an indicator.</summary>
    public static double OfShares(BaselineCell first, BaselineCell second) =>
        OfCategories([Share(first)], [Share(second)]);

    /// <summary>Of categories, each with the cells of both groups.</summary>
    public static double OfCategories(IReadOnlyList<(BaselineCell First, BaselineCell Second)> levels)
    {
        // A level that nobody has is none, and the shares of the others give that of the first.
        ImmutableArray<(BaselineCell First, BaselineCell Second)> used =
            [.. levels.Where(level => level.First.Count + level.Second.Count > 0).Skip(1)];
        return used.IsEmpty
            ? 0
            : OfCategories([.. used.Select(level => Share(level.First))], [.. used.Select(level => Share(level.Second))]);
    }

    private static double OfCategories(double[] first, double[] second)
    {
        if (first.Concat(second).Any(double.IsNaN))
        {
            return double.NaN;
        }

        Vector<double> distance = Vector<double>.Build.Dense(first.Length, place => first[place] - second[place]);
        if (distance.All(share => share == 0))
        {
            return 0;
        }

        Matrix<double> covariance = Matrix<double>.Build.Dense(
            first.Length, first.Length, (row, column) => (Covariance(first, row, column) + Covariance(second, row, column)) / 2);
        double square = distance * covariance.Solve(distance);
        return square > 0 && double.IsFinite(square) ? Math.Sqrt(square) : double.NaN;
    }

    private static double Covariance(double[] shares, int row, int column) =>
        row == column ? shares[row] * (1 - shares[row]) : -shares[row] * shares[column];

    private static double Share(BaselineCell cell) => (double)cell.Count / cell.Known;

    private static double Square(double value) => value * value;
}

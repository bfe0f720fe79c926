using MathNet.Numerics;

namespace SurvivalKit;

/// <summary>Sums the probabilities of all tables with given margins that are no more probable than one of them.</summary>
/// <remarks>
/// The network of Mehta and Patel (1983): tables are built column by column, and those that leave the same row sums, in any order, are
/// merged, each with the probability so far. Where even the most probable completion is within the limit all completions count at once, by
/// the closed form of their sum; where the least probable one is above it none does.
/// </remarks>
internal sealed class TableProbabilities
{
    // Tables whose probability differs by rounding only are equally probable: R's relative tolerance.
    private const double RelativeTolerance = 1e-7;

    private const int MostPaths = 300_000;

    private readonly int[] _columnTotals;
    private readonly double _limit;
    private readonly CompletionBounds _bounds;
    private double _sum;

    private TableProbabilities(int[] columnTotals, double limit)
    {
        _columnTotals = columnTotals;
        _limit = limit;
        _bounds = new CompletionBounds(columnTotals);
    }

    /// <summary>The probability, given the margins, of a table that is no more probable than the given one.</summary>
    /// <returns>The probability, or <see langword="null"/> where the table is too large.</returns>
    public static double? OfTablesNotMoreProbable(ContingencyTable table)
    {
        // With fewer rows there are fewer different remaining row sums.
        int[][] columns = Columns(table, transpose: table.Rows > table.Columns);
        int[] rowTotals = [.. columns[0].Select((_, row) => columns.Sum(column => column[row])).Order()];
        int[] columnTotals = [.. columns.Select(column => column.Sum())];
        double constant = rowTotals.Sum(SpecialFunctions.FactorialLn)
            + columnTotals.Sum(SpecialFunctions.FactorialLn) - SpecialFunctions.FactorialLn(table.Total);
        double observed = -columns.Sum(column => column.Sum(SpecialFunctions.FactorialLn));
        var network = new TableProbabilities(columnTotals, observed + Math.Log(1 + RelativeTolerance));
        try
        {
            network.Run(rowTotals, constant);
        }
        catch (TableTooLargeException)
        {
            return null;
        }

        return network._sum;
    }

    private void Run(int[] rowTotals, double constant)
    {
        var start = new PathSet(rowTotals);
        start.Add(0, 1);
        var nodes = new Dictionary<UInt128, PathSet> { [RemainingRows.Key(rowTotals)] = start };
        for (int column = 0; column < _columnTotals.Length; column++)
        {
            nodes = Next(nodes, column, constant);
        }
    }

    private Dictionary<UInt128, PathSet> Next(Dictionary<UInt128, PathSet> nodes, int column, double constant)
    {
        var next = new Dictionary<UInt128, PathSet>();
        int paths = 0;
        foreach (PathSet node in nodes.Values)
        {
            RemainingRows.ForEachFill(node.Remaining, _columnTotals[column], (remaining, logProbability) =>
            {
                CompletionBounds.Bounds bounds = _bounds.After(remaining, column + 1);
                foreach ((double gathered, double ways) in node.Paths)
                {
                    double here = gathered + logProbability;
                    if (here + bounds.Most <= _limit)
                    {
                        _sum += ways * Math.Exp(constant + here + bounds.Sum);
                    }
                    else if (here + bounds.Least <= _limit)
                    {
                        UInt128 key = RemainingRows.Key(remaining);
                        if (!next.TryGetValue(key, out PathSet? target))
                        {
                            next[key] = target = new PathSet([.. remaining]);
                        }

                        paths += target.Add(here, ways) ? 1 : 0;
                        if (paths > MostPaths)
                        {
                            throw RemainingRows.TooLarge();
                        }
                    }
                }
            });
        }

        return next;
    }

    private static int[][] Columns(ContingencyTable table, bool transpose)
    {
        int count = transpose ? table.Rows : table.Columns;
        int length = transpose ? table.Columns : table.Rows;
        return [.. Enumerable.Range(0, count)
            .Select(c => Enumerable.Range(0, length).Select(r => transpose ? table[c, r] : table[r, c]).ToArray())];
    }
}

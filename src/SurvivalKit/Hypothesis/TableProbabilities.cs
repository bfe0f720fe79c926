using MathNet.Numerics;

namespace SurvivalKit;

/// <summary>Sums the probabilities of all tables with given margins, column after column.</summary>
/// <remarks>
/// After some columns only the sums left in the rows matter, in any order: tables that agree in these are carried on together, each with
/// the probability gathered so far (the network of Mehta and Patel 1983, without its bounds). That keeps a table of a paper's size small.
/// </remarks>
internal static class TableProbabilities
{
    // Tables whose probability differs by rounding only are equally probable: R's relative tolerance.
    private const double RelativeTolerance = 1e-7;

    private const int MostStates = 4_000_000;

    /// <summary>The probability of a table that is no more probable than the given one.</summary>
    public static double OfTablesNotMoreProbable(ContingencyTable table)
    {
        // Fewer, longer columns make fewer states.
        int[][] columns = Columns(table);
        int[] rowTotals = [.. columns[0].Select((_, row) => columns.Sum(column => column[row]))];
        double constant = rowTotals.Sum(SpecialFunctions.FactorialLn) + columns.Sum(column => SpecialFunctions.FactorialLn(column.Sum())) - SpecialFunctions.FactorialLn(table.Total);
        double observed = constant - columns.Sum(column => column.Sum(SpecialFunctions.FactorialLn));
        var states = new Dictionary<string, State> { [Key(rowTotals)] = new State(rowTotals) };
        states.Values.Single().Add(0, 1);
        foreach (int[] column in columns)
        {
            states = Next(states, column.Sum());
        }

        double limit = observed + Math.Log(1 + RelativeTolerance);
        return states.Values.Single().Sum(path => constant + path.LogProbability <= limit ? path.Ways * Math.Exp(constant + path.LogProbability) : 0);
    }

    private static int[][] Columns(ContingencyTable table)
    {
        bool transpose = table.Columns > table.Rows;
        int count = transpose ? table.Rows : table.Columns;
        int length = transpose ? table.Columns : table.Rows;
        return [.. Enumerable.Range(0, count).Select(c => Enumerable.Range(0, length).Select(r => transpose ? table[c, r] : table[r, c]).ToArray())];
    }

    private static Dictionary<string, State> Next(Dictionary<string, State> states, int columnTotal)
    {
        var next = new Dictionary<string, State>(StringComparer.Ordinal);
        int paths = 0;
        foreach (State state in states.Values)
        {
            var remaining = (int[])state.Remaining.Clone();
            Fill(0, columnTotal, 0);

            void Fill(int row, int left, double logProbability)
            {
                if (row == remaining.Length - 1)
                {
                    if (left > remaining[row])
                    {
                        return;
                    }

                    remaining[row] -= left;
                    int[] sorted = [.. remaining.Order()];
                    string key = Key(sorted);
                    if (!next.TryGetValue(key, out State? target))
                    {
                        next[key] = target = new State(sorted);
                    }

                    paths += state.AddTo(target, logProbability - SpecialFunctions.FactorialLn(left));
                    remaining[row] += left;
                    if (paths > MostStates)
                    {
                        throw new SurvivalDataException("The table has too many tables of the same margins to be counted out; a chi-square test or a coarser grouping was expected.");
                    }

                    return;
                }

                int most = Math.Min(left, remaining[row]);
                for (int count = 0; count <= most; count++)
                {
                    remaining[row] -= count;
                    Fill(row + 1, left - count, logProbability - SpecialFunctions.FactorialLn(count));
                    remaining[row] += count;
                }
            }
        }

        return next;
    }

    private static string Key(int[] totals) => string.Join(',', totals.Order());

    /// <summary>What is left in the rows, and the paths that led here: those of equal probability are one path that is taken in several ways.</summary>
    private sealed class State(int[] remaining)
    {
        private readonly Dictionary<long, (double LogProbability, double Ways)> _paths = [];

        public int[] Remaining { get; } = remaining;

        public bool Add(double logProbability, double ways)
        {
            long key = (long)Math.Round(logProbability * 1e9);
            bool isNew = !_paths.TryGetValue(key, out (double LogProbability, double Ways) path);
            _paths[key] = isNew ? (logProbability, ways) : (path.LogProbability, path.Ways + ways);
            return isNew;
        }

        public int AddTo(State target, double logProbability)
        {
            int added = 0;
            foreach ((double path, double ways) in _paths.Values)
            {
                added += target.Add(path + logProbability, ways) ? 1 : 0;
            }

            return added;
        }

        public double Sum(Func<(double LogProbability, double Ways), double> of) => _paths.Values.Sum(of);
    }
}

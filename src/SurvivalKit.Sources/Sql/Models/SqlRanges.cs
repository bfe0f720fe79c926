namespace SurvivalKit.Sources;

/// <summary>Cuts time into ranges of which each has no more cells than may leave a database at once: counts by slices of equal width, and
/// of a slice that has too many by narrower ones.</summary>
/// <param name="run">Runs a statement.</param>
/// <param name="cells">The statement whose rows are the cells, their time being <c>v</c>.</param>
/// <param name="literal">Writes a number.</param>
/// <param name="most">The most cells of a range.</param>
/// <param name="tooMany">What to throw where a single time has more.</param>
internal sealed class SqlRanges(
    Func<SqlText, SqlAnswer> run, SqlText cells, Func<double, SqlText> literal, int most, Func<double, Exception> tooMany)
{
    private const int FewestSlices = 16;

    /// <summary>The edges between the ranges, each a time of the data that belongs to the range before it; increasing.</summary>
    public double[] Edges()
    {
        SqlAnswer all = run(SqlText.Of($"SELECT MIN(v) AS a, MAX(v) AS b, COUNT(*) AS n FROM ({cells}) AS c"));
        double last = all.Numbers(1)[0];
        var edges = new List<double>();
        double inRange = 0;
        double before = double.NegativeInfinity;
        foreach ((double time, double count) in Slices(double.NegativeInfinity, all.Numbers(0)[0], last, all.Numbers(2)[0]))
        {
            if (inRange + count > most)
            {
                edges.Add(before);
                inRange = 0;
            }

            inRange += count;
            before = time;
        }

        return [.. edges];
    }

    // Slices from the first to the last, none with more cells than may be: its last time and their number.
    private List<(double Last, double Count)> Slices(double after, double first, double last, double count)
    {
        if (count <= most)
        {
            return [(last, count)];
        }

        if (first == last)
        {
            throw tooMany(first);
        }

        double slices = Math.Min(Math.Max(FewestSlices, 4 * Math.Ceiling(count / most)), Math.Max(2, most));
        double width = (last - first) / slices;
        SqlText slice = SqlText.Of($"FLOOR((v - {literal(first)}) / {literal(width)})");
        SqlText inside = new SqlRange(after, last).And("v", literal);
        SqlText sliced = SqlText.Of($"SELECT v, {slice} AS slice FROM ({cells}) AS c WHERE 1 = 1{inside}");
        SqlAnswer counts = run(SqlText.Of(
            $"SELECT slice, COUNT(*) AS n, MIN(v) AS a, MAX(v) AS b FROM ({sliced}) AS s GROUP BY slice"));
        (double First, double Last, double Count)[] found =
        [
            .. Enumerable.Range(0, counts.Rows).Select(row => (counts.Numbers(2)[row], counts.Numbers(3)[row], counts.Numbers(1)[row]))
                .OrderBy(part => part.Item1),
        ];
        double before = after;
        var all = new List<(double, double)>();
        foreach ((double start, double end, double n) in found)
        {
            all.AddRange(Slices(before, start, end, n));
            before = end;
        }

        return all;
    }
}

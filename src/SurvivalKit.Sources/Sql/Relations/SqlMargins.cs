using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>The distribution of each of some variables in each group, spread out over as many rows as the table has. What is computed of
/// one variable and the groups is that of the table; how variables go together is not.</summary>
internal static class SqlMargins
{
    private const double MostRows = 5_000_000;

    /// <param name="relation">The table.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="by">The column of groups.</param>
    /// <param name="variables">The variables; empty: all others.</param>
    /// <param name="cancellation">Stops the statements.</param>
    public static DataFrame Read(
        SqlRelation relation, SqlOptions options, string by, IReadOnlyList<string> variables, CancellationToken cancellation)
    {
        string[] names = [.. variables.Count > 0 ? variables : relation.Columns.Select(column => column.Name).Where(name => name != by)];
        DataFrame? made = null;
        foreach (string name in names)
        {
            DataFrame pair = Pair(relation, options, by, name, cancellation);
            if (made is null)
            {
                made = new DataFrame(pair.Columns[by], pair.Columns[name]);
            }
            else if (name != by)
            {
                made.Columns.Add(pair.Columns[name]);
            }
        }

        DataFrame frame = made
            ?? throw SurvivalDataException.AtColumn(relation.Name, by, "there is no other column; a variable was expected.");
        SurvivalData.Describe(frame, relation.Name, [], new Dictionary<string, string>());
        return frame;
    }

    // Each group's rows stand at the same places for every variable.
    private static DataFrame Pair(SqlRelation relation, SqlOptions options, string by, string name, CancellationToken cancellation)
    {
        var constants = new SqlConstants(name, relation, options.MostCells, cancellation);
        var sql = new FormulaToSql(name, relation, constants);
        SqlLeaves leaves = new SqlLeaves(name, relation, sql, constants)
            .Add(new FormulaNode.Name(by, 0)).Add(new FormulaNode.Name(name, 0));
        SqlText columns = SqlText.Join(", ", leaves.All.Select((_, i) => SqlText.Of($"c{i}")));
        SqlText selected = SqlText.Join(", ", leaves.All.Select((leaf, i) => SqlText.Of($"{leaf.Value} AS c{i}")));
        SqlText parts = relation.OfParts(part =>
            SqlText.Of($"SELECT {columns}, COUNT(*) AS n FROM (SELECT {selected}{part.Rows}) AS q GROUP BY {columns}"));
        SqlText limit = relation.Limit(options.MostCells + 1);
        SqlAnswer answer = relation.Run(
            SqlText.Of($"SELECT {columns}, SUM(n) AS n FROM ({parts}) AS r GROUP BY {columns} ORDER BY {columns}{limit}"), cancellation);
        double[] counts = answer.Numbers(leaves.All.Count);
        SqlCells.Check(relation, options, answer, leaves.All.Count);
        return counts.Sum() <= MostRows
            ? leaves.Frame(Spread(answer, counts, leaves.All.Count), [])
            : throw SurvivalDataException.AtColumn(relation.Name, name, FormattableString.Invariant(
                $"a table of {NumberText.Count((long)counts.Sum(), "row")} was found; {MostRows} or fewer were expected."));
    }

    private static SqlAnswer Spread(SqlAnswer answer, double[] counts, int columns)
    {
        int[] rows = [.. Enumerable.Range(0, answer.Rows).SelectMany(row => Enumerable.Repeat(row, (int)counts[row]))];
        return new SqlAnswer(
            [.. answer.Names.Take(columns)],
            [.. Enumerable.Range(0, columns).Select(column => answer.IsText(column)
                ? (Array)Array.ConvertAll(rows, row => answer.Texts(column)[row])
                : Array.ConvertAll(rows, row => answer.Numbers(column)[row]))],
            rows.Length);
    }
}

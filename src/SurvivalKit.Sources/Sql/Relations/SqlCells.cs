using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>The rows of a table counted by what a formula of groups uses: response, groups, strata. From these counts curves and tests are
/// those of the rows.</summary>
internal static class SqlCells
{
    private const string Count = "(rows)";

    /// <summary>A frame of the counts, over which the formula is evaluated as over the rows.</summary>
    /// <param name="relation">The table.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="formula">Response and groups.</param>
    /// <param name="weights">The column of case weights; <see langword="null"/>: none. Its sums replace it in the frame.</param>
    /// <param name="cancellation">Stops the statements.</param>
    /// <exception cref="SurvivalDataException">There are more counts than may leave the database, or one is too small to.</exception>
    public static DataFrame Read(
        SqlRelation relation, SqlOptions options, SurvivalFormula formula, string? weights, CancellationToken cancellation)
    {
        var constants = new SqlConstants(formula.Text, relation, options.MostCells, cancellation);
        var sql = new FormulaToSql(formula.Text, relation, constants);
        TermList terms = formula.TermsOver(relation.Columns.Select(column => column.Name));
        if (terms.Clusters is [var clusters, ..])
        {
            throw new FormulaException(
                formula.Text, clusters.Position, "clusters make robust errors, which need the rows; data in memory were expected.");
        }

        constants.FindNaN([.. formula.ResponseColumns(), .. terms.Columns(), .. weights is null ? [] : new[] { weights }]);
        var leaves = new SqlLeaves(formula.Text, relation, sql, constants);
        if (formula.Status is { } status)
        {
            leaves.AddStatus(status);
        }

        foreach (FormulaNode node in formula.Times.Concat(terms.Variables))
        {
            leaves.Add(node);
        }

        SqlText? weight = weights is null ? null : sql.Number(new FormulaNode.Name(weights, 0));
        SqlAnswer answer = relation.Run(Statement(relation, options, leaves, weight, SqlText.Empty), cancellation);
        if (answer.Rows > options.MostCells && TimeLeaf(formula, leaves) is >= 0 and var time)
        {
            answer = ByRanges(relation, options, leaves, weight, time, sql, cancellation);
        }
        else
        {
            Check(relation, options, answer, leaves.All.Count);
        }

        var columns = new List<DataFrameColumn> { new DoubleDataFrameColumn(Count, answer.Numbers(leaves.All.Count)) };
        if (weights is not null)
        {
            columns.Add(new DoubleDataFrameColumn(weights, answer.Numbers(leaves.All.Count + 1).Select(value =>
                double.IsNaN(value) ? (double?)null : value)));
        }

        DataFrame frame = leaves.Frame(answer, columns, Count);
        SurvivalData.Describe(frame, relation.Name + " (rows counted by time and group)", [], new Dictionary<string, string>());
        return frame;
    }

    private static int TimeLeaf(SurvivalFormula formula, SqlLeaves leaves) => leaves.All.ToList().FindIndex(leaf =>
        leaf.Kind == SqlKind.Number && leaf.Labels.Count == 0 && leaf.Node.ToString() == formula.Times[^1].ToString());

    // A statement for each range of time; rows without a time are in the first.
    private static SqlAnswer ByRanges(
        SqlRelation relation,
        SqlOptions options,
        SqlLeaves leaves,
        SqlText? weight,
        int time,
        FormulaToSql sql,
        CancellationToken cancellation)
    {
        string column = FormattableString.Invariant($"c{time}");
        SqlText cells = SqlText.Of(
            $"SELECT {SqlText.Raw(column)} AS v FROM ({Cells(relation, leaves, weight, SqlText.Empty)}) AS cells");
        var ranges = new SqlRanges(
            statement => relation.Run(statement, cancellation), cells, sql.Literal, options.MostCells, _ => TooMany(relation, options));
        SqlAnswer Answer(SqlRange range)
        {
            SqlText without = double.IsFinite(range.After) ? SqlText.Empty : SqlText.Of($" OR {SqlText.Raw(column)} IS NULL");
            SqlText where = SqlText.Of($" WHERE (1 = 1{range.And(column, sql.Literal)}){without}");
            SqlAnswer answer = relation.Run(Statement(relation, options, leaves, weight, where), cancellation);
            Check(relation, options, answer, leaves.All.Count);
            return answer;
        }

        return SqlAnswer.Concat([.. SqlRange.Between(ranges.Edges()).Select(Answer)]);
    }

    private static SqlText Statement(SqlRelation relation, SqlOptions options, SqlLeaves leaves, SqlText? weight, SqlText where) =>
        SqlText.Of($"{Cells(relation, leaves, weight, where)}{relation.Limit(options.MostCells + 1)}");

    // Rows with a weight of 0 or none are counted apart, so that they are left out as rows are.
    private static SqlText Cells(SqlRelation relation, SqlLeaves leaves, SqlText? weight, SqlText where)
    {
        SqlText names = SqlText.Join(", ", leaves.All.Select((_, i) => SqlText.Of($"c{i}")));
        SqlText selected = SqlText.Join(", ", leaves.All.Select((leaf, i) => SqlText.Of($"{leaf.Value} AS c{i}")));
        var sign = SqlText.Raw("CASE WHEN w = 0 THEN 0 WHEN w < 0 THEN -1 WHEN w > 0 THEN 1 END");
        SqlText OfPart(SqlRelation part) => weight is null
            ? SqlText.Of($"SELECT {names}, COUNT(*) AS n FROM (SELECT {selected}{part.Rows}) AS r{where} GROUP BY {names}")
            : SqlText.Of(
                $"SELECT {names}, COUNT(*) AS n, SUM(w) AS total FROM (SELECT {selected}, {weight} AS w{part.Rows}) AS r{where} GROUP BY {names}, {sign}");
        return relation.OfParts(OfPart);
    }

    /// <summary>Throws where an answer has more cells than may leave the database, or a cell of too few rows.</summary>
    public static void Check(SqlRelation relation, SqlOptions options, SqlAnswer answer, int count)
    {
        if (answer.Rows > options.MostCells)
        {
            throw TooMany(relation, options);
        }

        double least = answer.Rows == 0 ? options.SmallestCell : answer.Numbers(count).Min();
        if (least < options.SmallestCell)
        {
            throw SurvivalDataException.AtFile(relation.Name, FormattableString.Invariant(
                $"a time and group has {NumberText.Count((long)least, "row")}, and sums of fewer than {options.SmallestCell} may not leave the database; coarser times or groups were expected."));
        }
    }

    private static SurvivalDataException TooMany(SqlRelation relation, SqlOptions options) => SurvivalDataException.AtFile(
        relation.Name,
        FormattableString.Invariant(
            $"there are more than {options.MostCells} different groups at a time, the most that may leave the database; fewer, or a larger limit, were expected."));
}

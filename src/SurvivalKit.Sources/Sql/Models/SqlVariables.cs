using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Finds out what the variables of a formula are, and writes them in SQL.</summary>
internal sealed class SqlVariables(
    string formula, SqlRelation relation, FormulaToSql sql, SqlConstants constants, CancellationToken cancellation)
{
    // A factor of more levels is a mistake, as a name or a number that was meant as a covariate.
    private const int MostLevels = 10_000;

    /// <summary>A variable of the terms.</summary>
    /// <param name="node">Its expression.</param>
    /// <param name="name">Its name.</param>
    /// <param name="alias">What its number is called where its columns are computed.</param>
    public SqlVariable Read(FormulaNode node, string name, SqlText alias)
    {
        if (node is FormulaNode.Call call && KnownFunctions.Find(call.Function) is { Kind: FunctionKind.Columns } function)
        {
            var arguments = new CallArguments(formula, call, function.Parameters.AsSpan());
            SqlText x = sql.Number(arguments.First);
            TermBasis basis = constants.Basis(call, name, arguments.First, x);
            return new SqlVariable(x) { Columns = BasisToSql.Columns(basis, alias, sql.Literal), Suffixes = basis.Suffixes };
        }

        if (IsNumeric(node) && !(node is FormulaNode.Name column && relation.Levels.ContainsKey(column.Value)))
        {
            SqlExpression value = sql.Write(node);
            if (value.Kind is SqlKind.Number or SqlKind.Date)
            {
                return new SqlVariable(value.Text);
            }
        }

        return Factor(node, name);
    }

    /// <summary>The status: 1 an event, 0 none.</summary>
    /// <param name="read">The formula.</param>
    /// <param name="cautions">Takes what there is to know of it.</param>
    public SqlText Status(SurvivalFormula read, List<string> cautions)
    {
        if (read.Status is not { } status)
        {
            return SqlText.Raw("1");
        }

        (SqlLeaves leaves, SqlAnswer answer) =
            Distinct(status, new SqlLeaves(formula, relation, sql, constants).AddStatus(status));
        DataFrame frame = leaves.Frame(answer, read.Times.Select((time, i) => new DoubleDataFrameColumn(
            time is FormulaNode.Name name && !leaves.All.Any(leaf => leaf.Node.ToString() == time.ToString())
                ? name.Value
                : FormattableString.Invariant($"(time {i})"),
            Enumerable.Repeat(1.0, answer.Rows))));
        CountedRows counted = CountedRows.Of(frame)!;
        (counted with
        {
            Expressions = counted.Expressions.SetItems(read.Times.Select((time, i) =>
                KeyValuePair.Create(time.ToString(), FormattableString.Invariant($"(time {i})"))).Where(pair =>
                    frame.Columns.IndexOf(pair.Value) >= 0)),
        }).Describe(frame);
        SurvivalData.Describe(frame, relation.Name, [], new Dictionary<string, string>());
        var reader = new ResponseReader(read, new FormulaEvaluator(formula, frame), relation.Name);
        cautions.AddRange(reader.Cautions);
        double[] events = reader.Statuses();
        return Cases(leaves, answer, row => double.IsNaN(events[row]) ? -1 : (int)events[row]);
    }

    private static bool IsNumeric(FormulaNode node) => node switch
    {
        FormulaNode.Call call => FormulaToSql.Knows(call.Function),
        FormulaNode.Parenthesis inner => IsNumeric(inner.Inner),
        _ => true,
    };

    private SqlVariable Factor(FormulaNode node, string name)
    {
        (SqlLeaves leaves, SqlAnswer answer) = Distinct(node);
        var evaluator = new FormulaEvaluator(formula, leaves.Frame(answer, []));
        FormulaValue value = evaluator.Variable(node, name);
        constants.Merge(evaluator.Learned);
        if (value is FormulaValue.Numbers numbers)
        {
            // A number that is made of a factor, as as.numeric(factor(x)).
            var literals = numbers.Values.ToArray();
            return new SqlVariable(Cases(leaves, answer, row => double.IsNaN(literals[row]) ? -1 : row, row => sql.Literal(literals[row])));
        }

        FormulaValue.Levels levels = value.AsLevels();
        return new SqlVariable(Cases(leaves, answer, row => levels.Codes[row]))
        {
            Levels = levels with { Codes = [.. Enumerable.Range(0, levels.Names.Length)] },
        };
    }

    private (SqlLeaves Leaves, SqlAnswer Answer) Distinct(FormulaNode node) =>
        Distinct(node, new SqlLeaves(formula, relation, sql, constants).Add(node));

    // The distinct values of what the database computes of an expression.
    private (SqlLeaves Leaves, SqlAnswer Answer) Distinct(FormulaNode node, SqlLeaves leaves)
    {
        if (leaves.All.Count == 0)
        {
            throw new FormulaException(formula, node.Position, $"{node} uses no column; a column was expected.");
        }

        SqlText names = SqlText.Join(", ", leaves.All.Select((_, i) => SqlText.Of($"c{i}")));
        SqlText selected = SqlText.Join(", ", leaves.All.Select((leaf, i) => SqlText.Of($"{leaf.Value} AS c{i}")));
        SqlText parts = relation.OfParts(part => SqlText.Of($"SELECT {names} FROM (SELECT {selected}{part.Rows}) AS q GROUP BY {names}"));
        SqlAnswer answer = relation.Run(
            SqlText.Of($"SELECT {names} FROM ({parts}) AS r GROUP BY {names} ORDER BY {names}{relation.Limit(MostLevels + 1)}"),
            cancellation);
        return answer.Rows <= MostLevels ? (leaves, answer) : throw new FormulaException(
            formula, node.Position, FormattableString.Invariant($"{node} has more than {MostLevels} levels; fewer were expected."));
    }

    // The place that each row of distinct values has, as a condition on them; rows of one place together.
    private SqlText Cases(SqlLeaves leaves, SqlAnswer answer, Func<int, int> placeOf, Func<int, SqlText>? written = null)
    {
        SqlText Then(IGrouping<int, int> group) => written is null ? SqlText.Of($"{group.Key}") : written(group.First());
        IEnumerable<SqlText> cases = Enumerable.Range(0, answer.Rows).Where(row => placeOf(row) >= 0)
            .GroupBy(placeOf).OrderBy(group => group.Key)
            .Select(group => SqlText.Of($"WHEN {Condition(leaves, answer, [.. group])} THEN {Then(group)}"));
        SqlText[] all = [.. cases];
        return all.Length == 0 ? SqlText.Raw("NULL") : SqlText.Of($"(CASE {SqlText.Join(" ", all)} END)");
    }

    private SqlText Condition(SqlLeaves leaves, SqlAnswer answer, int[] rows)
    {
        if (leaves.All.Count == 1 && rows.All(row => !IsMissing(answer, 0, row)))
        {
            IEnumerable<SqlText> values = rows.Select(row => Value(answer, 0, row));
            return rows.Length == 1
                ? SqlText.Of($"{leaves.All[0].Value} = {values.First()}")
                : SqlText.Of($"{leaves.All[0].Value} IN ({SqlText.Join(", ", values)})");
        }

        return SqlText.Join(" OR ", rows.Select(row => SqlText.Of(
            $"({SqlText.Join(" AND ", leaves.All.Select((leaf, i) => IsMissing(answer, i, row)
                ? SqlText.Of($"{leaf.Value} IS NULL")
                : SqlText.Of($"{leaf.Value} = {Value(answer, i, row)}")))})")));
    }

    private SqlText Value(SqlAnswer answer, int column, int row) =>
        answer.IsText(column) ? SqlText.Value(answer.Texts(column)[row]!) : sql.Literal(answer.Numbers(column)[row]);

    private static bool IsMissing(SqlAnswer answer, int column, int row) =>
        answer.IsText(column) ? answer.Texts(column)[row] is null : double.IsNaN(answer.Numbers(column)[row]);
}

using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Divides the expressions of a formula into what the database computes row by row and what is made of its distinct values here:
/// factors, strata, groups, the coding of a status. So a factor has the levels and the order that it has for data in memory.</summary>
internal sealed class SqlLeaves(string formula, SqlRelation relation, FormulaToSql sql, SqlConstants constants)
{
    private readonly List<SqlLeaf> _leaves = [];

    /// <summary>The leaves so far, each once.</summary>
    public IReadOnlyList<SqlLeaf> All => _leaves;

    /// <summary>Adds the leaves of an expression.</summary>
    public SqlLeaves Add(FormulaNode node)
    {
        switch (node)
        {
            case FormulaNode.Parenthesis inner when node.Columns().Any():
                Add(inner.Inner);
                break;
            case FormulaNode.Call { Function: "cut" } cut:
                Put(Cut(cut));
                break;
            case FormulaNode.Call call when !FormulaToSql.Knows(call.Function):
                foreach (FormulaArgument argument in call.Arguments.Where(argument => argument.Value.Columns().Any()))
                {
                    Add(argument.Value);
                }

                break;
            case var _ when node.Columns().Any():
                SqlExpression value = sql.Write(node);
                Put(new SqlLeaf(node, value.Kind == SqlKind.Truth ? sql.Number(node) : value.Text, value.Kind));
                break;
        }

        return this;
    }

    /// <summary>Adds the leaves of a status: of a comparison with constants the column itself, so that a constant which no row has is
    /// told.</summary>
    public SqlLeaves AddStatus(FormulaNode node) => node switch
    {
        FormulaNode.Binary { Sign: "==" or "!=" or "%in%", Left: FormulaNode.Name column } compared when !compared.Right.Columns().Any() =>
            Add(column),
        FormulaNode.Binary { Sign: "==" or "!=", Right: FormulaNode.Name column } compared when !compared.Left.Columns().Any() =>
            Add(column),
        FormulaNode.Parenthesis inner => AddStatus(inner.Inner),
        _ => Add(node),
    };

    /// <summary>The distinct values of the leaves as a frame in which a formula finds them.</summary>
    /// <param name="answer">An answer whose first columns are the leaves.</param>
    /// <param name="others">Further columns of the frame.</param>
    /// <param name="counts">The one among them that counts rows; empty: none.</param>
    public DataFrame Frame(SqlAnswer answer, IEnumerable<DataFrameColumn> others, string counts = "")
    {
        var expressions = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var columns = new List<DataFrameColumn>();
        for (int i = 0; i < _leaves.Count; i++)
        {
            SqlLeaf leaf = _leaves[i];
            string name = leaf.Node is FormulaNode.Name column ? column.Value : FormattableString.Invariant($"(expression {i + 1})");
            if (leaf.Node is not FormulaNode.Name)
            {
                expressions[leaf.Node.ToString()] = name;
            }

            columns.Add(Column(leaf, name, answer, i));
        }

        var frame = new DataFrame(columns.Concat(others));
        foreach ((string column, ImmutableArray<string> levels) in relation.Levels)
        {
            frame = frame.Columns.IndexOf(column) < 0 ? frame : FactorLevels.SetWithAbsent(frame, column, levels);
        }

        new CountedRows(counts, expressions.ToImmutable()).Describe(frame);
        return frame;
    }

    private static DataFrameColumn Column(SqlLeaf leaf, string name, SqlAnswer answer, int place)
    {
        if (leaf.Labels.Count > 0)
        {
            return new FactorColumn(
                name, answer.Numbers(place).Select(code => double.IsNaN(code) ? null : leaf.Labels[(int)code]), [.. leaf.Labels]);
        }

        return leaf.Kind switch
        {
            SqlKind.Text => new StringDataFrameColumn(name, answer.Texts(place)),
            SqlKind.Truth => new BooleanDataFrameColumn(
                name, answer.Numbers(place).Select(truth => double.IsNaN(truth) ? (bool?)null : truth != 0)),
            SqlKind.Date => new DateTimeDataFrameColumn(name, answer.Numbers(place).Select(days =>
                double.IsNaN(days) ? (DateTime?)null : DateTime.UnixEpoch.AddTicks((long)Math.Round(days * TimeSpan.TicksPerDay)))),
            _ => new DoubleDataFrameColumn(name, answer.Numbers(place).Select(number => double.IsNaN(number) ? (double?)null : number)),
        };
    }

    private void Put(SqlLeaf leaf)
    {
        if (!_leaves.Exists(known => known.Node.ToString() == leaf.Node.ToString()))
        {
            _leaves.Add(leaf);
        }
    }

    // The place of the interval, whose label is that of a number inside it.
    private SqlLeaf Cut(FormulaNode.Call cut)
    {
        var arguments = new CallArguments(formula, cut, KnownFunctions.Find("cut")!.Parameters.AsSpan());
        if (arguments.Flag("ordered_result") == true)
        {
            throw new FormulaException(
                formula, cut.Position, "cut() makes no ordered factor in the database; ordered(cut(...)) was expected.");
        }

        SqlText x = sql.Number(arguments.First);
        double[] breaks = constants.Of(cut, arguments, x);
        double[] inside = [.. breaks.SelectMany((limit, i) => i == 0 ? new[] { limit } : [(breaks[i - 1] / 2) + (limit / 2), limit])];
        var frame = new DataFrame(new DoubleDataFrameColumn("x", inside));
        new CountedRows("", ImmutableDictionary<string, string>.Empty.Add(arguments.First.ToString(), "x")).Describe(frame);
        if (arguments.First is FormulaNode.Name name)
        {
            frame = new DataFrame(new DoubleDataFrameColumn(name.Value, inside));
        }

        FormulaValue value = new FormulaEvaluator(formula, frame, constants.Learned).Evaluate(cut);
        FormulaValue.Levels levels = value.AsLevels();
        var cases = new List<SqlText>();
        for (int i = 0; i < inside.Length; i++)
        {
            if (levels.Codes[i] >= 0)
            {
                bool isBreak = i % 2 == 0;
                SqlText from = sql.Literal(breaks[i / 2]);
                SqlText to = isBreak ? from : sql.Literal(breaks[(i / 2) + 1]);
                cases.Add(isBreak
                    ? SqlText.Of($"WHEN {x} = {from} THEN {levels.Codes[i]}")
                    : SqlText.Of($"WHEN {x} > {from} AND {x} < {to} THEN {levels.Codes[i]}"));
            }
        }

        var place = SqlText.Of($"(CASE {SqlText.Join(" ", cases)} END)");
        return value is FormulaValue.Numbers numbers
            ? new SqlLeaf(cut, Numbered(place, levels, numbers), SqlKind.Number)
            : new SqlLeaf(cut, place, SqlKind.Number) { Labels = levels.Names };
    }

    private SqlText Numbered(SqlText place, FormulaValue.Levels levels, FormulaValue.Numbers numbers)
    {
        var ofCode = new double[levels.Names.Length];
        for (int i = 0; i < levels.Codes.Length; i++)
        {
            if (levels.Codes[i] >= 0)
            {
                ofCode[levels.Codes[i]] = numbers.Values.Span[i];
            }
        }

        IEnumerable<SqlText> cases = ofCode.Select((number, code) => SqlText.Of($"WHEN {code} THEN {sql.Literal(number)}"));
        return SqlText.Of($"(CASE {place} {SqlText.Join(" ", cases)} END)");
    }
}

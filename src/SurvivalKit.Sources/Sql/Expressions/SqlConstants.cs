using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>What the terms of a formula take from whole columns of a table: means, quantiles, knots. It is computed from the distinct
/// values of the column and how often each occurs, by the same code as for data in memory.</summary>
/// <param name="formula">The formula, for messages.</param>
/// <param name="relation">The table.</param>
/// <param name="mostCells">The most distinct values that may leave the database.</param>
/// <param name="cancellation">Stops the statements.</param>
internal sealed class SqlConstants(string formula, SqlRelation relation, int mostCells, CancellationToken cancellation)
{
    // A column of so many values is spread out in memory; of more, the database itself has to compute what is needed.
    private const double MostValues = 5_000_000;

    private readonly Dictionary<string, bool> _hasNaN = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> _values = new(StringComparer.Ordinal);

    /// <summary>What was taken so far, to code new data likewise.</summary>
    public FittedConstants Learned { get; } = new();

    /// <summary>Asks in one statement which of some columns of numbers have a value that is not a number.</summary>
    public void FindNaN(IEnumerable<string> names)
    {
        SqlColumn[] columns =
        [
            .. names.Distinct(StringComparer.Ordinal).Select(relation.Find).OfType<SqlColumn>()
                .Where(column => column.Kind == SqlKind.Number && !_hasNaN.ContainsKey(column.Name)),
        ];
        if (columns.Length == 0)
        {
            return;
        }

        SqlText counts = SqlText.Join(", ", columns.Select((column, i) =>
        {
            string number = relation.Dialect.AsDouble(relation.Dialect.Quote(column.Name));
            return SqlText.Of($"SUM(CASE WHEN {SqlText.Raw(relation.Dialect.IsNaN(number))} THEN 1 ELSE 0 END) AS a{i}");
        }));
        SqlAnswer answer = relation.Run(
            relation.OfParts(part => SqlText.Of($"SELECT {counts} FROM {SqlText.Raw(part.From)}")), cancellation);
        for (int i = 0; i < columns.Length; i++)
        {
            _hasNaN[columns[i].Name] = Array.Exists(answer.Numbers(i), count => count > 0);
        }
    }

    /// <summary>Whether a column of numbers has a value that is not a number.</summary>
    public bool HasNaN(SqlColumn column)
    {
        FindNaN([column.Name]);
        return _hasNaN[column.Name];
    }

    /// <summary>The numbers that a call takes from a column: <c>mean(x)</c>, <c>scale(x)</c>, the breaks of <c>cut(x, 3)</c>.</summary>
    public double[] Of(FormulaNode.Call call, CallArguments arguments, SqlText x)
    {
        string key = call.ToString();
        if (!Learned.Numbers.ContainsKey(key))
        {
            // Breaks depend on the smallest and the largest value alone.
            FormulaEvaluator evaluator = EvaluatorOf(arguments.First, call.Function == "cut" ? Range(x) : Values(arguments.First, x));
            _ = evaluator.Evaluate(call);
            Merge(evaluator.Learned);
        }

        return [.. Learned.Numbers[key].Values];
    }

    /// <summary>The basis of a term of several columns, such as <c>ns(x, df = 3)</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The term's name.</param>
    /// <param name="number">Its number.</param>
    /// <param name="x">The number in SQL.</param>
    public TermBasis Basis(FormulaNode.Call call, string name, FormulaNode number, SqlText x)
    {
        if (!Learned.Bases.ContainsKey(name))
        {
            FormulaEvaluator evaluator = EvaluatorOf(number, Values(number, x));
            _ = evaluator.Variable(call, name);
            Merge(evaluator.Learned);
        }

        return Learned.Bases[name];
    }

    /// <summary>Adds what was taken from a frame of distinct values.</summary>
    public void Merge(FittedConstants? others)
    {
        foreach ((string key, FittedNumbers numbers) in others?.Numbers ?? [])
        {
            Learned.Numbers[key] = numbers;
        }

        foreach ((string key, TermBasis basis) in others?.Bases ?? [])
        {
            Learned.Bases[key] = basis;
        }

        foreach ((string key, ImmutableArray<string> levels) in others?.Levels ?? [])
        {
            Learned.Levels[key] = levels;
        }
    }

    // A frame of values of an expression, under its own text.
    private FormulaEvaluator EvaluatorOf(FormulaNode node, double[] values)
    {
        var column = new DoubleDataFrameColumn(node is FormulaNode.Name name ? name.Value : "x", values.Select(value =>
            double.IsNaN(value) ? (double?)null : value));
        var frame = new DataFrame(column);
        if (node is not FormulaNode.Name)
        {
            new CountedRows("", ImmutableDictionary<string, string>.Empty.Add(node.ToString(), "x")).Describe(frame);
        }

        return new FormulaEvaluator(formula, frame);
    }

    private double[] Range(SqlText x)
    {
        SqlAnswer answer = relation.Run(
            relation.OfParts(part => SqlText.Of($"SELECT MIN(v) AS a, MAX(v) AS b FROM (SELECT {x} AS v{part.Rows}) AS c")), cancellation);
        return [.. answer.Numbers(0), .. answer.Numbers(1)];
    }

    // All values in increasing order, a missing one among them where there is one.
    private double[] Values(FormulaNode node, SqlText x)
    {
        string key = x.ToString();
        if (_values.TryGetValue(key, out double[]? known))
        {
            return known;
        }

        SqlText parts = relation.OfParts(part => SqlText.Of($"SELECT v, COUNT(*) AS n FROM (SELECT {x} AS v{part.Rows}) AS c GROUP BY v"));
        SqlAnswer answer = relation.Run(
            SqlText.Of($"SELECT v, SUM(n) AS n FROM ({parts}) AS parts GROUP BY v ORDER BY v{relation.Limit(mostCells + 1)}"), cancellation);
        double[] counts = answer.Numbers(1);
        if (answer.Rows > mostCells || counts.Sum() > MostValues)
        {
            throw new FormulaException(formula, node.Position, FormattableString.Invariant(
                $"{node} has too many different values for what the formula takes from all of them; knots or constants that are given were expected."));
        }

        var values = new List<double>();
        for (int i = 0; i < answer.Rows; i++)
        {
            bool isMissing = double.IsNaN(answer.Numbers(0)[i]);
            values.AddRange(Enumerable.Repeat(answer.Numbers(0)[i], isMissing ? 1 : (int)counts[i]));
        }

        return _values[key] = [.. values];
    }
}

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Expands <c>a * b</c>, <c>(a + b)^2</c>, <c>. - a</c> and the like by R's rules (Wilkinson and Rogers 1973).</summary>
internal sealed class TermExpansion(SurvivalFormula formula, IEnumerable<string> columns)
{
    private readonly List<FormulaNode> _variables = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormulaNode> _offsets = new(StringComparer.Ordinal);
    private readonly List<FormulaNode.Call> _clusters = [];

    /// <summary>Whether a <c>.</c> was found, so that the terms depend on the columns.</summary>
    public bool HasDot { get; private set; }

    public TermList Expand()
    {
        List<ImmutableArray<int>> terms = Terms(formula.Terms);
        return new TermList(
            [.. _variables],
            [.. _variables.Select(variable => variable.ToString())],
            [.. terms.OrderBy(term => term.Length)],
            [.. _offsets.Values],
            [.. _clusters]);
    }

    private List<ImmutableArray<int>> Terms(FormulaNode node)
    {
        switch (node)
        {
            case FormulaNode.Parenthesis parenthesis:
                return Terms(parenthesis.Inner);
            case FormulaNode.Binary { Sign: "+" } sum:
                return Union(Terms(sum.Left), Terms(sum.Right));
            case FormulaNode.Binary { Sign: "-" or ":" or "%in%" or "*" or "/" or "^" } or FormulaNode.Unary { Sign: "-" }
                when LostCluster(node) is { } cluster:
                throw new FormulaException(
                    formula.Text, cluster.Position, "cluster() was expected as a term of its own, neither in an interaction nor removed by -.");
            case FormulaNode.Binary { Sign: "-" } difference:
                List<ImmutableArray<int>> kept = Terms(difference.Left);
                List<ImmutableArray<int>> dropped = Terms(difference.Right);
                return [.. kept.Where(term => !dropped.Exists(other => other.SequenceEqual(term)))];
            case FormulaNode.Binary { Sign: ":" or "%in%" } product:
                return Product(Terms(product.Left), Terms(product.Right));
            case FormulaNode.Binary { Sign: "*" } cross:
                List<ImmutableArray<int>> left = Terms(cross.Left);
                List<ImmutableArray<int>> right = Terms(cross.Right);
                return Union(Union(left, right), Product(left, right));
            case FormulaNode.Binary { Sign: "/" } nested:
                List<ImmutableArray<int>> outer = Terms(nested.Left);
                ImmutableArray<int> all = [.. outer.SelectMany(term => term).Distinct().Order()];
                return Union(outer, Product([all], Terms(nested.Right)));
            case FormulaNode.Binary { Sign: "^" } power:
                return Power(power);
            case FormulaNode.Unary { Sign: "+" } plus:
                return Terms(plus.Operand);
            case FormulaNode.Unary { Sign: "-" } minus:
                // What is removed from nothing; its strata and offsets still count, as in R.
                Terms(minus.Operand);
                return [];
            case FormulaNode.Number { Value: 0 or 1 }:
                // The intercept, which neither a Cox model nor a grouping has.
                return [];
            case FormulaNode.Name { Value: "." }:
                HasDot = true;
                ImmutableHashSet<string> used = formula.ResponseColumns();
                return [.. columns.Where(column => !used.Contains(column))
                    .Select(column => Variable(new FormulaNode.Name(column, node.Position)))];
            case FormulaNode.Call { Function: "offset" } offset:
                // As in R: an offset counts once however often it stands there, and an interaction with it is no term.
                FormulaNode value = offset.Arguments is [{ Name: null or "object" } only]
                    ? only.Value
                    : throw new FormulaException(formula.Text, offset.Position, "offset() takes one column or expression.");
                _offsets.TryAdd(value.ToString(), value);
                return [];
            case FormulaNode.Call { Function: "cluster" } cluster:
                _clusters.Add(cluster);
                return [];
            case FormulaNode.Name
                or FormulaNode.Call
                or FormulaNode.Binary { Sign: "==" or "!=" or "<" or ">" or "<=" or ">=" or "&" or "|" }
                or FormulaNode.Unary { Sign: "!" }:
                return [Variable(node)];
            default:
                throw new FormulaException(
                    formula.Text, node.Position, $"{node} is no term; arithmetic in a term stands in I(), as in I(age / 10).");
        }
    }

    // A cluster() below a sign that would make it part of another term, or remove it; a sum keeps it a term of its own.
    private static FormulaNode? LostCluster(FormulaNode node) => node is FormulaNode.Binary { Sign: "-" } difference
        ? Cluster(difference.Right)
        : Cluster(node);

    private static FormulaNode? Cluster(FormulaNode node) => node switch
    {
        FormulaNode.Call { Function: "cluster" } cluster => cluster,
        FormulaNode.Parenthesis parenthesis => Cluster(parenthesis.Inner),
        FormulaNode.Unary unary => Cluster(unary.Operand),
        FormulaNode.Binary binary => Cluster(binary.Left) ?? Cluster(binary.Right),
        _ => null,
    };

    private List<ImmutableArray<int>> Power(FormulaNode.Binary power)
    {
        if (power.Right is not FormulaNode.Number { Value: >= 1 and <= 10 } times || times.Value != Math.Floor(times.Value))
        {
            throw new FormulaException(
                formula.Text, power.Right.Position, "the power of a group of terms was expected to be a whole number from 1 to 10.");
        }

        List<ImmutableArray<int>> factor = Terms(power.Left);
        List<ImmutableArray<int>> result = factor;
        for (int i = 1; i < times.Value; i++)
        {
            result = Union(result, Product(result, factor));
        }

        return result;
    }

    private ImmutableArray<int> Variable(FormulaNode node)
    {
        string name = node.ToString();
        if (!_places.TryGetValue(name, out int place))
        {
            place = _variables.Count;
            _places[name] = place;
            _variables.Add(node);
        }

        return [place];
    }

    private static List<ImmutableArray<int>> Union(List<ImmutableArray<int>> left, List<ImmutableArray<int>> right)
    {
        List<ImmutableArray<int>> all = [.. left];
        foreach (ImmutableArray<int> term in right)
        {
            if (!all.Exists(other => other.SequenceEqual(term)))
            {
                all.Add(term);
            }
        }

        return all;
    }

    private static List<ImmutableArray<int>> Product(List<ImmutableArray<int>> left, List<ImmutableArray<int>> right) =>
        Union([], [.. left.SelectMany(_ => right, (one, other) => (ImmutableArray<int>)[.. one.Union(other).Order()])]);
}

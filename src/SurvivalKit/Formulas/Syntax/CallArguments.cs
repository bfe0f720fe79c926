using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The arguments of a call that are constants in the formula: <c>levels = c("a", "b")</c>, <c>df = 3</c>, <c>raw =
/// TRUE</c>.</summary>
internal sealed class CallArguments
{
    private readonly string _formula;
    private readonly FormulaNode.Call _call;
    private readonly Dictionary<string, FormulaNode> _given = new(StringComparer.Ordinal);

    /// <summary>Matches a call's arguments with their names: named ones first, the others by their place, as R does.</summary>
    /// <exception cref="FormulaException">An argument has another name, is given twice, or is one too many; or the
    /// first is missing.</exception>
    public CallArguments(string formula, FormulaNode.Call call, params ReadOnlySpan<string> names)
    {
        _formula = formula;
        _call = call;
        foreach (FormulaArgument argument in call.Arguments)
        {
            if (argument.Name is not null && (!names.Contains(argument.Name) || !_given.TryAdd(argument.Name, argument.Value)))
            {
                string problem = _given.ContainsKey(argument.Name)
                    ? $"is given the argument {argument.Name} twice"
                    : $"has no argument {argument.Name}";
                throw new FormulaException(
                    formula, argument.Value.Position, $"{call.Function}() {problem}; its arguments are {string.Join(", ", names)}.");
            }
        }

        int place = 0;
        foreach (FormulaArgument argument in call.Arguments)
        {
            if (argument.Name is null)
            {
                while (place < names.Length && _given.ContainsKey(names[place]))
                {
                    place++;
                }

                if (place == names.Length)
                {
                    throw new FormulaException(
                        formula,
                        argument.Value.Position,
                        $"{call.Function}() takes {string.Join(", ", names)}; {argument.Value} is one too many.");
                }

                _given[names[place]] = argument.Value;
            }
        }

        First = this[names[0]] ?? throw new FormulaException(formula, call.Position, $"{call.Function}() was expected to name a column.");
    }

    /// <summary>The argument that is evaluated over the data.</summary>
    public FormulaNode First { get; }

    /// <summary>An argument; null where it is not given.</summary>
    public FormulaNode? this[string name] => _given.GetValueOrDefault(name);

    /// <summary>An argument as numbers; null where it is not given.</summary>
    public double[]? Numbers(string name)
    {
        if (this[name] is not { } node)
        {
            return null;
        }

        var values = new List<double>();
        foreach (FormulaNode item in Items(node))
        {
            values.Add(NumberOf(item) ?? throw Expected(item, name, "a number or c(...) of numbers"));
        }

        return [.. values];
    }

    /// <summary>An argument that is one whole number; null where it is not given.</summary>
    public int? WholeNumber(string name, int lowest, int highest) => this[name] is not { } node
        ? null
        : NumberOf(node) is { } value && value == Math.Floor(value) && value >= lowest && value <= highest
            ? (int)value
            : throw Expected(node, name, FormattableString.Invariant($"a whole number from {lowest} to {highest}"));

    /// <summary>An argument that is TRUE or FALSE; null where it is not given.</summary>
    public bool? Flag(string name) => this[name] switch
    {
        null => null,
        FormulaNode.Name { Value: "TRUE" or "T" } => true,
        FormulaNode.Name { Value: "FALSE" or "F" } => false,
        { } other => throw Expected(other, name, "TRUE or FALSE"),
    };

    /// <summary>An argument as the names of levels, numbers as R writes them; null where it is not given.</summary>
    public ImmutableArray<string>? Texts(string name)
    {
        if (this[name] is not { } node)
        {
            return null;
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (FormulaNode item in Items(node))
        {
            texts.Add(item switch
            {
                FormulaNode.Text text => text.Value,
                FormulaNode.Name { Value: "TRUE" or "FALSE" } truth => truth.Value,
                _ => NumberOf(item) is { } number
                    ? NumberFormat.OfLevel(number)
                    : throw Expected(item, name, "a text, a number or c(...) of them"),
            });
        }

        return texts.ToImmutable();
    }

    public FormulaException At(string? name, string problem) =>
        new(_formula, ((name is null ? null : this[name]) ?? _call).Position, problem);

    private FormulaException Expected(FormulaNode found, string name, string what) =>
        new(_formula, found.Position, $"the argument {name} of {_call.Function}() was expected to be {what}; {found} was found.");

    private static IEnumerable<FormulaNode> Items(FormulaNode node) => node switch
    {
        FormulaNode.Parenthesis inner => Items(inner.Inner),
        FormulaNode.Call { Function: "c" } list => list.Arguments.SelectMany(argument => Items(argument.Value)),
        _ => [node],
    };

    private static double? NumberOf(FormulaNode node) => node switch
    {
        FormulaNode.Number number => number.Value,
        FormulaNode.Parenthesis inner => NumberOf(inner.Inner),
        FormulaNode.Unary { Sign: "-" } minus => -NumberOf(minus.Operand),
        FormulaNode.Unary { Sign: "+" } plus => NumberOf(plus.Operand),
        _ => null,
    };
}

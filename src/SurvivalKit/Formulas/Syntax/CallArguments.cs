using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The arguments of a call that are constants in the formula: <c>levels = c("a", "b")</c>, <c>df = 3</c>, <c>raw =
/// TRUE</c>.</summary>
internal sealed class CallArguments
{
    private readonly string _formula;
    private readonly FormulaNode.Call _call;
    private readonly Dictionary<string, FormulaNode> _given = new(StringComparer.Ordinal);

    /// <summary>Matches a call's arguments with its parameters as R does: by their whole names, then by the beginnings of names, then by
    /// their places.</summary>
    /// <param name="formula">The formula, for error messages.</param>
    /// <param name="call">The call.</param>
    /// <param name="parameters">The parameters in order; <c>...</c> takes all that no other takes, and those after it need their whole
    /// names.</param>
    /// <exception cref="FormulaException">An argument has another name, is given twice, or is one too many; or the
    /// first is missing.</exception>
    public CallArguments(string formula, FormulaNode.Call call, params ReadOnlySpan<string> parameters)
    {
        _formula = formula;
        _call = call;
        int rest = parameters.IndexOf("...");
        var byPlace = new List<FormulaArgument>();
        foreach (FormulaArgument argument in call.Arguments)
        {
            if (argument.Name is { } name && Parameter(name, parameters, rest, argument) is { } parameter)
            {
                if (!_given.TryAdd(parameter, argument.Value))
                {
                    throw new FormulaException(
                        formula, argument.Value.Position,
                        $"{call.Function}() is given the argument {parameter} twice; its arguments are {ListOf(parameters)}.");
                }
            }
            else
            {
                byPlace.Add(argument);
            }
        }

        int place = 0;
        var others = ImmutableArray.CreateBuilder<FormulaArgument>();
        foreach (FormulaArgument argument in byPlace)
        {
            while (place < parameters.Length && _given.ContainsKey(parameters[place]))
            {
                place++;
            }

            if (place == parameters.Length)
            {
                throw new FormulaException(
                    formula, argument.Value.Position, $"{call.Function}() takes {ListOf(parameters)}; {argument.Value} is one too many.");
            }

            if (place == rest)
            {
                others.Add(argument);
            }
            else
            {
                _given[parameters[place]] = argument.Value;
            }
        }

        Others = others.ToImmutable();
        First = (rest == 0 ? (Others.IsEmpty ? null : Others[0].Value) : this[parameters[0]])
            ?? throw new FormulaException(formula, call.Position, $"{call.Function}() was expected to name a column.");
    }

    /// <summary>The arguments that <c>...</c> takes, in order.</summary>
    public ImmutableArray<FormulaArgument> Others { get; }

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

    /// <summary>An argument that is one text; null where it is not given.</summary>
    public string? Text(string name) => this[name] switch
    {
        null => null,
        FormulaNode.Text text => text.Value,
        { } other => throw Expected(other, name, "a text in quotation marks"),
    };

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

    // The parameter that a name means; null: the name is the argument's own, for `...`.
    private string? Parameter(string name, ReadOnlySpan<string> parameters, int rest, FormulaArgument argument)
    {
        string? found = null;
        int meant = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] == name && i != rest)
            {
                return name;
            }

            if ((rest < 0 || i < rest) && parameters[i].StartsWith(name, StringComparison.Ordinal))
            {
                found = parameters[i];
                meant++;
            }
        }

        return meant == 1 ? found
            : meant == 0 && rest >= 0 ? null
            : throw new FormulaException(
                _formula, argument.Value.Position, meant > 1
                    ? $"the argument {name} of {_call.Function}() may be more than one of {ListOf(parameters)}."
                    : $"{_call.Function}() has no argument {name}; its arguments are {ListOf(parameters)}.");
    }

    private static string ListOf(ReadOnlySpan<string> parameters) => string.Join(", ", parameters.ToArray());

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
        FormulaNode.Name { Value: "Inf" } => double.PositiveInfinity,
        FormulaNode.Parenthesis inner => NumberOf(inner.Inner),
        FormulaNode.Unary { Sign: "-" } minus => -NumberOf(minus.Operand),
        FormulaNode.Unary { Sign: "+" } plus => NumberOf(plus.Operand),
        _ => null,
    };
}

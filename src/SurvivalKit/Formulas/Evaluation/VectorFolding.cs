using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Replaces arguments that are computed lists of numbers by the lists: <c>seq(0, 80, 10)</c>, <c>c(0, 5:7)</c>,
/// <c>quantile(age, c(.1, .9))</c>, <c>10 * 1:3</c>, <c>-Inf</c>.</summary>
internal sealed class VectorFolding(FormulaEvaluator evaluator, string formula)
{
    private const int Longest = 10_000;

    /// <summary>The call with its arguments after the first, and the named ones, as lists of numbers where they are such.</summary>
    public FormulaNode.Call Fold(FormulaNode.Call call) => call with
    {
        Arguments = [.. call.Arguments.Select((argument, place) => place == 0 && argument.Name is null or "x"
            ? argument
            : argument with { Value = Folded(argument.Value) })],
    };

    private FormulaNode Folded(FormulaNode node) => node is FormulaNode.Number or FormulaNode.Name or FormulaNode.Text
        || Values(node) is not { } values
            ? node
            : new FormulaNode.Call(
                "c", [.. values.Select(value => new FormulaArgument(null, new FormulaNode.Number(value, node.Position)))], node.Position);

    private double[]? Values(FormulaNode node) => node switch
    {
        FormulaNode.Number number => [number.Value],
        FormulaNode.Name { Value: "Inf" } => [double.PositiveInfinity],
        FormulaNode.Name { Value: "pi" } => [Math.PI],
        FormulaNode.Parenthesis inner => Values(inner.Inner),
        FormulaNode.Unary { Sign: "-" } minus => Values(minus.Operand) is { } values ? Array.ConvertAll(values, value => -value) : null,
        FormulaNode.Unary { Sign: "+" } plus => Values(plus.Operand),
        FormulaNode.Binary { Sign: ":" } range => Values(range.Left) is [var from] && Values(range.Right) is [var to]
            ? Sequence(node, from, to, from <= to ? 1 : -1) : null,
        FormulaNode.Binary binary => Values(binary.Left) is { } left && Values(binary.Right) is { } right
            ? Combined(binary.Sign, left, right) : null,
        FormulaNode.Call { Function: "c" } list => All(list),
        FormulaNode.Call { Function: "seq" } sequence => Sequence(sequence),
        FormulaNode.Call { Function: "range" } range when range.Arguments is [{ Name: null }, ..] =>
        [
            .. SummaryFunctions.Of(Call(range with { Function = "min" })), .. SummaryFunctions.Of(Call(range with { Function = "max" })),
        ],
        FormulaNode.Call call when call.Function == "quantile" || SummaryFunctions.OfColumn.ContainsKey(call.Function) =>
            [.. SummaryFunctions.Of(Call(call))],
        FormulaNode.Call { Arguments: [{ Name: null } only] } call
            when NumberFunctions.OfOne.TryGetValue(call.Function, out Func<double, double>? function) =>
            Values(only.Value) is { } values ? Array.ConvertAll(values, value => function(value)) : null,
        _ => null,
    };

    private double[]? All(FormulaNode.Call list)
    {
        double[]?[] parts = [.. list.Arguments.Select(argument => Values(argument.Value))];
        return parts.Contains(null) ? null : [.. parts.SelectMany(part => part!)];
    }

    private FunctionCall Call(FormulaNode.Call call) =>
        new(evaluator, formula, call, new CallArguments(formula, call, KnownFunctions.Find(call.Function)!.Parameters.AsSpan()));

    private double[]? Sequence(FormulaNode.Call call)
    {
        var arguments = new CallArguments(formula, call, "from", "to", "by", "length.out");
        double from = Values(arguments.First) is [var first] ? first : 1;
        double? to = arguments["to"] is { } limit && Values(limit) is [var last] ? last : null;
        double? by = arguments["by"] is { } step && Values(step) is [var one] ? one : null;
        double? count = arguments["length.out"] is { } length && Values(length) is [var number] ? number : null;
        if (to is not { } end)
        {
            return null;
        }

        return count is not { } times ? Sequence(call, from, end, by ?? (from <= end ? 1 : -1))
            : times < 2 ? [from]
            : [.. Sequence(call, 0, times - 1, 1).Select(i => from + (i * ((end - from) / (times - 1))))];
    }

    private double[] Sequence(FormulaNode node, double from, double to, double by)
    {
        double steps = Math.Floor(((to - from) / by) + 1e-10);
        return steps is >= 0 and < Longest
            ? [.. Enumerable.Range(0, (int)steps + 1).Select(step => from + (step * by))]
            : throw new FormulaException(formula, node.Position, $"{node} is no list of numbers that can be used.");
    }

    // R repeats the shorter of two lists.
    private static double[]? Combined(string sign, double[] left, double[] right)
    {
        int count = Math.Max(left.Length, right.Length);
        return Elementwise.Arithmetic(
            sign,
            new Operand(Enumerable.Range(0, count).Select(i => left[i % left.Length]).ToArray(), null),
            new Operand(Enumerable.Range(0, count).Select(i => right[i % right.Length]).ToArray(), null),
            count);
    }
}

using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Evaluates the expressions of a formula over the rows of a frame.</summary>
internal sealed class FormulaEvaluator(string formula, DataFrame data)
{
    private readonly string? _source = SurvivalData.SourceOf(data);

    private int Rows => checked((int)data.Rows.Count);

    public FormulaValue Evaluate(FormulaNode node) => node switch
    {
        FormulaNode.Number number => new FormulaValue.Numbers([.. Enumerable.Repeat(number.Value, Rows)]),
        FormulaNode.Text text => new FormulaValue.Levels(new int[Rows], [text.Value]),
        FormulaNode.Name name => Column(name),
        FormulaNode.Parenthesis inner => Evaluate(inner.Inner),
        FormulaNode.Unary { Sign: "!" } not => Not(not),
        FormulaNode.Unary sign => Map(sign, Numbers(sign.Operand), sign.Sign == "-" ? static x => -x : static x => x),
        FormulaNode.Binary binary => Binary(binary),
        FormulaNode.Call call => Call(call),
        _ => throw new FormulaException(formula, node.Position, $"\"{node}\" cannot be evaluated."),
    };

    /// <summary>The values of an expression as numbers.</summary>
    public double[] Numbers(FormulaNode node)
    {
        FormulaValue value = Evaluate(node);
        return value.AsNumbers() ?? throw Text(node, (FormulaValue.Levels)value);
    }

    /// <summary>Words where numbers were expected: of a column the first that is none, so that a typing error is found.</summary>
    private SurvivalDataException Text(FormulaNode node, FormulaValue.Levels levels)
    {
        int row = Array.FindIndex(levels.Codes, code => code >= 0 && !(double.TryParse(levels.Names[code], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)));
        return node is FormulaNode.Name column && row >= 0 && levels.Names[levels.Codes[row]] is var word
            ? SurvivalDataException.AtCell(_source, row + 1L, column.Value, word, $"\"{word}\" is not a number.")
            : new FormulaException(formula, node.Position, $"{node} is text; a number was expected.");
    }

    private FormulaValue Column(FormulaNode.Name name)
    {
        int index = data.Columns.IndexOf(name.Value);
        if (index >= 0)
        {
            return ColumnValues.Of(data.Columns[index], _source);
        }

        return name.Value switch
        {
            "TRUE" or "T" => new FormulaValue.Logicals([.. Enumerable.Repeat((bool?)true, Rows)]),
            "FALSE" or "F" => new FormulaValue.Logicals([.. Enumerable.Repeat((bool?)false, Rows)]),
            "pi" => new FormulaValue.Numbers([.. Enumerable.Repeat(Math.PI, Rows)]),
            _ => throw new FormulaException(
                formula,
                name.Position,
                $"there is no column \"{name.Value}\"{(_source is null ? "" : " in " + _source)}; the columns are {string.Join(", ", data.Columns.Select(column => column.Name))}."),
        };
    }

    private FormulaValue Call(FormulaNode.Call call)
    {
        switch (call.Function)
        {
            case "factor" or "as.factor":
                return FormulaFunctions.Used(Evaluate(Only(call)).AsLevels()) with { IsText = false };
            case "I" or "identity" or "as.numeric":
                // As R, a factor gives the places of its levels; a text has none.
                return call.Function != "as.numeric" ? Evaluate(Only(call))
                    : Evaluate(Only(call)) is FormulaValue.Levels { IsText: false } factor
                        ? new FormulaValue.Numbers([.. factor.Codes.Select(code => code < 0 ? double.NaN : code + 1)])
                        : new FormulaValue.Numbers(Numbers(Only(call)));
            case "pmin" or "pmax" when call.Arguments is [{ Name: null }, { Name: null }]:
                return Map(call, Numbers(call.Arguments[0].Value), Numbers(call.Arguments[1].Value), call.Function == "pmin" ? Math.Min : Math.Max);
            case "log" when call.Arguments is [{ Name: null }, { Name: null or "base" }]:
                double[] bases = Numbers(call.Arguments[1].Value);
                return Map(call, Numbers(call.Arguments[0].Value), bases, static (x, b) => Math.Log(x) / Math.Log(b));
            default:
                return FormulaFunctions.OfNumber.TryGetValue(call.Function, out Func<double, double>? function)
                    ? Map(call, Numbers(Only(call)), function)
                    : throw new FormulaException(
                        formula,
                        call.Position,
                        $"there is no function \"{call.Function}\"; known are factor, I, {string.Join(", ", FormulaFunctions.OfNumber.Keys.Order(StringComparer.Ordinal))}, and the terms strata, cluster and offset.");
        }
    }

    private FormulaNode Only(FormulaNode.Call call) =>
        call.Arguments is [{ Name: null } only]
            ? only.Value
            : throw new FormulaException(formula, call.Position, $"{call.Function} takes one argument.");

    private FormulaValue.Logicals Not(FormulaNode.Unary not) =>
        new([.. Numbers(not.Operand).Select(value => double.IsNaN(value) ? (bool?)null : value == 0)]);

    private FormulaValue Binary(FormulaNode.Binary node)
    {
        if (FormulaFunctions.Arithmetic.TryGetValue(node.Sign, out Func<double, double, double>? arithmetic))
        {
            return Map(node, Numbers(node.Left), Numbers(node.Right), arithmetic);
        }

        FormulaValue left = Evaluate(node.Left);
        FormulaValue right = Evaluate(node.Right);
        if (left is FormulaValue.Levels || right is FormulaValue.Levels)
        {
            return CompareText(node, left.AsLevels(), right.AsLevels());
        }

        double[] x = left.AsNumbers()!;
        double[] y = right.AsNumbers()!;
        var values = new bool?[Rows];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = FormulaFunctions.Truth(node.Sign, x[i], y[i])
                ?? (double.IsNaN(x[i]) || double.IsNaN(y[i])
                    ? null
                    : throw new FormulaException(formula, node.Position, $"\"{node.Sign}\" cannot stand in an expression."));
        }

        return new FormulaValue.Logicals(values);
    }

    private FormulaValue.Logicals CompareText(FormulaNode.Binary node, FormulaValue.Levels left, FormulaValue.Levels right)
    {
        if (node.Sign is not ("==" or "!="))
        {
            throw new FormulaException(formula, node.Position, $"\"{node.Sign}\" cannot compare text; == or != was expected.");
        }

        var values = new bool?[Rows];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = left.IsMissing(i) || right.IsMissing(i)
                ? null
                : string.Equals(left.Names[left.Codes[i]], right.Names[right.Codes[i]], StringComparison.Ordinal) == (node.Sign == "==");
        }

        return new FormulaValue.Logicals(values);
    }

    private FormulaValue.Numbers Map(FormulaNode node, double[] x, Func<double, double> function) =>
        Map(node, x, x, (value, _) => function(value));

    // Missing stays missing; a value outside the function's domain is an error, not a silent missing value.
    private FormulaValue.Numbers Map(FormulaNode node, double[] x, double[] y, Func<double, double, double> function)
    {
        var values = new double[x.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = function(x[i], y[i]);
            if (!double.IsFinite(values[i]) && double.IsFinite(x[i]) && double.IsFinite(y[i]))
            {
                throw new FormulaException(formula, node.Position, FormattableString.Invariant($"{node} has no finite value in row {i + 1}."));
            }
        }

        return new FormulaValue.Numbers(values);
    }
}

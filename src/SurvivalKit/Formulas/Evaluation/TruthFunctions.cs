using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The functions of truth values and of missing ones.</summary>
internal static class TruthFunctions
{
    public static IEnumerable<FormulaFunction> All { get; } =
    [
        FormulaFunction.Of("ifelse", "test, yes, no", IfElse),
        FormulaFunction.Of("is.na", "x", call =>
        {
            FormulaValue value = call.Evaluator.Leniently(call.FirstLabels);
            return Truths(call.Rows, row => value.IsMissing(row) ? (sbyte)1 : (sbyte)0);
        }),
        FormulaFunction.Of("xor", "x, y", call =>
        {
            ReadOnlyMemory<double> x = call.FirstNumbers();
            ReadOnlyMemory<double> y = call.Evaluator.Numbers(call.Required("y"));
            return Truths(call.Rows, row => double.IsNaN(x.Span[row]) || double.IsNaN(y.Span[row])
                ? (sbyte)-1
                : (x.Span[row] != 0) != (y.Span[row] != 0) ? (sbyte)1 : (sbyte)0);
        }),
        FormulaFunction.Of("as.logical", "x", call =>
        {
            ReadOnlyMemory<double> x = call.FirstNumbers();
            return Truths(call.Rows, row => double.IsNaN(x.Span[row]) ? (sbyte)-1 : x.Span[row] != 0 ? (sbyte)1 : (sbyte)0);
        }),
    ];

    private static FormulaValue.Logicals Truths(int rows, Func<int, sbyte> of)
    {
        var values = new sbyte[rows];
        for (int row = 0; row < rows; row++)
        {
            values[row] = of(row);
        }

        return new FormulaValue.Logicals(values);
    }

    // The branch that a row does not take need not have a value there, as in ifelse(x > 0, log(x), 0).
    private static FormulaValue IfElse(FunctionCall call)
    {
        ReadOnlyMemory<double> test = call.FirstNumbers();
        (FormulaValue yes, FormulaValue no) = call.Evaluator.Leniently(() => (Branch(call, "yes"), Branch(call, "no")));
        if (yes is FormulaValue.Levels || no is FormulaValue.Levels)
        {
            return Texts(test, yes.AsLevels(), no.AsLevels());
        }

        if (yes is FormulaValue.Logicals first && no is FormulaValue.Logicals second)
        {
            return Truths(call.Rows, row => double.IsNaN(test.Span[row]) ? (sbyte)-1
                : test.Span[row] != 0 ? first.Values[row] : second.Values[row]);
        }

        ReadOnlyMemory<double> left = yes.AsNumbers()!.Value;
        ReadOnlyMemory<double> right = no.AsNumbers()!.Value;
        var values = new double[call.Rows];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = double.IsNaN(test.Span[row]) ? double.NaN : test.Span[row] != 0 ? left.Span[row] : right.Span[row];
        }

        return new FormulaValue.Numbers(values);
    }

    private static FormulaValue Branch(FunctionCall call, string name)
    {
        FormulaNode node = call.Required(name);
        FormulaValue value = call.Evaluator.Evaluate(node);
        return value is FormulaValue.Levels { IsText: false }
            ? throw call.At(name, $"{node} is a factor, of which ifelse() would take the codes; as.character({node}) was expected.")
            : value;
    }

    private static FormulaValue.Levels Texts(ReadOnlyMemory<double> test, FormulaValue.Levels yes, FormulaValue.Levels no)
    {
        ImmutableArray<string> names = [.. yes.Names.Concat(no.Names).Distinct(StringComparer.Ordinal).Order(LevelOrder.Text)];
        int[] ofYes = [.. yes.Names.Select(name => names.IndexOf(name))];
        int[] ofNo = [.. no.Names.Select(name => names.IndexOf(name))];
        var codes = new int[yes.Codes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            (int code, int[] places) = test.Span[row] != 0 ? (yes.Codes[row], ofYes) : (no.Codes[row], ofNo);
            codes[row] = code < 0 || double.IsNaN(test.Span[row]) ? -1 : places[code];
        }

        return FormulaFunctions.Used(new FormulaValue.Levels(codes, names) { IsText = true });
    }
}

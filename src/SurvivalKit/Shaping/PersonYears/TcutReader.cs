using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit;

/// <summary>Reads <c>tcut(x, breaks, labels, scale)</c> in a formula.</summary>
internal static class TcutReader
{
    /// <summary>Whether a term is a moving scale.</summary>
    public static bool Makes(FormulaNode node) => node is FormulaNode.Call { Function: "tcut" };

    /// <summary>The scale of all rows of the data.</summary>
    /// <exception cref="FormulaException">An argument cannot be used.</exception>
    public static Tcut Read(string formula, FormulaNode.Call call, FormulaEvaluator evaluator)
    {
        var arguments = new CallArguments(formula, WithList(call), "x", "breaks", "labels", "scale");
        double scale = arguments.Numbers("scale") switch
        {
            null => 1,
            [> 0 and var one] when double.IsFinite(one) => one,
            _ => throw arguments.At("scale", "the scale of tcut() was expected to be one number after 0."),
        };
        bool areDates = evaluator.AreDates(arguments.First);
        double[] values = evaluator.Numbers(arguments.First).ToArray();
        ImmutableArray<string>? labels = arguments.Texts("labels");
        (double[] breaks, string[] texts) = Breaks(arguments, areDates);
        if (breaks.Length == 1)
        {
            (breaks, texts) = Equal(arguments, breaks[0], values);
            labels ??= [.. texts];
        }

        try
        {
            return new Tcut(
                values.Select(value => value * scale), breaks.Select(one => one * scale), labels ?? Tcut.LabelsOf(texts));
        }
        catch (SurvivalDataException problem)
        {
            throw arguments.At("breaks", char.ToLowerInvariant(problem.Message[0]) + problem.Message[1..]);
        }
    }

    // tcut(age, 40, 50, 60): numbers one after the other are the breaks.
    private static FormulaNode.Call WithList(FormulaNode.Call call)
    {
        FormulaArgument[] numbers =
        [
            .. call.Arguments.Skip(1).TakeWhile(argument => argument is { Name: null, Value: FormulaNode.Number or FormulaNode.Unary }),
        ];
        return numbers.Length < 2 ? call : call with
        {
            Arguments =
            [
                call.Arguments[0], new FormulaArgument(null, new FormulaNode.Call("c", [.. numbers], numbers[0].Value.Position)),
                .. call.Arguments.Skip(1 + numbers.Length),
            ],
        };
    }

    private static (double[] Breaks, string[] Texts) Breaks(CallArguments arguments, bool areDates)
    {
        FormulaNode given = arguments["breaks"] ?? throw arguments.At(
            null, "tcut() was expected to have breaks, as in tcut(age, c(40, 50)).");
        (double Value, string Text)[] breaks = [.. Items(given)];
        return (Array.ConvertAll(breaks, one => one.Value), Array.ConvertAll(breaks, one => one.Text));

        IEnumerable<(double Value, string Text)> Items(FormulaNode node) => node switch
        {
            FormulaNode.Call { Function: "c" } list => list.Arguments.SelectMany(one => Items(one.Value)),
            FormulaNode.Parenthesis inner => Items(inner.Inner),
            FormulaNode.Name { Value: "Inf" } => [Written(double.PositiveInfinity)],
            FormulaNode.Number number => [Written(number.Value)],
            FormulaNode.Unary { Sign: "-" } minus => Items(minus.Operand).Select(one => Written(-one.Value)),
            FormulaNode.Binary { Sign: "*" } product => Each(product, static (x, y) => x * y),
            FormulaNode.Binary { Sign: "/" } quotient => Each(quotient, static (x, y) => x / y),
            FormulaNode.Call { Function: "seq" } sequence => Sequence(sequence),
            FormulaNode.Text text when areDates && DateTime.TryParseExact(
                text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
                => [(ColumnValues.DaysSince1970(date), text.Value)],
            _ => throw Wrong(node),
        };

        // A list times one number, as c(40, 50) * 365.25.
        IEnumerable<(double Value, string Text)> Each(FormulaNode.Binary node, Func<double, double, double> function)
        {
            (double Value, string Text)[] left = [.. Items(node.Left)];
            (double Value, string Text)[] right = [.. Items(node.Right)];
            return right.Length == 1 ? left.Select(one => Written(function(one.Value, right[0].Value)))
                : left.Length == 1 ? right.Select(one => Written(function(left[0].Value, one.Value)))
                : throw Wrong(node);
        }

        IEnumerable<(double Value, string Text)> Sequence(FormulaNode.Call node)
        {
            double[] numbers = [.. node.Arguments.SelectMany(one => Items(one.Value)).Select(one => one.Value)];
            return numbers is [var from, var to, > 0 and var by] && to >= from && (to - from) / by <= 1000
                ? Enumerable.Range(0, (int)Math.Floor(((to - from) / by) + 1e-10) + 1).Select(i => Written(from + (i * by)))
                : throw Wrong(node);
        }

        static (double Value, string Text) Written(double value) => (value, Tcut.Text(value));

        FormulaException Wrong(FormulaNode node) => arguments.At(
            "breaks", $"{node} is no break of tcut(); {(areDates ? "a date as \"2024-03-31\"" : "a number")} was expected.");
    }

    // One number: that many equal bands over the range of the values, a hundredth wider at both ends.
    private static (double[] Breaks, string[] Labels) Equal(CallArguments arguments, double number, double[] values)
    {
        double[] present = [.. values.Where(double.IsFinite)];
        if (!(number >= 1 && number <= 1000 && number == Math.Floor(number)) || present.Length == 0)
        {
            throw arguments.At("breaks", "one number of tcut() is that of equal bands; a whole number from 1 to 1000 was expected.");
        }

        double low = present.Min();
        double high = present.Max() is var most && most > low ? most : low + 1;
        double margin = 0.01 * (high - low);
        double width = (high - low + (2 * margin)) / number;
        return (
            [.. Enumerable.Range(0, (int)number + 1).Select(i => low - margin + (i * width))],
            [.. Enumerable.Range(1, (int)number).Select(i => FormattableString.Invariant($"Range {i}"))]);
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit;

/// <summary>The functions of numbers, each of the same name in R.</summary>
internal static class NumberFunctions
{
    /// <summary>The functions of one number.</summary>
    public static IReadOnlyDictionary<string, Func<double, double>> OfOne { get; } = new Dictionary<string, Func<double, double>>
    {
        ["log2"] = Math.Log2,
        ["log10"] = Math.Log10,
        ["log1p"] = x => Math.Abs(x) < 1e-5 ? x - (x * x / 2) + (x * x * x / 3) : Math.Log(1 + x),
        ["exp"] = Math.Exp,
        ["expm1"] = x => Math.Abs(x) < 1e-5 ? x + (x * x / 2) + (x * x * x / 6) : Math.Exp(x) - 1,
        ["sqrt"] = Math.Sqrt,
        ["abs"] = Math.Abs,
        ["floor"] = Math.Floor,
        ["ceiling"] = Math.Ceiling,
        ["trunc"] = Math.Truncate,
        ["sign"] = x => double.IsNaN(x) ? x : Math.Sign(x),
        ["sin"] = Math.Sin,
        ["cos"] = Math.Cos,
        ["tan"] = Math.Tan,

        // Of days, by the mean lengths of the Gregorian calendar's cycle in common use: 365.25 / 12 and 365.25.
        ["months"] = days => days / 30.4375,
        ["years"] = days => days / 365.25,
    };

    public static IEnumerable<FormulaFunction> All { get; } =
    [
        .. OfOne.Select(pair => FormulaFunction.Of(pair.Key, "x", call => call.Map(pair.Value))),
        FormulaFunction.Of("I", "x", call => call.First()),
        FormulaFunction.Of("identity", "x", call => call.First()),
        FormulaFunction.Of("log", "x, base", call => call.Arguments["base"] is { } logBase
            ? call.Map(static (x, b) => Math.Log(x) / Math.Log(b), call.Arguments.First, logBase)
            : call.Map(Math.Log)),
        FormulaFunction.Of("round", "x, digits", call => Rounded(call, static (x, digits) => Round(x, digits), 0)),
        FormulaFunction.Of("signif", "x, digits", call => Rounded(call, Significant, 6)),
        FormulaFunction.Of("pmin", "..., na.rm", call => Extreme(call, Math.Min)),
        FormulaFunction.Of("pmax", "..., na.rm", call => Extreme(call, Math.Max)),
        FormulaFunction.Of("scale", "x, center, scale", Scaled),
        FormulaFunction.Of("findInterval", "x, vec, rightmost.closed, all.inside, left.open", Interval),
        FormulaFunction.Of("as.Date", "x", call => call.Evaluator.Dates(call.Arguments.First)),
        FormulaFunction.Of("as.numeric", "x", AsNumeric),
        FormulaFunction.Of("as.double", "x", AsNumeric),
        FormulaFunction.Of("as.integer", "x", call => new FormulaValue.Numbers(
            Array.ConvertAll(AsNumeric(call).Values.ToArray(), Math.Truncate))),
    ];

    // As R, a factor gives the places of its levels; a text has no levels.
    private static FormulaValue.Numbers AsNumeric(FunctionCall call) => call.First() is FormulaValue.Levels factor
        && (!factor.IsText || call.Evaluator.Remembers(call.Arguments.First.ToString()))
        ? new FormulaValue.Numbers(Array.ConvertAll(
            call.Evaluator.Remembered(call.Arguments.First, call.Arguments.First.ToString(), factor).Codes,
            code => code < 0 ? double.NaN : code + 1))
        : new FormulaValue.Numbers(call.FirstNumbers());

    private static FormulaValue.Numbers Rounded(FunctionCall call, Func<double, int, double> round, int standard)
    {
        int digits = call.Arguments.WholeNumber("digits", -300, 300) ?? standard;
        return call.Map(x => double.IsFinite(x) ? round(x, digits) : x);
    }

    // The nearer of the two neighbours with so many decimals, and the even one of two that are equally near.
    private static double Round(double x, int digits)
    {
        if (digits is > 15 or < -15)
        {
            return digits > 0 ? x : 0;
        }

        double power = Math.Pow(10, Math.Abs(digits));
        double scaled = digits >= 0 ? x * power : x / power;
        (double low, double high) = (Unscaled(Math.Floor(scaled)), Unscaled(Math.Ceiling(scaled)));
        double below = x - low;
        double above = high - x;
        return below < above || (below == above && Math.Floor(scaled) % 2 == 0) ? low : high;

        double Unscaled(double value) => digits >= 0 ? value / power : value * power;
    }

    private static double Significant(double x, int digits) => double.Parse(
        x.ToString("E" + (Math.Max(1, digits) - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        CultureInfo.InvariantCulture);

    private static FormulaValue.Numbers Extreme(FunctionCall call, Func<double, double, double> extreme)
    {
        bool skips = call.Arguments.Flag("na.rm") ?? false;
        double[]? result = null;
        foreach (FormulaArgument argument in call.Arguments.Others)
        {
            Operand values = call.Evaluator.Operand(argument.Value);
            result = Elementwise.Map(
                skips ? (x, y) => double.IsNaN(x) ? y : double.IsNaN(y) ? x : extreme(x, y) : extreme,
                result is null ? values : new Operand(result, null), values, call.Rows);
        }

        return new FormulaValue.Numbers(result!);
    }

    // R's scale() divides by the root of the sum of squares over n - 1, which is the standard deviation where the mean was taken away.
    private static FormulaValue.Numbers Scaled(FunctionCall call)
    {
        ReadOnlyMemory<double> values = call.FirstNumbers();
        double[]? center = Given("center");
        double[]? scale = Given("scale");
        ImmutableArray<double> constants = call.Remembered(() =>
        {
            double[] known = [.. values.ToArray().Where(value => !double.IsNaN(value))];
            double middle = center is null ? ColumnSummary.Mean(known) : center.Length == 0 ? 0 : center[0];
            double width = scale is null
                ? Math.Sqrt(known.Sum(value => (value - middle) * (value - middle)) / Math.Max(1, known.Length - 1))
                : scale.Length == 0 ? 1 : scale[0];
            return [middle, width];
        });
        var constant = new Operand(default, 0);
        return call.Evaluator.Checked(
            call.Call,
            Array.ConvertAll(values.ToArray(), value => (value - constants[0]) / constants[1]),
            constant,
            constant);

        // Null: to be computed; empty: none; else the number that is given.
        double[]? Given(string name) => call.Arguments[name] is null or FormulaNode.Name { Value: "TRUE" or "T" } ? null
            : call.Arguments[name] is FormulaNode.Name { Value: "FALSE" or "F" } ? []
            : call.Vector(name) is [var one] ? [one] : throw call.At(name, $"TRUE, FALSE or one number was expected as {name} of scale().");
    }

    private static FormulaValue.Numbers Interval(FunctionCall call)
    {
        call.Required("vec");
        double[] breaks = call.Vector("vec")!;
        if (!breaks.SequenceEqual(breaks.Order()))
        {
            throw call.At("vec", "the breaks of findInterval() were expected in increasing order.");
        }

        bool closed = call.Arguments.Flag("rightmost.closed") ?? false;
        bool inside = call.Arguments.Flag("all.inside") ?? false;
        bool leftOpen = call.Arguments.Flag("left.open") ?? false;
        return new FormulaValue.Numbers(Array.ConvertAll(call.FirstNumbers().ToArray(), value =>
        {
            if (double.IsNaN(value))
            {
                return value;
            }

            int place = breaks.Count(limit => leftOpen ? limit < value : limit <= value);
            place = closed && !leftOpen && place == breaks.Length && value == breaks[^1] ? place - 1 : place;
            place = closed && leftOpen && place == 0 && value == breaks[0] ? 1 : place;
            return inside ? Math.Clamp(place, 1, breaks.Length - 1) : place;
        }));
    }
}

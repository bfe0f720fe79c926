using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>The operators of an expression, applied row by row; a constant is not expanded to a column.</summary>
internal static partial class Elementwise
{
    /// <summary>An arithmetic operator; null for any other.</summary>
    public static double[]? Arithmetic(string sign, Operand x, Operand y, int rows) => sign switch
    {
        "+" => Map<Plus, double>(x, y, rows),
        "-" => Map<Minus, double>(x, y, rows),
        "*" => Map<TimesSign, double>(x, y, rows),
        "/" => Map<Over, double>(x, y, rows),
        "^" when y.Constant == 2 => Map<TimesSign, double>(x, x, rows),
        "^" => Map<Power, double>(x, y, rows),
        "%%" => Map<Modulo, double>(x, y, rows),
        "%/%" => Map<WholeQuotient, double>(x, y, rows),
        _ => null,
    };

    /// <summary>A comparison or logical operator, with the result 0, 1 or -1 (missing); null for any other.</summary>
    /// <remarks>As in R, FALSE &amp; missing is FALSE and TRUE | missing is TRUE.</remarks>
    public static sbyte[]? Truths(string sign, Operand x, Operand y, int rows) => sign switch
    {
        "==" => Map<Equal, sbyte>(x, y, rows),
        "!=" => Map<NotEqual, sbyte>(x, y, rows),
        "<" => Map<Less, sbyte>(x, y, rows),
        ">" => Map<Less, sbyte>(y, x, rows),
        "<=" => Map<AtMost, sbyte>(x, y, rows),
        ">=" => Map<AtMost, sbyte>(y, x, rows),
        "&" or "&&" => Map<And, sbyte>(x, y, rows),
        "|" or "||" => Map<Or, sbyte>(x, y, rows),
        _ => null,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double[] Map(Func<double, double> function, Operand x, int rows)
    {
        double[] result = GC.AllocateUninitializedArray<double>(rows);
        ReadOnlySpan<double> values = x.Values.Span;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = function(x.Constant ?? values[i]);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double[] Map(Func<double, double, double> function, Operand x, Operand y, int rows)
    {
        double[] result = GC.AllocateUninitializedArray<double>(rows);
        ReadOnlySpan<double> left = x.Values.Span;
        ReadOnlySpan<double> right = y.Values.Span;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = function(x.Constant ?? left[i], y.Constant ?? right[i]);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TResult[] Map<TSign, TResult>(Operand x, Operand y, int rows)
        where TSign : struct, ISign<TResult>
    {
        TResult[] result = GC.AllocateUninitializedArray<TResult>(rows);
        if (x.Constant is { } first)
        {
            ReadOnlySpan<double> right = y.Constant is { } other
                ? Enumerable.Repeat(other, rows).ToArray()
                : y.Values.Span[..result.Length];
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = TSign.Apply(first, right[i]);
            }
        }
        else if (y.Constant is { } second)
        {
            ReadOnlySpan<double> left = x.Values.Span[..result.Length];
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = TSign.Apply(left[i], second);
            }
        }
        else
        {
            ReadOnlySpan<double> left = x.Values.Span[..result.Length];
            ReadOnlySpan<double> right = y.Values.Span[..result.Length];
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = TSign.Apply(left[i], right[i]);
            }
        }

        return result;
    }
}

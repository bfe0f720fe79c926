using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The functions and signs that may stand in an expression of a formula.</summary>
internal static class FormulaFunctions
{
    public static ImmutableDictionary<string, Func<double, double>> OfNumber { get; } = new Dictionary<string, Func<double, double>>
    {
        ["log"] = Math.Log,
        ["log2"] = Math.Log2,
        ["log10"] = Math.Log10,
        ["log1p"] = x => Math.Abs(x) < 1e-5 ? x - (x * x / 2) + (x * x * x / 3) : Math.Log(1 + x),
        ["exp"] = Math.Exp,
        ["sqrt"] = Math.Sqrt,
        ["abs"] = Math.Abs,
        ["floor"] = Math.Floor,
        ["ceiling"] = Math.Ceiling,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static ImmutableDictionary<string, Func<double, double, double>> Arithmetic { get; } = new Dictionary<string, Func<double, double, double>>
    {
        ["+"] = (x, y) => x + y,
        ["-"] = (x, y) => x - y,
        ["*"] = (x, y) => x * y,
        ["/"] = (x, y) => x / y,
        ["^"] = Math.Pow,
        ["%%"] = (x, y) => x - (y * Math.Floor(x / y)),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>A comparison or logical sign; null where a value is missing or the sign is none of them.</summary>
    /// <remarks>As in R, FALSE &amp; missing is FALSE and TRUE | missing is TRUE.</remarks>
    public static bool? Truth(string sign, double x, double y) =>
        sign is "&" or "&&" && (x == 0 || y == 0) ? false
        : sign is "|" or "||" && (x is not (0 or double.NaN) || y is not (0 or double.NaN)) ? true
        : double.IsNaN(x) || double.IsNaN(y) ? null
        : OfKnown(sign, x, y);

    private static bool? OfKnown(string sign, double x, double y) => sign switch
    {
        "==" => x == y,
        "!=" => x != y,
        "<" => x < y,
        ">" => x > y,
        "<=" => x <= y,
        ">=" => x >= y,
        "&" or "&&" => x != 0 && y != 0,
        "|" or "||" => x != 0 || y != 0,
        _ => null,
    };

    /// <summary>The factor without the levels that no row has, as R's <c>factor(x)</c>.</summary>
    public static FormulaValue.Levels Used(FormulaValue.Levels levels)
    {
        var used = new bool[levels.Names.Length];
        foreach (int code in levels.Codes)
        {
            if (code >= 0)
            {
                used[code] = true;
            }
        }

        if (!used.Contains(false))
        {
            return levels;
        }

        var renumbered = new int[used.Length];
        int next = 0;
        for (int level = 0; level < used.Length; level++)
        {
            renumbered[level] = used[level] ? next++ : -1;
        }

        return levels with
        {
            Codes = [.. levels.Codes.Select(code => code < 0 ? -1 : renumbered[code])],
            Names = [.. levels.Names.Where((_, level) => used[level])],
        };
    }
}

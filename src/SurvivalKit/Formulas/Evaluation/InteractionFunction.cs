using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A factor of the combinations of several: R's <c>interaction(..., drop, sep, lex.order)</c>.</summary>
internal static class InteractionFunction
{
    private const int MostLevels = 100_000;

    public static FormulaFunction Function { get; } = FormulaFunction.Of("interaction", "..., drop, sep, lex.order", Cross);

    private static FormulaValue Cross(FunctionCall call)
    {
        FormulaValue.Levels[] factors =
            [.. call.Arguments.Others.Select(argument => FormulaFunctions.AsFactor(call.Evaluator.Evaluate(argument.Value)))];
        string separator = call.Arguments.Text("sep") ?? ".";
        long levels = factors.Aggregate(1L, (product, factor) => Math.Min(product * factor.Names.Length, int.MaxValue));
        if (levels > MostLevels)
        {
            throw call.At(null, FormattableString.Invariant($"{call.Call} has more than {MostLevels} combinations; fewer were expected."));
        }

        // The first factor varies fastest, or with lex.order the last.
        bool lastFastest = call.Arguments.Flag("lex.order") ?? false;
        var codes = new int[call.Rows];
        ImmutableArray<string> names = [""];
        for (int f = 0; f < factors.Length; f++)
        {
            FormulaValue.Levels factor = factors[f];
            int before = names.Length;
            for (int row = 0; row < codes.Length; row++)
            {
                int code = factor.Codes[row];
                codes[row] = codes[row] < 0 || code < 0 ? -1
                    : lastFastest ? (codes[row] * factor.Names.Length) + code : codes[row] + (before * code);
            }

            string between = f == 0 ? "" : separator;
            names = lastFastest
                ? [.. names.SelectMany(_ => factor.Names, (left, right) => left + between + right)]
                : [.. factor.Names.SelectMany(_ => names, (right, left) => left + between + right)];
        }

        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            throw call.At("sep", $"two combinations of {call.Call} have one name; another sep was expected.");
        }

        var crossed = new FormulaValue.Levels(codes, names);
        return call.Arguments.Flag("drop") ?? false ? FormulaFunctions.Used(crossed) : crossed;
    }
}

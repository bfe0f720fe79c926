using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Numbers cut into intervals: R's <c>cut(x, breaks, labels, include.lowest, right, dig.lab, ordered_result)</c>.</summary>
/// <remarks>New data are cut at the breaks of the fit; a number outside of them is missing.</remarks>
internal static class CutFunction
{
    public static FormulaFunction Function { get; } =
        FormulaFunction.Of("cut", "x, breaks, labels, include.lowest, right, dig.lab, ordered_result", Cut);

    private static FormulaValue Cut(FunctionCall call)
    {
        CallArguments arguments = call.Arguments;
        ReadOnlyMemory<double> values = call.FirstNumbers();
        call.Required("breaks");
        double[] breaks = [.. call.Remembered(() => [.. Breaks(call, values.Span)])];
        bool lowest = arguments.Flag("include.lowest") ?? false;
        bool right = arguments.Flag("right") ?? true;
        int[] codes = Array.ConvertAll(values.ToArray(), value => Place(value, breaks, right, lowest));
        if (arguments["labels"] is FormulaNode.Name { Value: "FALSE" or "F" })
        {
            return new FormulaValue.Numbers(Array.ConvertAll(codes, code => code < 0 ? double.NaN : code + 1));
        }

        ImmutableArray<string> labels = arguments["labels"] is null or FormulaNode.Name { Value: "NULL" or "TRUE" or "T" }
            ? Labels(breaks, right, lowest, arguments.WholeNumber("dig.lab", 1, 15) ?? 3)
            : arguments.Texts("labels")!.Value;
        if (labels.Length != breaks.Length - 1)
        {
            throw arguments.At("labels", FormattableString.Invariant(
                $"{NumberText.Count(labels.Length, "label")} {(labels.Length == 1 ? "was" : "were")} given for {NumberText.Count(breaks.Length - 1, "interval")}; one each was expected."));
        }

        // Intervals of one label are one level.
        ImmutableArray<string> names = [.. labels.Distinct(StringComparer.Ordinal)];
        return new FormulaValue.Levels(FormulaFunctions.Renumbered(codes, [.. labels.Select(label => names.IndexOf(label))]), names)
        {
            IsOrdered = arguments.Flag("ordered_result") ?? false,
        };
    }

    private static double[] Breaks(FunctionCall call, ReadOnlySpan<double> values)
    {
        double[] given = call.Vector("breaks")!;
        if (given.Length == 1)
        {
            return Equal(call, values);
        }

        Array.Sort(given);
        return SplineKnots.AreApart(given) ? given
            : throw call.At("breaks", $"the breaks of {call.Call} were expected to differ from each other.");
    }

    // So many intervals of equal width, the outer breaks moved out by a thousandth of the range.
    private static double[] Equal(FunctionCall call, ReadOnlySpan<double> values)
    {
        int intervals = call.Arguments.WholeNumber("breaks", 2, 10_000)!.Value;
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values)
        {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }

        if (!(double.IsFinite(low) && double.IsFinite(high)))
        {
            throw call.At(null, $"{call.Call} needs finite values of {call.Arguments.First}; none, or an infinite one, was found.");
        }

        bool isOne = low == high;
        double width = isOne ? Math.Abs(low) : high - low;
        (double from, double to) = isOne ? (low - (width / 1000), high + (width / 1000)) : (low, high);
        double[] breaks = [.. Enumerable.Range(0, intervals + 1).Select(i => from + (i * ((to - from) / intervals)))];
        breaks[0] = low - (width / 1000);
        breaks[^1] = high + (width / 1000);
        return SplineKnots.AreApart(breaks) ? breaks
            : throw call.At("breaks", $"the values of {call.Arguments.First} are too close to each other for {call.Call}.");
    }

    private static int Place(double value, double[] breaks, bool right, bool lowest)
    {
        if (lowest && value == (right ? breaks[0] : breaks[^1]))
        {
            return right ? 0 : breaks.Length - 2;
        }

        int at = Array.BinarySearch(breaks, value);
        int place = at >= 0 ? (right ? at - 1 : at) : ~at - 1;
        return double.IsNaN(value) || place < 0 || place > breaks.Length - 2 ? -1 : place;
    }

    // With as few digits, from dig.lab to 12, as keep the breaks apart.
    private static ImmutableArray<string> Labels(double[] breaks, bool right, bool lowest, int digits)
    {
        string[] texts = [];
        bool areApart = false;
        for (int shown = digits; shown <= Math.Max(12, digits) && !areApart; shown++)
        {
            texts = Array.ConvertAll(breaks, limit => NumberFormat.General(limit, shown));
            areApart = Enumerable.Range(1, texts.Length - 1).All(i => texts[i] != texts[i - 1]);
        }

        int last = breaks.Length - 2;
        return areApart
            ? [.. Enumerable.Range(0, last + 1).Select(i =>
                $"{(right && !(lowest && i == 0) ? '(' : '[')}{texts[i]},{texts[i + 1]}{(right || (lowest && i == last) ? ']' : ')')}")]
            : [.. Enumerable.Range(1, last + 1).Select(i => FormattableString.Invariant($"{i}"))];
    }
}

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The functions that make one number of a column, as in <c>I(age - mean(age))</c>; new data take that of the fit.</summary>
internal static class SummaryFunctions
{
    /// <summary>Each of them over numbers of which none is missing.</summary>
    public static IReadOnlyDictionary<string, Func<double[], double>> OfColumn { get; } = new Dictionary<string, Func<double[], double>>
    {
        ["mean"] = values => ColumnSummary.Mean(values),
        ["median"] = values => values.Length == 0 ? double.NaN : SplineKnots.Quantile([.. values.Order()], 0.5),
        ["min"] = values => values.DefaultIfEmpty(double.NaN).Min(),
        ["max"] = values => values.DefaultIfEmpty(double.NaN).Max(),
        ["sd"] = values => Math.Sqrt(ColumnSummary.Variance(values)),
        ["var"] = values => ColumnSummary.Variance(values),
        ["sum"] = values => values.Sum(),
    };

    public static IEnumerable<FormulaFunction> All { get; } =
    [
        .. OfColumn.Keys.Select(name => FormulaFunction.Of(name, "x, na.rm", call => call.Evaluator.Constant(Of(call)[0]))),
        FormulaFunction.Of("quantile", "x, probs, na.rm", call => Of(call) is [var only]
            ? call.Evaluator.Constant(only)
            : throw call.At("probs", $"{call.Call} has several numbers; one was expected in an expression.")),
    ];

    /// <summary>The numbers of a call of one of these functions.</summary>
    public static ImmutableArray<double> Of(FunctionCall call) => call.Remembered(() =>
    {
        double[] values = call.FirstNumbers().ToArray();
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        bool skips = call.Arguments.Flag("na.rm") ?? false;
        if (call.Call.Function == "quantile")
        {
            if (known.Length == 0 || (known.Length < values.Length && !skips))
            {
                throw call.At(null, $"{call.Call} has missing values; quantile(..., na.rm = TRUE) was expected.");
            }

            Array.Sort(known);
            return [.. (call.Vector("probs") ?? [0, 0.25, 0.5, 0.75, 1]).Select(p => p is >= 0 and <= 1
                ? SplineKnots.Quantile(known, p)
                : throw call.At("probs", "the probabilities of quantile() were expected to lie between 0 and 1."))];
        }

        return [known.Length < values.Length && !skips ? double.NaN : OfColumn[call.Call.Function](known)];
    });
}

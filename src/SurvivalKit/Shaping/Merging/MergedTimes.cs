using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Times and values of the data of a merge, by the name of a column or an expression.</summary>
internal static class MergedTimes
{
    /// <summary>The times of each row; dates become days since their subject's origin.</summary>
    /// <param name="data">The data.</param>
    /// <param name="time">A column or an expression.</param>
    /// <param name="subjects">The subject of each row; -1: not known.</param>
    /// <param name="origins">The day of each subject's origin since 1970; null where no origin was given.</param>
    /// <exception cref="SurvivalDataException">A time is a date without an origin, or infinite.</exception>
    public static double[] Read(DataFrame data, string time, int[] subjects, double[]? origins)
    {
        string? source = SurvivalData.SourceOf(data);
        var evaluator = new FormulaEvaluator(time, data);
        FormulaNode node = Node(data, time);
        double[] times = evaluator.Numbers(node).ToArray();
        int infinite = Array.FindIndex(times, double.IsInfinity);
        if (infinite >= 0)
        {
            throw SurvivalDataException.AtCell(
                source, infinite + 1L, time, times[infinite].ToString(
                    CultureInfo.InvariantCulture), "the time is infinite; a finite one was expected.");
        }

        if (!evaluator.AreDates(node))
        {
            return times;
        }

        return origins is null
            ? throw SurvivalDataException.AtColumn(
                source, time, "the times are dates; the column of each subject's first day (Origin, --origin) was expected with them.")
            : [.. times.Select((day, row) => subjects[row] < 0 ? double.NaN : day - origins[subjects[row]])];
    }

    /// <summary>The values of each row, with their kind.</summary>
    public static DataFrameColumn Values(DataFrame data, string value)
    {
        if (data.Columns.IndexOf(value) is >= 0 and int place)
        {
            return data.Columns[place] is UncertainColumn uncertain
                ? uncertain.Resolve(SurvivalData.SourceOf(data))
                : data.Columns[place];
        }

        return new FormulaEvaluator(value, data).Evaluate(Node(data, value)) switch
        {
            FormulaValue.Levels { IsText: true } text => new StringDataFrameColumn(value, text.Codes.Select(code => Name(text, code))),
            FormulaValue.Levels factor => new FactorColumn(value, factor.Codes.Select(code => Name(factor, code)), factor.Names),
            FormulaValue.Logicals truths => new BooleanDataFrameColumn(
                value, truths.Values.Select(truth => truth < 0 ? (bool?)null : truth == 1)),
            var numbers => FrameColumn.Numbers(value, ((FormulaValue.Numbers)numbers).Values.ToArray()),
        };
    }

    private static string? Name(FormulaValue.Levels levels, int code) => code < 0 ? null : levels.Names[code];

    // A column's name may have signs that an expression cannot.
    private static FormulaNode Node(DataFrame data, string text) =>
        data.Columns.IndexOf(text) >= 0 ? new FormulaNode.Name(text, 0) : FormulaParser.ParseExpression(text);
}

using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The time at risk that a merge starts with.</summary>
internal static class MergeStart
{
    public static (Dictionary<string, int> Subjects, MergeSpan Span, int[] Order, double[]? Origins) Read(
        DataFrame baseline, string id, string stop, string? start, TMergeOptions options)
    {
        string? source = SurvivalData.SourceOf(baseline);
        SubjectKeys keys = SubjectKeys.Read(baseline, id);
        var subjects = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] subject = new int[keys.Count];
        for (int row = 0; row < subject.Length; row++)
        {
            bool isNew = subjects.TryAdd(keys[row], subjects.Count);
            subject[row] = subjects[keys[row]];
            if (!isNew && start is null)
            {
                throw SurvivalDataException.AtCell(
                    source, row + 1L, id, keys[row],
                    $"\"{keys[row]}\" is there twice; one row for each subject, or a start too, was expected.");
            }
        }

        double[]? origins = options.Origin is null ? null : Origins(baseline, options.Origin, subject, subjects.Count, source);
        double[] stops = MergedTimes.Read(baseline, stop, subject, origins);
        double[] starts = start is null ? new double[stops.Length] : MergedTimes.Read(baseline, start, subject, origins);
        int[] order = [.. Enumerable.Range(0, subject.Length).OrderBy(row => subject[row]).ThenBy(row => stops[row])];
        for (int row = 0; row < stops.Length; row++)
        {
            if (double.IsNaN(stops[row]) || double.IsNaN(starts[row]))
            {
                throw SurvivalDataException.AtCell(
                    source, row + 1L, double.IsNaN(
                        stops[row]) ? stop : start!, "", "the time is missing; the time at risk of each row was expected.");
            }

            if (!(starts[row] < stops[row]))
            {
                string value = stops[row].ToString(CultureInfo.InvariantCulture);
                throw SurvivalDataException.AtCell(
                    source, row + 1L, stop, value,
                    FormattableString.Invariant($"{value} is not after the start {starts[row]}; stop > start was expected."));
            }
        }

        for (int i = 1; i < order.Length; i++)
        {
            if (subject[order[i]] == subject[order[i - 1]] && starts[order[i]] < stops[order[i - 1]])
            {
                throw keys.Overlap(order[i], order[i - 1]);
            }
        }

        var span = new MergeSpan(
            Array.ConvertAll(order, row => subject[row]), Array.ConvertAll(order, row => starts[row]),
            Array.ConvertAll(order, row => stops[row]), subjects.Count);
        return (subjects, span, order, origins);
    }

    /// <summary>A frame with the start and stop of each row in the columns that the options name.</summary>
    public static DataFrame WithTimes(DataFrame frame, MergeSpan span, TMergeOptions options) => With(
        With(frame, FrameRows.Numbers(options.StartName, span.Start)), FrameRows.Numbers(options.StopName, span.Stop));

    /// <summary>A frame with a column, in the place of the one of its name where there is one.</summary>
    public static DataFrame With(DataFrame frame, DataFrameColumn column)
    {
        List<DataFrameColumn> columns = [.. frame.Columns];
        int place = frame.Columns.IndexOf(column.Name);
        if (place < 0)
        {
            columns.Add(column);
        }
        else
        {
            columns[place] = column;
        }

        return new DataFrame(columns);
    }

    private static double[] Origins(DataFrame baseline, string origin, int[] subject, int subjects, string? source)
    {
        if (FrameColumns.Values(baseline, origin) is not FormulaValue.Numbers { AreDates: true } days)
        {
            throw SurvivalDataException.AtColumn(
                source, origin, "the origin is no column of dates; each subject's first day was expected.");
        }

        double[] origins = new double[subjects];
        for (int row = subject.Length - 1; row >= 0; row--)
        {
            origins[subject[row]] = days.IsMissing(row)
                ? throw SurvivalDataException.AtCell(
                    source, row + 1L, origin, "", "the origin is missing; each subject's first day was expected.")
                : days.Values.Span[row];
        }

        return origins;
    }
}

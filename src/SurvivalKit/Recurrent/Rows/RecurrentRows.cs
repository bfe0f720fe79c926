using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The rows (start, stop] of each kind of model, made from a table of events: those of Andersen and Gill are the table's own,
/// those of Prentice, Williams and Peterson have the event's number and, in gap time, count from the event before; those of Wei, Lin and
/// Weissfeld repeat a subject's rows for each event number until that event.</summary>
internal static class RecurrentRows
{
    /// <summary>The rows of a model.</summary>
    /// <param name="histories">The rows of the subjects.</param>
    /// <param name="isEvent">Whether each row of the table ends with an event.</param>
    /// <param name="kind">The model.</param>
    /// <param name="options">The last event and the pooling.</param>
    public static List<RecurrentRow> Make(
        SubjectHistories histories, ImmutableArray<bool> isEvent, RecurrentModelKind kind, RecurrentOptions options)
    {
        int last = options.LastEvent ?? int.MaxValue;
        var rows = new List<RecurrentRow>();
        int most = Math.Min(last, Enumerable.Range(0, isEvent.Length).Max(row => histories.EventsBefore[row] + (isEvent[row] ? 1 : 0)));
        for (int k = 1; k <= (kind == RecurrentModelKind.WeiLinWeissfeld ? most : 1); k++)
        {
            foreach (int row in histories.Subjects.SelectMany(own => own))
            {
                int number = histories.EventsBefore[row] + 1;
                if (kind == RecurrentModelKind.WeiLinWeissfeld)
                {
                    if (number <= k)
                    {
                        rows.Add(new(row, histories.Start[row], histories.Stop[row], isEvent[row] && number == k, k));
                    }
                }
                else if (number <= last)
                {
                    double origin = kind == RecurrentModelKind.PrenticeWilliamsPetersonGapTime ? histories.Origin[row] : 0;
                    rows.Add(new(
                        row,
                        histories.Start[row] - origin,
                        histories.Stop[row] - origin,
                        isEvent[row],
                        Math.Min(number, options.PoolFrom ?? number)));
                }
            }
        }

        return rows;
    }

    /// <summary>The rows as a frame that has the columns of the data too, with a formula that reads it.</summary>
    /// <param name="data">The data.</param>
    /// <param name="rows">The rows; the row of each is one of the data.</param>
    /// <param name="names">The names of the new columns, none of which the data have.</param>
    public static DataFrame ToFrame(DataFrame data, IReadOnlyList<RecurrentRow> rows, RecurrentColumns names)
    {
        int[] from = [.. rows.Select(row => row.Row)];
        var frame = new DataFrame(
        [
            .. data.Columns.Select(column => FrameRows.Take(column, from)),
            FrameRows.Numbers(names.Start, [.. rows.Select(row => row.Start)]),
            FrameRows.Numbers(names.Stop, [.. rows.Select(row => row.Stop)]),
            FrameRows.Whole(names.Event, [.. rows.Select(row => row.IsEvent ? 1.0 : 0)]),
            FrameRows.Whole(names.Number, [.. rows.Select(row => (double)row.Number)]),
        ]);
        SurvivalData.Derive(frame, data, from, "rows by event");
        return frame;
    }
}

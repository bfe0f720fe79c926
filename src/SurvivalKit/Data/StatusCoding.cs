using System.Globalization;

namespace SurvivalKit;

/// <summary>R's codings of an event: 0/1, or 1/2 when a 2 occurs. Anything else is an error, where R gives missing values.</summary>
internal static class StatusCoding
{
    public static bool[] ToEvents(ReadOnlySpan<double> status, string column, string? source, ReadOnlySpan<int> rows)
    {
        double eventCode = EventCode(status);
        return ToEvents(status, eventCode, column, source, rows);
    }

    /// <summary>The code of an event in a whole column: 2 where a 2 occurs, else 1. As in R, rows that are left out later count here.</summary>
    public static double EventCode(ReadOnlySpan<double> status) => status.Contains(2) ? 2 : 1;

    /// <param name="status">The codes of the rows that are used.</param>
    /// <param name="eventCode">The code of an event.</param>
    /// <param name="column">What error messages call the column.</param>
    /// <param name="source">The file, where it is known.</param>
    /// <param name="rows">The rows in the data, from 0; empty: as they stand.</param>
    public static bool[] ToEvents(ReadOnlySpan<double> status, double eventCode, string column, string? source, ReadOnlySpan<int> rows)
    {
        var events = new bool[status.Length];
        for (int i = 0; i < status.Length; i++)
        {
            double value = status[i];
            if (value != eventCode && value != eventCode - 1)
            {
                string text = value.ToString(CultureInfo.InvariantCulture);
                throw SurvivalDataException.AtCell(
                    source,
                    (rows.IsEmpty ? i : rows[i]) + 1L,
                    column,
                    text,
                    text + (eventCode == 2 && value == 0
                        ? " stands in a column that has a 2 too; a status is 0/1, 1/2 or logical."
                        : " is no status; 0/1, 1/2 or logical was expected."));
            }

            events[i] = value == eventCode;
        }

        return events;
    }
}

using System.Globalization;

namespace SurvivalKit;

/// <summary>R's codings of an event: 0/1, or 1/2 when a 2 occurs. Anything else is an error, where R gives missing values.</summary>
internal static class StatusCoding
{
    public static bool[] ToEvents(ReadOnlySpan<double> status, string column, string? source, ReadOnlySpan<int> rows)
    {
        double eventCode = 1;
        foreach (double value in status)
        {
            if (value == 2)
            {
                eventCode = 2;
            }
        }

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

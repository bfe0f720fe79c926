using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>R's codings of an event: 0/1, or 1/2 when a 2 occurs. Anything else is an error, where R gives missing values.</summary>
internal static class StatusCoding
{
    public static bool[] ToEvents(ReadOnlySpan<double> status, string column, string? source, ReadOnlySpan<int> rows)
    {
        double eventCode = EventCode(status);
        return ToEvents(status, eventCode, column, source, rows);
    }

    /// <summary>The events of logical values: 1 is an event, 0 is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool[] ToEvents(ReadOnlySpan<sbyte> truths)
    {
        bool[] events = GC.AllocateUninitializedArray<bool>(truths.Length);
        for (int i = 0; i < events.Length; i++)
        {
            events[i] = truths[i] == 1;
        }

        return events;
    }

    /// <summary>The code of an event in a whole column: 2 where a 2 occurs, else 1. As in R, rows that are left out later are included
    /// here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double EventCode(ReadOnlySpan<double> status)
    {
        ReadOnlySpan<Vector<double>> blocks = MemoryMarshal.Cast<double, Vector<double>>(status);
        var two = new Vector<double>(2);
        foreach (Vector<double> block in blocks)
        {
            if (Vector.EqualsAny(block, two))
            {
                return 2;
            }
        }

        return status[(blocks.Length * Vector<double>.Count)..].Contains(2) ? 2 : 1;
    }

    /// <param name="status">The codes of the rows that are used.</param>
    /// <param name="eventCode">The code of an event.</param>
    /// <param name="column">The name of the column in error messages.</param>
    /// <param name="source">The file, where it is known.</param>
    /// <param name="rows">The rows in the data, from 0; empty: in order.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool[] ToEvents(ReadOnlySpan<double> status, double eventCode, string column, string? source, ReadOnlySpan<int> rows)
    {
        bool[] events = GC.AllocateUninitializedArray<bool>(status.Length);
        bool sound = true;
        for (int i = 0; i < events.Length; i++)
        {
            double value = status[i];
            events[i] = value == eventCode;
            sound &= value == eventCode | value == eventCode - 1;
        }

        return sound ? events : throw Unknown(status, eventCode, column, source, rows);
    }

    private static SurvivalDataException Unknown(
        ReadOnlySpan<double> status, double eventCode, string column, string? source, ReadOnlySpan<int> rows)
    {
        int i = 0;
        while (status[i] == eventCode || status[i] == eventCode - 1)
        {
            i++;
        }

        string text = status[i].ToString(CultureInfo.InvariantCulture);
        return SurvivalDataException.AtCell(
            source,
            (rows.IsEmpty ? i : rows[i]) + 1L,
            column,
            text,
            text + (eventCode == 2 && status[i] == 0
                ? " stands in a column that has a 2 too; a status is 0/1, 1/2 or logical."
                : " is no status; 0/1, 1/2 or logical was expected."));
    }
}

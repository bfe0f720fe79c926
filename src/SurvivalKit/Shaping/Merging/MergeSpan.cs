namespace SurvivalKit;

/// <summary>The intervals of each subject, in the order of time and subject by subject, and where a time lies among them.</summary>
internal sealed class MergeSpan
{
    private readonly int[] _first;

    /// <param name="subject">The subject of each row, from 0, increasing.</param>
    /// <param name="start">The start of each row.</param>
    /// <param name="stop">The stop of each row.</param>
    /// <param name="subjects">The number of subjects.</param>
    public MergeSpan(int[] subject, double[] start, double[] stop, int subjects)
    {
        Subject = subject;
        Start = start;
        Stop = stop;
        _first = new int[subjects + 1];
        foreach (int one in subject)
        {
            _first[one + 1]++;
        }

        for (int one = 0; one < subjects; one++)
        {
            _first[one + 1] += _first[one];
        }
    }

    public int[] Subject { get; }

    public double[] Start { get; }

    public double[] Stop { get; }

    /// <summary>The start of a subject's first interval.</summary>
    public double FirstStart(int subject) => Start[_first[subject]];

    /// <summary>The last row that starts at or before a time, and the first that stops at or after it; -1 where there is none.</summary>
    public (int Started, int Ending) Around(int subject, double time)
    {
        int from = _first[subject];
        int to = _first[subject + 1];
        int started = from;
        while (started < to && Start[started] <= time)
        {
            started++;
        }

        int ending = from;
        while (ending < to && Stop[ending] < time)
        {
            ending++;
        }

        return (started > from ? started - 1 : -1, ending < to ? ending : -1);
    }

    /// <summary>Where a time lies, in the words of R's tcount.</summary>
    public TimePlace PlaceOf(int subject, double time)
    {
        (int started, int ending) = Around(subject, time);
        return started < 0 ? TimePlace.Early
            : ending < 0 ? TimePlace.Late
            : ending > started ? TimePlace.Gap
            : started == ending + 1 ? TimePlace.Boundary
            : time == Start[started] ? TimePlace.Leading
            : time == Stop[ending] ? TimePlace.Trailing
            : TimePlace.Within;
    }

    /// <summary>The last observation at or before the start of each row, of its subject; -1 where there is none.</summary>
    public int[] LastBefore(MergedObservations seen)
    {
        int[] last = new int[Subject.Length];
        int next = 0;
        for (int row = 0; row < last.Length; row++)
        {
            while (next < seen.Time.Length
                && (seen.Subject[next] < Subject[row] || (seen.Subject[next] == Subject[row] && seen.Time[next] <= Start[row])))
            {
                next++;
            }

            last[row] = next > 0 && seen.Subject[next - 1] == Subject[row] ? next - 1 : -1;
        }

        return last;
    }

    /// <summary>Splits intervals at times strictly within them.</summary>
    /// <param name="times">The times by row.</param>
    /// <returns>The new intervals, and for each the row it is a part of.</returns>
    public (MergeSpan Span, int[] Rows) SplitAt(ILookup<int, double> times)
    {
        var rows = new List<int>(Subject.Length);
        var start = new List<double>(Subject.Length);
        var stop = new List<double>(Subject.Length);
        for (int row = 0; row < Subject.Length; row++)
        {
            double from = Start[row];
            foreach (double time in times[row].Distinct().Order())
            {
                Add(row, from, time);
                from = time;
            }

            Add(row, from, Stop[row]);
        }

        return (new MergeSpan([.. rows.Select(row => Subject[row])], [.. start], [.. stop], _first.Length - 1), [.. rows]);

        void Add(int row, double from, double to)
        {
            rows.Add(row);
            start.Add(from);
            stop.Add(to);
        }
    }
}

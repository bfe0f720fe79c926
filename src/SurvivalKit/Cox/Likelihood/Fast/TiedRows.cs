namespace SurvivalKit;

/// <summary>Enumerates the sorted rows of [from, to) in groups of the same time and stratum; none of these lies across a border.</summary>
internal ref struct TiedRows(ReadOnlySpan<double> time, ReadOnlySpan<bool> isEvent, ReadOnlySpan<int> stratumStarts, int from, int to)
{
    private readonly ReadOnlySpan<double> _time = time;
    private readonly ReadOnlySpan<bool> _isEvent = isEvent;
    private readonly ReadOnlySpan<int> _stratumStarts = stratumStarts;
    private int _stratum;
    private readonly int _to = to;
    private int _end = from;
    private int _first;
    private int _events;

    /// <summary>First row, end, and the number of events of the group.</summary>
    public readonly (int First, int End, int Events) Current => (_first, _end, _events);

    public readonly TiedRows GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_end == _to)
        {
            return false;
        }

        for (; _end >= _stratumStarts[_stratum + 1]; _stratum++)
        {
        }

        int stop = _stratumStarts[_stratum + 1];
        double time = _time[_end];
        _first = _end;
        _events = 0;
        for (; _end < stop && _time[_end] == time; _end++)
        {
            _events += _isEvent[_end] ? 1 : 0;
        }

        return true;
    }
}

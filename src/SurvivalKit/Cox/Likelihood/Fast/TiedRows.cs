namespace SurvivalKit;

/// <summary>Enumerates sorted rows in groups of the same time and stratum.</summary>
internal ref struct TiedRows(ReadOnlySpan<double> time, ReadOnlySpan<bool> isEvent, ReadOnlySpan<int> stratumStarts)
{
    private readonly ReadOnlySpan<double> _time = time;
    private readonly ReadOnlySpan<bool> _isEvent = isEvent;
    private readonly ReadOnlySpan<int> _stratumStarts = stratumStarts;
    private int _stratum;
    private int _end;
    private int _first;
    private int _events;

    /// <summary>First row, end, and the number of events of the group.</summary>
    public readonly (int First, int End, int Events) Current => (_first, _end, _events);

    public readonly TiedRows GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_end == _time.Length)
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

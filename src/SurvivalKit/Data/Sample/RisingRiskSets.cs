using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>The risk sets of a group from the first time at which observations end to the last; nothing is allocated.</summary>
/// <param name="time">The ends, increasing.</param>
/// <param name="start">The starts, increasing; empty when all are at risk from the origin.</param>
internal ref struct RisingRiskSets(ReadOnlySpan<double> time, ReadOnlySpan<double> start)
{
    private readonly ReadOnlySpan<double> _time = time;
    private readonly ReadOnlySpan<double> _start = start;
    private int _first;
    private int _end;
    private int _entered;

    public readonly RiskSet Current => new(_time[_first], _first, _end, _entered);

    public readonly RisingRiskSets GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        _first = _end;
        if (_first == _time.Length)
        {
            return false;
        }

        double now = _time[_first];
        for (_end++; _end < _time.Length && _time[_end] == now; _end++)
        {
        }

        for (; _entered < _start.Length && _start[_entered] < now; _entered++)
        {
        }

        return true;
    }
}

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
        // Locals, which stay in registers while the rows of a time are counted.
        ReadOnlySpan<double> time = _time;
        int end = _end;
        _first = end;
        if (end == time.Length)
        {
            return false;
        }

        double now = time[end];
        for (end++; end < time.Length && time[end] == now; end++)
        {
        }

        _end = end;
        for (; _entered < _start.Length && _start[_entered] < now; _entered++)
        {
        }

        return true;
    }
}

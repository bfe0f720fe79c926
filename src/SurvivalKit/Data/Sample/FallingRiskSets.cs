using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>The risk sets of a group from the last time at which observations end to the first; nothing is allocated.</summary>
/// <param name="time">The ends, increasing.</param>
/// <param name="start">The starts, increasing; empty when all are at risk from the origin.</param>
internal ref struct FallingRiskSets(ReadOnlySpan<double> time, ReadOnlySpan<double> start)
{
    private readonly ReadOnlySpan<double> _time = time;
    private readonly ReadOnlySpan<double> _start = start;
    private int _first = time.Length;
    private int _end = time.Length;
    private int _entered = start.Length;

    public readonly RiskSet Current => new(_time[_first], _first, _end, _entered);

    public readonly FallingRiskSets GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        // Locals, which stay in registers while the rows of a time are counted.
        ReadOnlySpan<double> time = _time;
        int first = _first;
        _end = first;
        if (first == 0)
        {
            return false;
        }

        double now = time[--first];
        for (; first > 0 && time[first - 1] == now; first--)
        {
        }

        _first = first;
        for (; _entered > 0 && _start[_entered - 1] >= now; _entered--)
        {
        }

        return true;
    }
}

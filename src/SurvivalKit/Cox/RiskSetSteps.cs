namespace SurvivalKit;

/// <summary>The steps by which the risk set changes over a block of rows: a step an event time whose last row is in the block, and one for the rows after the last of them.</summary>
internal ref struct RiskSetSteps
{
    private readonly CoxData _data;
    private readonly int _endTime;
    private readonly int _from;
    private readonly int _to;
    private int _stratum;

    public RiskSetSteps(CoxData data, int firstTime, int endTime, int from, int to)
    {
        _data = data;
        _endTime = endTime;
        _from = from;
        _to = to;
        int stratum = Array.BinarySearch(data.StratumStarts, from);
        _stratum = stratum >= 0 ? stratum : ~stratum - 1;
        Time = firstTime - 1;
    }

    /// <summary>The event time; the one after the block's last stands for the rows that are left.</summary>
    public int Time { get; private set; }

    /// <summary>Whether the rows start a stratum, whose risk set is empty before.</summary>
    public bool Restarts { get; private set; }

    /// <summary>The rows that come in: at risk at this time, and not at the one before.</summary>
    public int RowFrom { get; private set; }

    public int RowTo { get; private set; }

    /// <summary>The entries (<see cref="CoxData.EntryOrder"/>) that go out: not yet at risk.</summary>
    public int EntryFrom { get; private set; }

    public int EntryTo { get; private set; }

    public bool MoveNext()
    {
        if (Time == _endTime)
        {
            return false;
        }

        EventTimes events = _data.Events;
        Time++;
        bool isRest = Time == _endTime;
        int lastRow = (isRest ? _to : events.End[Time]) - 1;
        for (; lastRow >= _data.StratumStarts[_stratum + 1]; _stratum++)
        {
        }

        bool isFirst = Time == events.StratumStarts[_stratum];
        int before = isFirst ? _data.StratumStarts[_stratum] : events.End[Time - 1];
        RowFrom = Math.Max(before, _from);
        RowTo = lastRow + 1;
        Restarts = before == _data.StratumStarts[_stratum] && before >= _from;
        if (events.EntryEnd.Length > 0)
        {
            EntryTo = isRest ? 0 : events.EntryEnd[Time];
            EntryFrom = isRest ? 0 : isFirst ? _data.StratumStarts[_stratum] : events.EntryEnd[Time - 1];
        }

        return true;
    }
}

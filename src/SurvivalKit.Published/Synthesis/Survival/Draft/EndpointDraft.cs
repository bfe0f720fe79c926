namespace SurvivalKit.Published;

/// <summary>The current times and events of one endpoint in a search, with the patients in the order of their times. Times are whole
/// numbers, in units of the last decimal of their column.</summary>
internal sealed class EndpointDraft
{
    private readonly int[] _places;

    public EndpointDraft(double unit, int later, int patients, int arms)
    {
        (Unit, Later) = (unit, later);
        Times = new int[patients];
        Events = new bool[patients];
        Held = new bool[patients];
        Least = new int[arms];
        Greatest = new int[arms];
        Order = [.. Enumerable.Range(0, patients)];
        _places = [.. Order];
    }

    /// <summary>The number of units in one unit of the column.</summary>
    public double Unit { get; }

    /// <summary>The place of the endpoint whose event is an event of this one too; -1: none.</summary>
    public int Later { get; }

    /// <summary>The time of each patient; changed by <see cref="SetTime"/> and <see cref="Exchange"/>.</summary>
    public int[] Times { get; }

    /// <summary>Whether each patient had the event.</summary>
    public bool[] Events { get; }

    /// <summary>Whether a patient's time is a printed end of the range and is not changed.</summary>
    public bool[] Held { get; }

    /// <summary>The least time by arm.</summary>
    public int[] Least { get; }

    /// <summary>The greatest time by arm.</summary>
    public int[] Greatest { get; }

    /// <summary>The patients by increasing time.</summary>
    public int[] Order { get; }

    /// <summary>The place of a patient in <see cref="Order"/>.</summary>
    public int PlaceOf(int patient) => _places[patient];

    /// <summary>Gives a patient another time.</summary>
    public void SetTime(int patient, int time)
    {
        Times[patient] = time;
        int place = _places[patient];
        for (; place > 0 && Times[Order[place - 1]] > time; place--)
        {
            Put(Order[place - 1], place);
        }

        for (; place < Order.Length - 1 && Times[Order[place + 1]] < time; place++)
        {
            Put(Order[place + 1], place);
        }

        Put(patient, place);
    }

    /// <summary>Two patients exchange time and event.</summary>
    public void Exchange(int first, int second)
    {
        (Times[first], Times[second]) = (Times[second], Times[first]);
        (Events[first], Events[second]) = (Events[second], Events[first]);
        int place = _places[first];
        Put(first, _places[second]);
        Put(second, place);
    }

    private void Put(int patient, int place)
    {
        Order[place] = patient;
        _places[patient] = place;
    }
}

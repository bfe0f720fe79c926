namespace SurvivalKit.Published;

/// <summary>Makes random changes of a <see cref="SurvivalDraft"/> one by one, and undoes the last one.</summary>
/// <remarks>
/// Events are exchanged more often than added or removed, and indicators flipped: a free number of events would drift to one half of the
/// patients, which has the most combinations, long before the figures have an influence.
/// </remarks>
internal sealed class SurvivalMoves(SurvivalDraft survival, SplitMix64 random, bool mayBeMissing)
{
    private const int NewTimes = 5;
    private const int ExchangedTimes = 2;
    private const int ChangedEvents = 1;
    private const int FlippedIndicators = 2;
    private const int ExchangedIndicators = 2;

    // One in this many event changes alters the number of events; one in this many indicator changes makes it missing; of all changes
    // one in this many inverts an indicator.
    private const int Rarely = 30;
    private const int MissingRarely = 3;
    private const int HardlyEver = 1_500;

    private readonly int _patients = survival.Arm.Length;
    private Action _undo = () => { };

    /// <summary>Makes a change; <see langword="null"/>: the drawn change was not possible, and nothing changed.</summary>
    public SurvivalMove? Next()
    {
        int kind = random.Next(
            NewTimes + ExchangedTimes + ChangedEvents + (survival.Free.IsEmpty ? 0 : FlippedIndicators + ExchangedIndicators));
        if ((kind -= NewTimes) < 0)
        {
            return NewTime(random.Next(survival.Endpoints.Length), random.Next(_patients));
        }

        if ((kind -= ExchangedTimes) < 0)
        {
            return ExchangeTimes(random.Next(survival.Endpoints.Length), random.Next(_patients), random.Next(_patients));
        }

        if ((kind -= ChangedEvents) < 0)
        {
            int endpoint = random.Next(survival.Endpoints.Length);
            return random.Next(Rarely) == 0
                ? FlipEvent(endpoint, random.Next(_patients))
                : ExchangeEvents(endpoint, random.Next(_patients), random.Next(_patients));
        }

        int indicator = random.Next(survival.Free.Length);
        return random.Next(HardlyEver) == 0 ? Invert(indicator)
            : (kind - FlippedIndicators) < 0 ? Flip(indicator, random.Next(_patients))
            : Exchange(indicator, random.Next(_patients), random.Next(_patients));
    }

    /// <summary>Undoes the last change.</summary>
    public void Undo() => _undo();

    /// <summary>A time near the old one, at any scale, or another patient's time: studies with periodic visits have many ties.</summary>
    private SurvivalMove? NewTime(int e, int patient)
    {
        if (survival.Held[e][patient])
        {
            return null;
        }

        int arm = survival.Arm[patient];
        int[] times = survival.Times[e];
        int old = times[patient];
        int reach = Math.Max(1, (survival.Greatest[e][arm] - survival.Least[e][arm]) >> random.Next(9));
        times[patient] = random.NextFraction() < survival.Tying ? times[random.Next(_patients)] : old + random.Next(-reach, reach);
        _undo = () =>
        {
            times[patient] = old;
            survival.Changed(e);
        };
        bool isInRange = times[patient] >= survival.Least[e][arm] && times[patient] <= survival.Greatest[e][arm];
        return Checked(new(e, -1, KeepsArms: false), times[patient] != old && isInRange && survival.IsPossible(patient));
    }

    /// <summary>Two patients of an arm exchange time and event: for each arm alone nothing changes.</summary>
    private SurvivalMove? ExchangeTimes(int e, int first, int second)
    {
        if (first == second || survival.Arm[first] != survival.Arm[second] || survival.Held[e][first] || survival.Held[e][second])
        {
            return null;
        }

        int[] times = survival.Times[e];
        bool[] events = survival.Events[e];
        Swap();
        _undo = Swap;
        return Checked(new(e, -1, KeepsArms: true), survival.IsPossible(first) && survival.IsPossible(second));

        void Swap()
        {
            (times[first], times[second]) = (times[second], times[first]);
            (events[first], events[second]) = (events[second], events[first]);
            survival.Changed(e);
        }
    }

    private SurvivalMove? ExchangeEvents(int e, int first, int second)
    {
        bool[] events = survival.Events[e];
        if (events[first] == events[second])
        {
            return null;
        }

        Swap();
        _undo = Swap;
        return Checked(new(e, -1, KeepsArms: false), survival.IsPossible(first) && survival.IsPossible(second));

        void Swap()
        {
            (events[first], events[second]) = (events[second], events[first]);
            survival.Changed(e);
        }
    }

    private SurvivalMove? FlipEvent(int e, int patient)
    {
        bool[] events = survival.Events[e];
        Flip();
        _undo = Flip;
        return Checked(new(e, -1, KeepsArms: false), survival.IsPossible(patient));

        void Flip()
        {
            events[patient] = !events[patient];
            survival.Changed(e);
        }
    }

    private SurvivalMove? Flip(int indicator, int patient)
    {
        double?[] values = survival.Free[indicator].Values;
        double? old = values[patient];
        values[patient] = old is null ? random.Next(2) : mayBeMissing && random.Next(MissingRarely) == 0 ? null : 1 - old;
        _undo = () => values[patient] = old;
        return new(-1, indicator, KeepsArms: true);
    }

    private SurvivalMove? Exchange(int indicator, int first, int second)
    {
        double?[] values = survival.Free[indicator].Values;
        if (values[first] == values[second])
        {
            return null;
        }

        Swap();
        _undo = Swap;
        return new(-1, indicator, KeepsArms: true);

        void Swap() => (values[first], values[second]) = (values[second], values[first]);
    }

    /// <summary>Inverts the indicator for all patients: a hazard ratio becomes its reciprocal.</summary>
    private SurvivalMove? Invert(int indicator)
    {
        double?[] values = survival.Free[indicator].Values;
        Turn();
        _undo = Turn;
        return new(-1, indicator, KeepsArms: true);

        void Turn()
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = 1 - values[i];
            }
        }
    }

    private SurvivalMove? Checked(SurvivalMove move, bool isAllowed)
    {
        survival.Changed(move.Endpoint);
        if (isAllowed)
        {
            return move;
        }

        _undo();
        return null;
    }
}

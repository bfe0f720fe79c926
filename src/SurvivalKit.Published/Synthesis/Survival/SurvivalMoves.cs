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
    private const int ExchangedCovariates = 2;

    // One in this many event changes alters the number of events; one in this many indicator changes makes it missing; of all changes
    // one in this many inverts an indicator.
    private const int Rarely = 10;
    private const int MissingRarely = 3;
    private const int HardlyEver = 1_500;

    private readonly int _patients = survival.Arm.Length;
    private readonly CovariateDraft[] _changing = [.. survival.Free, .. survival.Exchangeable];
    private Action _undo = () => { };

    /// <summary>The covariates that changes are of.</summary>
    public ReadOnlySpan<CovariateDraft> Changing => _changing;

    /// <summary>Makes a change; <see langword="null"/>: the drawn change was not possible, and nothing changed.</summary>
    public SurvivalMove? Next()
    {
        int ofFree = survival.Free.IsEmpty ? 0 : FlippedIndicators + ExchangedIndicators;
        int kind = random.Next(NewTimes + ExchangedTimes + ChangedEvents + ofFree + (survival.Exchangeable.IsEmpty ? 0 : ExchangedCovariates));
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

        if ((kind -= ofFree) >= 0)
        {
            return ExchangeWithinArm(
                survival.Free.Length + random.Next(survival.Exchangeable.Length), random.Next(_patients), random.Next(_patients));
        }

        int indicator = random.Next(survival.Free.Length);
        return random.Next(HardlyEver) == 0 ? Invert(indicator)
            : kind + ofFree < FlippedIndicators ? Flip(indicator, random.Next(_patients))
            : Exchange(indicator, random.Next(_patients), random.Next(_patients));
    }

    /// <summary>Undoes the last change.</summary>
    public void Undo() => _undo();

    /// <summary>A time near the old one, at any scale, or another patient's time: studies with periodic visits have many ties.</summary>
    private SurvivalMove? NewTime(int e, int patient)
    {
        EndpointDraft endpoint = survival.Endpoints[e];
        if (endpoint.Held[patient])
        {
            return null;
        }

        int arm = survival.Arm[patient];
        int old = endpoint.Times[patient];
        int reach = Math.Max(1, (endpoint.Greatest[arm] - endpoint.Least[arm]) >> random.Next(9));
        int time = random.NextFraction() < survival.Tying ? endpoint.Times[random.Next(_patients)] : old + random.Next(-reach, reach);
        if (time == old || time < endpoint.Least[arm] || time > endpoint.Greatest[arm])
        {
            return null;
        }

        endpoint.SetTime(patient, time);
        _undo = () => endpoint.SetTime(patient, old);
        return Checked(new(e, -1, KeepsArms: false), survival.IsPossible(patient));
    }

    /// <summary>Two patients of an arm exchange time and event: for each arm alone nothing changes.</summary>
    private SurvivalMove? ExchangeTimes(int e, int first, int second)
    {
        EndpointDraft endpoint = survival.Endpoints[e];
        if (first == second || survival.Arm[first] != survival.Arm[second] || endpoint.Held[first] || endpoint.Held[second])
        {
            return null;
        }

        endpoint.Exchange(first, second);
        _undo = () => endpoint.Exchange(first, second);
        return Checked(new(e, -1, KeepsArms: true), survival.IsPossible(first) && survival.IsPossible(second));
    }

    private SurvivalMove? ExchangeEvents(int e, int first, int second)
    {
        bool[] events = survival.Endpoints[e].Events;
        if (events[first] == events[second])
        {
            return null;
        }

        Swap();
        _undo = Swap;
        return Checked(new(e, -1, KeepsArms: false), survival.IsPossible(first) && survival.IsPossible(second));

        void Swap() => (events[first], events[second]) = (events[second], events[first]);
    }

    private SurvivalMove? FlipEvent(int e, int patient)
    {
        bool[] events = survival.Endpoints[e].Events;
        Flip();
        _undo = Flip;
        return Checked(new(e, -1, KeepsArms: false), survival.IsPossible(patient));

        void Flip() => events[patient] = !events[patient];
    }

    private SurvivalMove? Flip(int indicator, int patient)
    {
        CovariateDraft covariate = _changing[indicator];
        double old = covariate.Values[patient];
        covariate.Set(
            patient,
            double.IsNaN(old) ? random.Next(2) : mayBeMissing && random.Next(MissingRarely) == 0 ? double.NaN : 1 - old);
        _undo = () => covariate.Set(patient, old);
        return new(-1, indicator, KeepsArms: true);
    }

    private SurvivalMove? Exchange(int covariate, int first, int second)
    {
        CovariateDraft changed = _changing[covariate];
        if (!changed.Differ(first, second))
        {
            return null;
        }

        changed.Exchange(first, second);
        _undo = () => changed.Exchange(first, second);
        return new(-1, covariate, KeepsArms: true);
    }

    /// <summary>Two patients of an arm exchange the values of a counted covariate, so that its own figures stay.</summary>
    private SurvivalMove? ExchangeWithinArm(int covariate, int first, int second) =>
        survival.Arm[first] == survival.Arm[second] ? Exchange(covariate, first, second) : null;

    /// <summary>Inverts the indicator for all patients: a hazard ratio becomes its reciprocal.</summary>
    private SurvivalMove? Invert(int indicator)
    {
        CovariateDraft covariate = _changing[indicator];
        Turn();
        _undo = Turn;
        return new(-1, indicator, KeepsArms: true);

        void Turn()
        {
            for (int i = 0; i < _patients; i++)
            {
                covariate.Set(i, 1 - covariate.Values[i]);
            }
        }
    }

    private SurvivalMove? Checked(SurvivalMove move, bool isAllowed)
    {
        if (isAllowed)
        {
            return move;
        }

        _undo();
        return null;
    }
}

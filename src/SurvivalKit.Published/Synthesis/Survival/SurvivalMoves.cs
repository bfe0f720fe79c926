namespace SurvivalKit.Published;

/// <summary>Draws random changes of a <see cref="SurvivalDraft"/>.</summary>
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
    private const int Rarely = 3;
    private const int MissingRarely = 3;
    private const int HardlyEver = 5_000;
    private const int Attempts = 100;

    private readonly int _patients = survival.Arm.Length;
    private readonly int _ofFree = survival.Free.IsEmpty ? 0 : FlippedIndicators + ExchangedIndicators;
    private readonly int _ofExchangeable = survival.Exchangeable.IsEmpty ? 0 : ExchangedCovariates;

    /// <summary>Draws a change; <see langword="null"/>: the drawn one is not possible, or changes nothing.</summary>
    public SurvivalMove? Next()
    {
        int kind = random.Next(NewTimes + ExchangedTimes + ChangedEvents + _ofFree + _ofExchangeable);
        if ((kind -= NewTimes) < 0)
        {
            return NewTime(random.Next(survival.Endpoints.Length), random.Next(_patients));
        }

        if ((kind -= ExchangedTimes) < 0)
        {
            int endpoint = random.Next(survival.Endpoints.Length);
            int patient = random.Next(_patients);
            return ExchangeTimes(endpoint, patient, Near(endpoint, patient));
        }

        if ((kind -= ChangedEvents) < 0)
        {
            int endpoint = random.Next(survival.Endpoints.Length);
            int patient = random.Next(_patients);
            return random.Next(Rarely) == 0
                ? FlipEvent(endpoint)
                : ExchangeEvents(endpoint, patient, Near(endpoint, patient));
        }

        if ((kind -= _ofFree) >= 0)
        {
            int counted = survival.Free.Length + random.Next(survival.Exchangeable.Length);
            int patient = random.Next(_patients);
            return Exchange(counted, patient, Near(random.Next(survival.Endpoints.Length), patient));
        }

        int indicator = random.Next(survival.Free.Length);
        int one = random.Next(_patients);
        return random.Next(HardlyEver) == 0 ? new(SurvivalMoveKind.Invert, indicator, -1, -1)
            : kind + _ofFree < FlippedIndicators ? Flip(indicator, one)
            : Exchange(indicator, one, Near(random.Next(survival.Endpoints.Length), one));
    }

    /// <summary>A patient whose time is near another's, at any scale: the nearer, the less an exchange changes.</summary>
    private int Near(int e, int patient)
    {
        EndpointDraft endpoint = survival.Endpoints[e];
        int reach = Math.Max(1, (_patients - 1) >> random.Next(6));
        int place = endpoint.PlaceOf(patient) + (random.Next(2) == 0 ? 1 : -1) * random.Next(1, reach);
        return endpoint.Order[Math.Clamp(place, 0, _patients - 1)];
    }

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
        return time != old
            && time >= endpoint.Least[arm]
            && time <= endpoint.Greatest[arm]
            && survival.IsPossible(e, patient, time, endpoint.Events[patient])
            ? new SurvivalMove(SurvivalMoveKind.SetTime, e, patient, -1) { Time = time }
            : null;
    }

    private SurvivalMove? ExchangeTimes(int e, int first, int second)
    {
        EndpointDraft endpoint = survival.Endpoints[e];
        return first != second
            && survival.Arm[first] == survival.Arm[second]
            && !endpoint.Held[first]
            && !endpoint.Held[second]
            && survival.IsPossible(e, first, endpoint.Times[second], endpoint.Events[second])
            && survival.IsPossible(e, second, endpoint.Times[first], endpoint.Events[first])
            ? new SurvivalMove(SurvivalMoveKind.ExchangeTimes, e, first, second)
            : null;
    }

    private SurvivalMove? ExchangeEvents(int e, int first, int second)
    {
        EndpointDraft endpoint = survival.Endpoints[e];
        return endpoint.Events[first] != endpoint.Events[second]
            && survival.IsPossible(e, first, endpoint.Times[first], endpoint.Events[second])
            && survival.IsPossible(e, second, endpoint.Times[second], endpoint.Events[first])
            ? new SurvivalMove(SurvivalMoveKind.ExchangeEvents, e, first, second)
            : null;
    }

    // As often an event is added as one is taken away: among random patients, most changes would go towards one half of them.
    private SurvivalMove? FlipEvent(int e)
    {
        EndpointDraft endpoint = survival.Endpoints[e];
        bool isEvent = random.Next(2) == 0;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int patient = random.Next(_patients);
            if (endpoint.Events[patient] == isEvent && survival.IsPossible(e, patient, endpoint.Times[patient], !isEvent))
            {
                return new SurvivalMove(SurvivalMoveKind.FlipEvent, e, patient, -1);
            }
        }

        return null;
    }

    private SurvivalMove? Flip(int indicator, int patient)
    {
        double old = survival.Changing[indicator].Values[patient];
        return new SurvivalMove(SurvivalMoveKind.SetIndicator, indicator, patient, -1)
        {
            Value = double.IsNaN(old) ? random.Next(2) : mayBeMissing && random.Next(MissingRarely) == 0 ? double.NaN : 1 - old,
        };
    }

    // Patients exchange the values of a counted covariate within their arm only, so that its own figures stay.
    private SurvivalMove? Exchange(int covariate, int first, int second)
    {
        CovariateDraft changed = survival.Changing[covariate];
        return changed.Differ(first, second)
            && (changed.Freedom == CovariateFreedom.Free || survival.Arm[first] == survival.Arm[second])
            ? new SurvivalMove(SurvivalMoveKind.ExchangeValues, covariate, first, second)
            : null;
    }
}

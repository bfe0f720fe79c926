using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The current times, events and covariates of one search.</summary>
internal sealed class SurvivalDraft
{
    public SurvivalDraft(CohortDraft draft)
    {
        Study study = draft.Study;
        Names = study.Endpoints;
        Arm = [.. draft.Arms.SelectMany((arm, a) => arm.Select(_ => a))];
        Endpoints = [.. Names.Select(endpoint => new EndpointDraft(
            Math.Pow(10, study.Variable(endpoint.Time).Decimals),
            endpoint.NoLaterThan is { } name ? Names.IndexOf(study.Endpoint(name)) : -1,
            Arm.Length,
            draft.Arms.Length))];
        Covariates = CovariateDraft.Find(draft);
        Free = [.. Covariates.Where(covariate => covariate.Freedom == CovariateFreedom.Free)];
        Exchangeable = [.. Covariates.Where(covariate => covariate.Freedom == CovariateFreedom.WithinArms)];
        Changing = [.. Free, .. Exchangeable];
    }

    /// <summary>The endpoints of the study.</summary>
    public ImmutableArray<StudyEndpoint> Names { get; }

    /// <summary>Their times and events.</summary>
    public ImmutableArray<EndpointDraft> Endpoints { get; }

    /// <summary>The arm of each patient.</summary>
    public int[] Arm { get; }

    /// <summary>The probability that a new time is another patient's time.</summary>
    public double Tying { get; set; }

    /// <summary>The columns of the Cox models.</summary>
    public ImmutableArray<CovariateDraft> Covariates { get; }

    /// <summary>Those among them that the study does not count.</summary>
    public ImmutableArray<CovariateDraft> Free { get; }

    /// <summary>Those among them whose values patients of an arm may exchange.</summary>
    public ImmutableArray<CovariateDraft> Exchangeable { get; }

    /// <summary>The covariates that a search changes: the free ones first.</summary>
    public ImmutableArray<CovariateDraft> Changing { get; }

    /// <summary>The place of an endpoint.</summary>
    public int Place(StudyEndpoint endpoint) => Names.IndexOf(endpoint);

    /// <summary>The covariate of a column.</summary>
    public CovariateDraft Covariate(string column) => Covariates.First(covariate => covariate.Name == column);

    /// <summary>Whether a patient's times and events go together: no later than, and no death without an event of
    /// the earlier endpoint.</summary>
    public bool IsPossible(int patient)
    {
        foreach (EndpointDraft endpoint in Endpoints)
        {
            if (endpoint.Later >= 0
                && Endpoints[endpoint.Later] is var later
                && (endpoint.Times[patient] > later.Times[patient] || (later.Events[patient] && !endpoint.Events[patient])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a patient's times and events would go together with another time and event of an endpoint.</summary>
    public bool IsPossible(int e, int patient, int time, bool happened)
    {
        for (int other = 0; other < Endpoints.Length; other++)
        {
            EndpointDraft draft = Endpoints[other];
            if ((Endpoints[e].Later == other && (time > draft.Times[patient] || (draft.Events[patient] && !happened)))
                || (draft.Later == e && (draft.Times[patient] > time || (happened && !draft.Events[patient]))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes a change.</summary>
    /// <returns>The change that undoes it.</returns>
    public SurvivalMove Make(SurvivalMove move)
    {
        switch (move.Kind)
        {
            case SurvivalMoveKind.SetTime:
                int old = Endpoints[move.Place].Times[move.First];
                Endpoints[move.Place].SetTime(move.First, move.Time);
                return move with { Time = old };
            case SurvivalMoveKind.ExchangeTimes:
                Endpoints[move.Place].Exchange(move.First, move.Second);
                break;
            case SurvivalMoveKind.ExchangeEvents:
                bool[] both = Endpoints[move.Place].Events;
                (both[move.First], both[move.Second]) = (both[move.Second], both[move.First]);
                break;
            case SurvivalMoveKind.FlipEvent:
                bool[] events = Endpoints[move.Place].Events;
                events[move.First] = !events[move.First];
                break;
            case SurvivalMoveKind.SetIndicator:
                double value = Changing[move.Place].Values[move.First];
                Changing[move.Place].Set(move.First, move.Value);
                return move with { Value = value };
            case SurvivalMoveKind.ExchangeValues:
                Changing[move.Place].Exchange(move.First, move.Second);
                break;
            default:
                Changing[move.Place].Invert();
                break;
        }

        return move;
    }

    /// <summary>Remembers all values.</summary>
    /// <returns>What goes back to them.</returns>
    public Action Remember()
    {
        (int[] Times, bool[] Events)[] endpoints = [.. Endpoints.Select(endpoint =>
            ((int[])endpoint.Times.Clone(), (bool[])endpoint.Events.Clone()))];
        Action[] covariates = [.. Changing.Select(covariate => covariate.Remember())];
        return () =>
        {
            for (int e = 0; e < endpoints.Length; e++)
            {
                for (int i = 0; i < Arm.Length; i++)
                {
                    Endpoints[e].SetTime(i, endpoints[e].Times[i]);
                }

                endpoints[e].Events.CopyTo(Endpoints[e].Events, 0);
            }

            Array.ForEach(covariates, back => back());
        };
    }

    public void CopyTo(CohortDraft draft)
    {
        for (int e = 0; e < Endpoints.Length; e++)
        {
            double?[] times = draft.Numbers(Names[e].Time);
            double?[] events = draft.Numbers(Names[e].Event);
            for (int i = 0; i < Arm.Length; i++)
            {
                times[i] = Endpoints[e].Times[i] / Endpoints[e].Unit;
                events[i] = Endpoints[e].Events[i] ? 1 : 0;
            }
        }

        foreach (CovariateDraft covariate in Covariates)
        {
            covariate.CopyTo(draft);
        }
    }
}

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

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The current times, events and free indicators of one search. Times are whole numbers, in units of the last decimal of their
/// column.</summary>
internal sealed class SurvivalDraft
{
    private readonly Surv?[] _responses;
    private readonly ImmutableArray<int> _everybody;

    public SurvivalDraft(CohortDraft draft)
    {
        Study study = draft.Study;
        Endpoints = study.Endpoints;
        Arm = [.. draft.Arms.SelectMany((arm, a) => arm.Select(_ => a))];
        Units = [.. Endpoints.Select(endpoint => Math.Pow(10, study.Variable(endpoint.Time).Decimals))];
        Later = [.. Endpoints.Select(endpoint => endpoint.NoLaterThan is { } name ? Endpoints.IndexOf(study.Endpoint(name)) : -1)];
        Times = [.. Endpoints.Select(_ => new int[Arm.Length])];
        Events = [.. Endpoints.Select(_ => new bool[Arm.Length])];
        Held = [.. Endpoints.Select(_ => new bool[Arm.Length])];
        Least = [.. Endpoints.Select(_ => new int[draft.Arms.Length])];
        Greatest = [.. Endpoints.Select(_ => new int[draft.Arms.Length])];
        Free = [.. draft.Free.Select(name => new FreeIndicator(name, [.. draft.Numbers(name)]))];
        _responses = new Surv?[Endpoints.Length];
        _everybody = [.. Enumerable.Range(0, Arm.Length)];
    }

    public ImmutableArray<StudyEndpoint> Endpoints { get; }

    /// <summary>The arm of each patient.</summary>
    public int[] Arm { get; }

    /// <summary>The number of units in one unit of the column, by endpoint.</summary>
    public double[] Units { get; }

    /// <summary>The endpoint whose event is an event of this one too, by endpoint; -1: none.</summary>
    public int[] Later { get; }

    public int[][] Times { get; }

    public bool[][] Events { get; }

    /// <summary>Whether a time is a printed end of the range and is not changed, by endpoint and patient.</summary>
    public bool[][] Held { get; }

    /// <summary>The least time by endpoint and arm.</summary>
    public int[][] Least { get; }

    /// <summary>The greatest time by endpoint and arm.</summary>
    public int[][] Greatest { get; }

    /// <summary>The probability that a new time is another patient's time.</summary>
    public double Tying { get; set; }

    /// <summary>The indicators that the study does not count.</summary>
    public ImmutableArray<FreeIndicator> Free { get; }

    /// <summary>The values of a free indicator; <see langword="null"/>: the column is none.</summary>
    public double?[]? FreeValues(string column) => Free.FirstOrDefault(indicator => indicator.Name == column)?.Values;

    /// <summary>Whether a patient's times and events go together: no later than, and no death without an event of
    /// the earlier endpoint.</summary>
    public bool IsPossible(int patient)
    {
        for (int e = 0; e < Later.Length; e++)
        {
            int later = Later[e];
            if (later >= 0 && (Times[e][patient] > Times[later][patient] || (Events[later][patient] && !Events[e][patient])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All patients' observations of an endpoint, computed once after every change.</summary>
    public Surv Response(int endpoint) => _responses[endpoint] ??= Response(endpoint, _everybody.AsSpan());

    /// <summary>Some patients' observations of an endpoint.</summary>
    public Surv Response(int endpoint, ReadOnlySpan<int> patients)
    {
        var times = new double[patients.Length];
        var events = new bool[patients.Length];
        for (int i = 0; i < patients.Length; i++)
        {
            times[i] = Times[endpoint][patients[i]] / Units[endpoint];
            events[i] = Events[endpoint][patients[i]];
        }

        return Surv.Right(times, events);
    }

    /// <summary>Marks times or events of an endpoint as changed.</summary>
    public void Changed(int endpoint) => _responses[endpoint] = null;

    public void CopyTo(CohortDraft draft)
    {
        for (int e = 0; e < Endpoints.Length; e++)
        {
            double?[] times = draft.Numbers(Endpoints[e].Time);
            double?[] events = draft.Numbers(Endpoints[e].Event);
            for (int i = 0; i < Arm.Length; i++)
            {
                times[i] = Times[e][i] / Units[e];
                events[i] = Events[e][i] ? 1 : 0;
            }
        }

        foreach (FreeIndicator indicator in Free)
        {
            indicator.Values.CopyTo(draft.Numbers(indicator.Name), 0);
        }
    }
}

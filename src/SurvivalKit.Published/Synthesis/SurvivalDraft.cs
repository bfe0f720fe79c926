using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Times and events while they are being sought. Times are whole numbers, in units of the last decimal of their column.</summary>
internal sealed class SurvivalDraft
{
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
        Free = [.. study.Variables.Where(v => v is { Kind: VariableKind.Indicator, Share: not null }).Select(v => (v.Name, draft.Numbers(v.Name)))];
    }

    public ImmutableArray<StudyEndpoint> Endpoints { get; }

    /// <summary>The arm of each patient.</summary>
    public int[] Arm { get; }

    /// <summary>How many units one unit of the column is, by endpoint.</summary>
    public double[] Units { get; }

    /// <summary>The endpoint whose event is an event of this one too, by endpoint; -1: none.</summary>
    public int[] Later { get; }

    public int[][] Times { get; }

    public bool[][] Events { get; }

    /// <summary>Whether a time stands for a printed end of the range and is not changed, by endpoint and patient.</summary>
    public bool[][] Held { get; }

    /// <summary>The least time by endpoint and arm.</summary>
    public int[][] Least { get; }

    /// <summary>The greatest time by endpoint and arm.</summary>
    public int[][] Greatest { get; }

    /// <summary>The indicators that the study does not count.</summary>
    public ImmutableArray<(string Name, double?[] Values)> Free { get; }

    /// <summary>Whether a patient's times and events go together: no later than, and no death without an event of the earlier endpoint.</summary>
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
    }
}

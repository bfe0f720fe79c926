using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Adds or takes away events until the intervals are about as wide as printed: single events are hard to add later, when all
/// figures are near.</summary>
internal static class EventAdjustment
{
    // Of one adjustment; the next continues.
    private const double Least = 0.5;
    private const double Greatest = 2;

    /// <summary>Adjusts each endpoint by the middle of what its intervals ask for.</summary>
    public static void Make(SurvivalDraft survival, ImmutableArray<SurvivalFigure> figures, SplitMix64 random)
    {
        for (int e = 0; e < survival.Endpoints.Length; e++)
        {
            double[] asked = [.. figures.Where(figure => figure.Endpoint == e).SelectMany(figure => figure.EventsAskedFor()).Order()];
            if (asked.Length > 0)
            {
                Adjust(survival, e, Math.Clamp(asked[asked.Length / 2], Least, Greatest), random);
            }
        }
    }

    private static void Adjust(SurvivalDraft survival, int e, double factor, SplitMix64 random)
    {
        EndpointDraft endpoint = survival.Endpoints[e];
        int events = endpoint.Events.Count(happened => happened);
        int more = Math.Clamp((int)Math.Round(events * factor), 1, endpoint.Events.Length) - events;
        foreach (int patient in random.Shuffled(Enumerable.Range(0, endpoint.Events.Length)))
        {
            if (more != 0
                && endpoint.Events[patient] == more < 0
                && survival.IsPossible(e, patient, endpoint.Times[patient], more > 0))
            {
                endpoint.Events[patient] = more > 0;
                more -= Math.Sign(more);
            }
        }
    }
}

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A ratio of two arms that needs no model, with its interval and P: <see cref="ArmSums"/>.</summary>
internal sealed class RatioFigure(
    SurvivalDraft survival, int endpoint, int arm, int reference, RatioReading reading, ImmutableArray<FigureTarget> targets)
    : SurvivalFigure(endpoint, targets)
{
    public override int Effort => 1;

    protected override double Compute(Span<double?> values)
    {
        EndpointDraft draft = survival.Endpoints[Endpoint];
        RatioEstimate ratio = ArmSums.Of(draft.Order, draft.Times, draft.Events, survival.Arm, arm, reference).Ratio(reading);
        double penalty = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ratio.Figure(Targets[i].Claim.Aspect);
            penalty += RatioDirection.Penalty(ratio.Log, Targets[i]);
        }

        return penalty;
    }
}

using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>A time at which a curve changes or an observation is censored, as the fit gives it.</summary>
internal readonly record struct SurvivalStep(double Time, double AtRisk, double Events, double Censored, double Survival, double Lower, double Upper);

/// <summary>One curve with all that is printed about it; every number is the fit's.</summary>
internal sealed record SurvivalGroup(string Label, ImmutableArray<SurvivalStep> Steps, double Count, double Events)
{
    /// <summary>Median survival time; NaN where it is not reached.</summary>
    public double Median { get; init; } = double.NaN;

    /// <summary>Lower end of the median's interval; NaN where there is none.</summary>
    public double MedianLower { get; init; } = double.NaN;

    /// <summary>Upper end of the median's interval; NaN where it is not reached.</summary>
    public double MedianUpper { get; init; } = double.NaN;

    /// <summary>Time of the last observation, 0 where there is none.</summary>
    public double End => Steps.IsEmpty ? 0 : Steps[^1].Time;

    /// <summary>Number at risk just before a time.</summary>
    public double AtRiskAt(double time)
    {
        foreach (SurvivalStep step in Steps)
        {
            if (step.Time >= time)
                return step.AtRisk;
        }

        return 0;
    }

    /// <summary>Events up to and including a time.</summary>
    public double EventsBy(double time) => Steps.Where(s => s.Time <= time).Sum(s => s.Events);

    /// <summary>Censored up to and including a time.</summary>
    public double CensoredBy(double time) => Steps.Where(s => s.Time <= time).Sum(s => s.Censored);
}

/// <summary>The curves of one figure, in factor order.</summary>
/// <param name="Groups">The curves.</param>
/// <param name="Interval">Name of the interval type, such as <c>log</c>.</param>
/// <param name="Level">Confidence level, such as 0.95.</param>
internal sealed record SurvivalPicture(ImmutableArray<SurvivalGroup> Groups, string Interval, double Level);

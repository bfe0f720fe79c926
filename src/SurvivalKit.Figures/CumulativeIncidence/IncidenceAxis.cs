using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The probability axis of a figure of incidences, which ends above what is drawn and not at 1.</summary>
internal static class IncidenceAxis
{
    private const int MostTicks = 7;

    /// <summary>The upper end: the next tick above all that is drawn, up to 1.</summary>
    public static double End(IncidencePicture picture, CumulativeIncidenceFigureOptions options)
    {
        if (options.MaximumIncidence is { } given)
        {
            return given;
        }

        bool hasBands = picture.HasBands(options);
        double end = options.MaximumTime ?? double.PositiveInfinity;
        double highest = picture.Lines
            .SelectMany(line => line.Steps.TakeWhile(step => step.AtRisk >= options.MinimumAtRisk && step.Time <= end))
            .Select(step => 1 - (hasBands && double.IsFinite(step.Lower) ? step.Lower : step.Survival))
            .DefaultIfEmpty(1)
            .Max();
        if (!(highest > 0))
        {
            return 1;
        }

        double distance = LinearTicks.Step(highest, MostTicks - 1, null);
        return Math.Min(1, Math.Ceiling((highest / distance) - 1e-9) * distance);
    }

    /// <summary>The ticks up to an end, and their distance.</summary>
    public static (ImmutableArray<double> Ticks, double Distance) Ticks(double end)
    {
        double distance = LinearTicks.Step(end, MostTicks, null);
        return (LinearTicks.Positions(end, distance), distance);
    }
}

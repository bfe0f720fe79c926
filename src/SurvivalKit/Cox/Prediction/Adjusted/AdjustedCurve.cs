using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The survival that a Cox model predicts if all rows had one value of a variable, averaged over the rows.</summary>
public sealed class AdjustedCurve
{
    private readonly AdjustedSums _sums;

    internal AdjustedCurve(string group, AdjustedSums sums, AdjustedCurveOptions options, double level)
    {
        _sums = sums;
        Group = group;
        double z = ConfidenceLevel.NormalQuantile(level);
        var steps = ImmutableArray.CreateBuilder<AdjustedEstimate>(sums.Times.Length);
        for (int place = 0; place < sums.Times.Length; place++)
        {
            steps.Add(Survival(sums.Times[place], place, z, options.ConfidenceType));
        }

        Steps = steps.MoveToImmutable();
        At = [.. options.Times.Select(time => Survival(time, sums.PlaceOf(time), z, options.ConfidenceType))];
        if (options.Horizon is { } horizon)
        {
            double error = sums.MeanError();
            Mean = new(horizon, sums.Mean, error, sums.Mean - (z * error), sums.Mean + (z * error), null);
        }
    }

    /// <summary>The variable and the value that all rows were given, <c>trt=1</c>.</summary>
    public string Group { get; }

    /// <summary>The survival at each event time of the fit.</summary>
    public ImmutableArray<AdjustedEstimate> Steps { get; }

    /// <summary>The survival at the times of the options.</summary>
    public ImmutableArray<AdjustedEstimate> At { get; }

    /// <summary>The mean survival time up to the horizon of the options; <see langword="null"/> without one.</summary>
    public AdjustedEstimate? Mean { get; }

    internal AdjustedSums Sums => _sums;

    private AdjustedEstimate Survival(double time, int place, double z, ConfidenceType type)
    {
        (double survival, double error) = place < 0 ? (1, 0) : (_sums.Survival[place], _sums.Error(place));
        (double lower, double upper) = ConfidenceLimits.Compute(survival, error / survival, z, type);
        return new(time, survival, error, lower, upper, null);
    }
}

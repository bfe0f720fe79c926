using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The Kaplan-Meier median of an endpoint, and the least and greatest of its times, censored or not:
/// <c>median-range</c>.</summary>
/// <param name="Endpoint">The endpoint.</param>
public sealed record MedianRangeMeasure(string Endpoint) : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "median-range";

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.Median, Published.Aspects.Minimum, Published.Aspects.Maximum];

    /// <inheritdoc/>
    public override string EndpointName => Endpoint;
}

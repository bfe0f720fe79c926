using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The P value of a test between the arms: <c>p-value</c>.</summary>
public sealed record PValueMeasure : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "p-value";

    /// <summary>The test.</summary>
    public required TestKind Test { get; init; }

    /// <summary>The column that is compared; <see langword="null"/>: several, a condition or an endpoint.</summary>
    public string? Column { get; init; }

    /// <summary>Indicators that are tested as if they were the levels of one category; otherwise empty.</summary>
    public ImmutableArray<string> Indicators { get; init; } = [];

    /// <summary>The condition whose counts are compared; a value that is missing in all of its columns is left out.</summary>
    public PatientCondition? Condition { get; init; }

    /// <summary>Whether missing values of a category count as a separate level.</summary>
    public bool MissingAsLevel { get; init; }

    /// <summary>The endpoint of a log-rank test.</summary>
    public string? Endpoint { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.P];

    /// <inheritdoc/>
    public override ImmutableArray<string> Columns =>
        [.. Column is null ? [] : ImmutableArray.Create(Column), .. Indicators, .. Condition?.Columns ?? []];

    /// <inheritdoc/>
    public override string? EndpointName => Endpoint;
}

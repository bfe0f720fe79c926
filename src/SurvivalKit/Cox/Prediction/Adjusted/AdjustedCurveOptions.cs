using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The options of adjusted curves.</summary>
public sealed record AdjustedCurveOptions
{
    /// <summary>The times at which the curves are compared; default: none.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>The time up to which mean survival is computed and compared; default: no means.</summary>
    public double? Horizon { get; init; }

    /// <summary>The scale of the intervals of survival; default: <see cref="ConfidenceType.Log"/>, as for the curves of a fit.</summary>
    public ConfidenceType ConfidenceType { get; init; } = ConfidenceType.Log;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: that of the fit.</summary>
    public double? Level { get; init; }

    /// <summary>The column of weights of the rows in the averages, not negative; default: all count the same.</summary>
    public string? Weights { get; init; }

    /// <summary>Whether the rows are a sample of the population that is meant, so that errors include how averages over such samples
    /// differ; default: yes. Without it the averages are over these very rows.</summary>
    public bool RowsAreASample { get; init; } = true;
}

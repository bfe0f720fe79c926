using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Which responses count, and of whom.</summary>
public sealed record ResponseOptions
{
    /// <summary>The responses that are an objective response, as they stand in the data; default: complete and partial response.</summary>
    public ImmutableArray<string> Responders { get; init; } = [];

    /// <summary>The responses that are disease control; default: the responders, stable disease, and neither complete response nor
    /// progression. Where <see cref="Responders"/> are given and these are not, the table has no disease control.</summary>
    public ImmutableArray<string> Controlled { get; init; } = [];

    /// <summary>Whether rates are of those with an evaluable response only; default: no, who is not evaluable or has no response in the
    /// data
    /// has not responded (RECIST 1.1, section 4.6: all that were included).</summary>
    public bool EvaluableOnly { get; init; }

    /// <summary>The group that others are compared with; <see langword="null"/>: the first. Default: null.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether a column for all rows together comes first; default: yes.</summary>
    public bool Overall { get; init; } = true;

    /// <summary>The confidence level; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;
}

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What a baseline table shows, and how.</summary>
public sealed record BaselineOptions
{
    /// <summary>The variables: columns, or expressions over columns such as <c>age &gt;= 65</c> or <c>factor(ph.ecog)</c>; default:
    /// every other column.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary>The labels of variables in the table; default: as they are given.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Which tests are shown; default: <see cref="BaselineTest.Auto"/>.</summary>
    public BaselineTest Test { get; init; } = BaselineTest.Auto;

    /// <summary>The measurements that are not normally distributed, as they are given in <see cref="Variables"/>: they are shown as median
    /// with quartiles, and compared by ranks (Wilcoxon; Kruskal and Wallis). Default: none.</summary>
    public ImmutableArray<string> NonNormal { get; init; } = [];

    /// <summary>Whether all measurements are <see cref="NonNormal"/>; default: no.</summary>
    public bool AllNonNormal { get; init; }

    /// <summary>Whether a column has the standardized difference of the two groups; default: no.</summary>
    public bool StandardizedDifferences { get; init; }

    /// <summary>Whether a column for all rows together comes first; default: yes.</summary>
    public bool Overall { get; init; } = true;

    /// <summary>How a measurement is written; default: <c>{mean} ± {sd}</c>. Allowed are mean, sd, median, p25, p75, min, max and
    /// n.</summary>
    public string Measurement { get; init; } = "{mean} ± {sd}";

    /// <summary>How a category is written; default: <c>{n} ({p}%)</c>. Allowed are n, N (the denominator) and p.</summary>
    public string Category { get; init; } = "{n} ({p}%)";

    /// <summary>The decimals of measurements and percentages; default: 1.</summary>
    public int Decimals { get; init; } = 1;
}

using System.Collections.Frozen;

namespace SurvivalKit.Published;

/// <summary>The aspects of a row that a claim can be.</summary>
public static class Aspects
{
    /// <summary>A number of patients.</summary>
    public const string Count = "n";

    /// <summary>The first of a pair of numbers of patients.</summary>
    public const string FirstCount = "n1";

    /// <summary>The second of a pair of numbers of patients.</summary>
    public const string SecondCount = "n2";

    /// <summary>A percentage of patients.</summary>
    public const string Percent = "%";

    /// <summary>A mean.</summary>
    public const string Mean = "mean";

    /// <summary>A standard deviation.</summary>
    public const string StandardDeviation = "sd";

    /// <summary>A median.</summary>
    public const string Median = "median";

    /// <summary>The least value.</summary>
    public const string Minimum = "min";

    /// <summary>The greatest value.</summary>
    public const string Maximum = "max";

    /// <summary>A hazard ratio.</summary>
    public const string HazardRatio = "hr";

    /// <summary>The lower end of a confidence interval.</summary>
    public const string Lower = "lower";

    /// <summary>The upper end of a confidence interval.</summary>
    public const string Upper = "upper";

    /// <summary>A P value.</summary>
    public const string P = "p";

    /// <summary>A calendar year.</summary>
    public const string Year = "year";

    internal static FrozenSet<string> All { get; } = FrozenSet.ToFrozenSet(
        [Count, FirstCount, SecondCount, Percent, Mean, StandardDeviation, Median, Minimum, Maximum, HazardRatio, Lower, Upper, P, Year]);
}

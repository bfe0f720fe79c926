using System.Globalization;

namespace SurvivalKit.Benchmarks;

/// <summary>The distribution and the effect of each covariate: normal, binary and uniform in turn.</summary>
internal static class CovariateModel
{
    private static readonly double[] Effects = [0.5, -0.7, 0.6, -0.3, 0.4, 0.2, -0.25, 0.3, -0.2, 0.15];

    /// <summary>The name, from <c>x1</c>.</summary>
    public static string Name(int j) => "x" + (j + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The first covariates as the right side of a formula: <c>x1 + x2 + x3</c>.</summary>
    public static string Sum(int count) => string.Join(" + ", Enumerable.Range(0, count).Select(Name));

    /// <summary>The log hazard ratio of a covariate.</summary>
    public static double Effect(int j) => Effects[j % Effects.Length];

    /// <summary>A value of a covariate.</summary>
    public static double Draw(int j, RandomStream random) => (j % 3) switch
    {
        0 => random.Normal(),
        1 => random.Uniform() < 0.4 ? 1 : 0,
        _ => random.Uniform(),
    };
}

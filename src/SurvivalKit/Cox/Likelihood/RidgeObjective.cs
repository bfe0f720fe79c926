using MathNet.Numerics.Statistics;

namespace SurvivalKit;

/// <summary>A log-likelihood less half a multiple of the sum of squared coefficients, each in standard deviations of its column
/// (Hoerl and Kennard 1970; R's <c>ridge(..., scale = TRUE)</c>).</summary>
/// <param name="likelihood">The log-likelihood without the penalty.</param>
/// <param name="penalties">The penalty of each coefficient of the scaled columns.</param>
internal sealed class RidgeObjective(ICoxObjective likelihood, double[] penalties) : ICoxObjective
{
    public double Value { get; private set; }

    public double[] Score { get; } = new double[penalties.Length];

    public double[,] Information { get; } = new double[penalties.Length, penalties.Length];

    public double[] LinearPredictor => likelihood.LinearPredictor;

    /// <summary>The penalty of each coefficient of the scaled columns, for a theta in standard deviations of the caller's
    /// columns, or in the columns' own units.</summary>
    public static double[] Penalties(CoxData data, DesignMatrix design, CoxOptions options)
    {
        var penalties = new double[data.Columns];
        for (int j = 0; j < penalties.Length; j++)
        {
            double variance = options.RidgeIsScaled ? ArrayStatistics.Variance(design.Column(j).ToArray()) : 1;
            penalties[j] = data.Scale[j] > 0 ? options.Ridge * variance / (data.Scale[j] * data.Scale[j]) : 0;
        }

        return penalties;
    }

    /// <inheritdoc/>
    public void BeAccurate() => likelihood.BeAccurate();

    public void Evaluate(ReadOnlySpan<double> coefficients)
    {
        likelihood.Evaluate(coefficients);
        Value = likelihood.Value;
        for (int j = 0; j < penalties.Length; j++)
        {
            Value -= penalties[j] * coefficients[j] * coefficients[j] / 2;
            Score[j] = likelihood.Score[j] - (penalties[j] * coefficients[j]);
            for (int k = 0; k <= j; k++)
            {
                Information[j, k] = likelihood.Information[j, k] + (j == k ? penalties[j] : 0);
            }
        }
    }
}
